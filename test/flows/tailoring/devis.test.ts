import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { ordersOf } from '../../helpers/ordering.ts';
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
const statuses = async () => (await world.db.order.findMany({ where: { seq: { gt: 44 } }, orderBy: { seq: 'asc' } })).map(({ status }) => status);

describe('J1, J5 · the workshop gives its price', () => {
  test("J1 · no price in the scale: the owner's devis, the client's J'accepte", async () => {
    await ordersOf(world).quoted();
    await story(`
    # whatsapp Awa
    > bonjour
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (2)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    # whatsapp Afi
    > devis 45 25000 28/11
    # whatsapp Awa
    Ici *Atelier Afi* : votre commande 0045 (Boubou) coûte 25 000 F et sera prête le 28/11. Acceptez-vous ce prix et cette date ?
    [J'accepte]
    [Négocier]
    [Non merci]
    # whatsapp Afi
    *25 000 F* pour *0045* Awa Dossou, Boubou, prêt le *28/11*, acompte : 12 500 F. La personne reçoit ce prix et répond oui ou non.
    # whatsapp Awa
    > [J'accepte]
    Commande *0045* confirmée à 25 000 F, pour le 28/11.
    Payer *12 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # whatsapp Afi
    La commande 0045 de Awa Dossou (Boubou) est maintenant confirmée au prix de 25 000 F, à livrer le 28/11.
    > devis 45
    *0045* Awa Dossou, Boubou, pour le 28/11. Prix actuel : 25 000 F. Quel nouveau prix ? Par exemple : *25000*, ou 25k 28/12.
  `);
    expect(await statuses()).toEqual(['confirmed']);
  });

  test('J5 · a walk-in on WhatsApp: on a feature phone the client reads the SMS and answers OUI 45, Afi is told', async () => {
    await story(`
    # whatsapp Afi
    > nouveau
    Téléphone du client ? (0 = sans téléphone)
    > 0196000007
    Quel est le nom du client ?
    > Rosine Ahoyo
    Quel habit pour Rosine Ahoyo ?
    [Boubou]
    [Robe]
    [Chemise]
    [Pantalon]
    [Ensemble]
    [Tenue enfant]
    [Retouche]
    > 1
    Aucune mesure de Rosine Ahoyo ici. Les prendre maintenant ?
    [Dicter]
    [Plus tard]
    > Plus tard
    Boubou pour Rosine Ahoyo : 25 000 F au barème. Quel prix ?
    [25 000 F]
    [Autre prix]
    [Prix plus tard]
    > Prix plus tard
    Prêt le *28/11* ? C'est le premier jour libre.
    [Le 28/11]
    [Autre jour]
    > 1
    *Rosine Ahoyo*, Boubou, prix plus tard, pour le 28/11. Places cette semaine : 1/12.
    [Enregistrer]
    [Urgent]
    > Enregistrer
    *0045* est notée sans prix. Quand vous l'avez, écrivez « devis », le numéro et le prix.
    > devis 45 25k
    *25 000 F* pour *0045* Rosine Ahoyo, Boubou, prêt le *28/11*, acompte : 12 500 F. La personne reçoit ce prix et répond oui ou non.
    # sms +2290196000007
    Atelier Afi: 0045 Boubou 25 000 F pour le 28/11. Repondez OUI 0045 ou NON 0045
    > OUI 45
    Vos données servent à vos commandes, RDV et paiements. Vous acceptez ?
    1.Accepter
    0.Retour
    > 1
    # whatsapp Afi
    La commande 0045 de Rosine Ahoyo (Boubou) est maintenant confirmée au prix de 25 000 F, à livrer le 28/11.
    # sms +2290196000007
    0045 confirmée à 25 000 F.
    Payer 12 500 F pour 0045 avec le 01 96 00 00 07 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
  `);
    expect(await statuses()).toEqual(['confirmed']);
  });

  test('J5 · price changed after OUI: a new OUI is asked; once paid for it changes no more', async () => {
    await ordersOf(world).quoted({ totalXof: 25_000 });
    await story(`
    # sms Awa
    > oui 45
    0045 confirmée à 25 000 F.
    Payer 12 500 F pour 0045 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 25 000 F, pour le 27/11.
    > devis 45 27000
    # sms Awa
    Atelier Afi: 0045 Boubou 27 000 F pour le 27/11. Repondez OUI 0045 ou NON 0045
    # sms Afi
    0045 Awa Dossou : 27 000 F pour le 27/11. Un nouvel accord est demande au client.
    > devis 45 27000
    0045 : c'est déjà ce prix et ce jour.
    # sms Awa
    > /wait 90s
    > oui 45
    0045 confirmée à 27 000 F.
    Payer 13 500 F pour 0045 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 27 000 F, pour le 27/11.
    > recu 45 13500 especes
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    # sms Awa
    Atelier Afi: 13 500 F recus pour 0045. Reste 13 500 F. Recu R-2026-0003.
    # sms Afi
    13 500 F especes, 0045 Awa Dossou. Reste 13 500 F. Recu R-2026-0003
    1.Annuler
    0.Menu
    > devis 45 30000
    0045 : le prix ne change plus : le travail a commencé, de l'argent est recu, ou elle est finie.
  `);
    expect(await statuses()).toEqual(['in_progress']);
  });
});
