import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => {
  await (world as World | undefined)?.close();
  world = await openWorld();
  await rest(world);
});
afterAll(() => world.close());
const story = (script: string) => play(world, script);

const paid = async (seq: number) => (await world.db.order.findFirstOrThrow({ where: { seq } })).paidXof;

describe('E33 · an amount as people write it', () => {
  test('E33 · « 2.500 » is two thousand five hundred francs, « 2,5k » too; what is no whole franc is asked, and all is said back', async () => {
    await story(`
    # whatsapp Afi
    > recu 42 2.500 especes
    *2 500 F* reçus en espèces pour *0042* Awa Dossou. Reste à payer : 10 000 F. Reçu *R-2026-0003*.
    [Annuler]
    # sms Awa
    Atelier Afi: 2 500 F recus pour 0042. Reste 10 000 F. Recu R-2026-0003.
    # whatsapp Afi
    > recu 44 2,5k especes
    *2 500 F* reçus en espèces pour *0044* Jean Hounsou. Reste à payer : 5 000 F. Reçu *R-2026-0004*.
    [Annuler]
    # sms Jean
    Atelier Afi: 2 500 F recus pour 0044. Reste 5 000 F. Recu R-2026-0004.
    # whatsapp Afi
    > recu 42 2500f momo
    *2 500 F* pour *0042* Awa Dossou, Boubou bazin. Reste après : 7 500 F. Comment ?
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    > recu 44 2 500 FCFA especes
    2 500 F sont déjà notés pour *0044*, il y a 1 min. Est-ce encore 2 500 F ?
    [Oui, encore]
    [Non]
    > recu 42 2,5 especes
    Quelle commande encaisser, et combien ? Par exemple : *42 5000*
    > recu 42 -500 especes
    « recu 42 -500 especes » n'est pas un numéro de commande. Laquelle ?
    [Autre numéro]
    > recu 42 0 especes
    Quelle commande encaisser, et combien ? Par exemple : *42 5000*
  `);
    expect([await paid(42), await paid(44)]).toEqual([15_000n, 10_000n]);
  });

  test('E33 · by SMS and on USSD', async () => {
    await story(`
    # sms Afi
    > recu 42 2.500 especes
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    2 500 F especes, 0042 Awa Dossou. Reste 10 000 F. Recu R-2026-0003
    1.Annuler
    0.Menu
    # sms Awa
    Atelier Afi: 2 500 F recus pour 0042. Reste 10 000 F. Recu R-2026-0003.
    # ussd Afi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Atelier Afi
    1.A livrer (0)
    2.Marquer PRET
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
    > 3
    CON Encaisser la commande no:
    ex: 42 5000 (no puis montant)
    0.Retour
    > 44
    CON 0044 Jean Hounsou
    Reste 7 500 F. Montant recu?
    0.Retour
    > 2.500
    CON 0044 Jean Hounsou recu 2 500 F
    Reste apres: 5 000 F
    1.Especes
    2.Demander par MoMo
    3.Deja recu par MoMo
    0.Annuler
    > 1
    CON 2 500 F especes, 0044 Jean Hounsou. Reste 5 000 F. R-2026-0004
    1.Annuler
    0.Menu
    # sms Jean
    Atelier Afi: 2 500 F recus pour 0044. Reste 5 000 F. Recu R-2026-0004.
  `);
  });

  test('E33 · a price: « 25k », « 25 mille », « 27.500 »', async () => {
    await story(`
    # whatsapp Awa
    > commander AFI
    *Atelier Afi* — que voulez-vous coudre ?
    [Boubou] — 25 000 F
    [Robe] — 18 000 F
    [Chemise] — 15 000 F
    [Pantalon] — 10 000 F
    [Ensemble]
    [Tenue enfant] — 9 000 F
    [Retouche] — 2 000 F
    [Autre (écrire)]
    > Ensemble
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [Moi]
    Une photo du tissu ou du modèle, ou un vocal ? Envoyez-les, ou passez.
    [Passer]
    > [Passer]
    Pour quand ?
    [Normal 02/12]
    [Rapide 28/11]
    [Urgent 26/11]
    > [Normal 02/12]
    Vos mesures du 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Garder]
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > [Garder]
    *Ensemble* chez Atelier Afi, votre tissu, pour le 02/12. L'atelier fixe le prix et vous l'envoie ; rien n'est dû avant votre accord. Mesures : les vôtres.
    [Demander le prix]
    [Modifier]
    > [Demander le prix]
    Demande *0045* envoyée à *Atelier Afi* : Ensemble, pour le 02/12. Vous recevrez son devis ici.
    # sms Afi
    Demande 0045 Awa Dossou Ensemble pour le 02/12. Repondez DEVIS 0045 et le prix
    # whatsapp Afi
    > devis 45 25k 02/12
    # whatsapp Awa
    Ici *Atelier Afi* : votre commande 0045 (Ensemble) coûte 25 000 F et sera prête le 02/12. Acceptez-vous ce prix et cette date ?
    [J'accepte]
    [Négocier]
    [Non merci]
    # whatsapp Afi
    *25 000 F* pour *0045* Awa Dossou, Ensemble, prêt le *02/12*, acompte : 12 500 F. La personne reçoit ce prix et répond oui ou non.
    > devis 45 26 mille 02/12
    # whatsapp Awa
    Ici *Atelier Afi* : votre commande 0045 (Ensemble) coûte 26 000 F et sera prête le 02/12. Acceptez-vous ce prix et cette date ?
    [J'accepte]
    [Négocier]
    [Non merci]
    # whatsapp Afi
    *26 000 F* pour *0045* Awa Dossou, Ensemble, prêt le *02/12*, acompte : 13 000 F. La personne reçoit ce prix et répond oui ou non.
    > devis 45 27.500 02/12
    # whatsapp Awa
    Ici *Atelier Afi* : votre commande 0045 (Ensemble) coûte 27 500 F et sera prête le 02/12. Acceptez-vous ce prix et cette date ?
    [J'accepte]
    [Négocier]
    [Non merci]
    # whatsapp Afi
    *27 500 F* pour *0045* Awa Dossou, Ensemble, prêt le *02/12*, acompte : 13 750 F. La personne reçoit ce prix et répond oui ou non.
  `);
  });
});
