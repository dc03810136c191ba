import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { newOrders } from '../../helpers/ordering.ts';
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
const placed = () => newOrders(world);

describe('E16 · the week fills while a client is ordering', () => {
  test('E16, STY-58 · on WhatsApp: the first free day is offered, never more than the capacity', async () => {
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
    > Boubou
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [Moi]
    Une photo du tissu ou du modèle, ou un vocal ? Envoyez-les, ou passez.
    [Passer]
    > [Passer]
    Pour quand ?
    [Normal 28/11]
    [Rapide 26/11]
    [Urgent 25/11]
    > [Normal 28/11]
    Vos mesures du 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Garder]
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > [Garder]
    *Boubou* chez Atelier Afi, votre tissu, pour le 28/11. Prix : 25 000 F, acompte : 12 500 F. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    # whatsapp Afi
    > capacite 1
    C'est noté. Ouvert aux commandes. Travail : lun-sam. Fermé : aucun jour. Commandes par semaine : 1. Acompte : 50 %.
    # whatsapp Awa
    > [Valider et payer]
    Capacité maximale atteinte : cette semaine vient de se remplir. Premier jour libre : le 30/11. *Boubou*, pour le 30/11, chez Atelier Afi.
    [Continuer]
    [Modifier]
    [Annuler]
    > [Continuer]
    Commande *0045* notée chez *Atelier Afi* : Boubou, pour le 30/11.
    Payer *12 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # whatsapp Afi
    Une nouvelle commande 0045 est arrivée : Awa Dossou, Boubou, à rendre le 30/11. Prix convenu : 25 000 F. Photos et vocaux joints : 0.
    [Voir la commande]
    # whatsapp Awa
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    12 500 F reçus par *Atelier Afi* pour la commande 0045. Reste à payer : 12 500 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    Nouvelle commande 0045 payée à 50 % : 12 500 F reçus (Boubou). Reste 12 500 F. Le travail peut commencer.
    [Voir la commande]
  `);
    expect(await placed()).toMatchObject([{ status: 'in_progress' }]);
  });

  test('E16 · on USSD: offered, and refused', async () => {
    await story(`
    # ussd Jean
    > *384*22#
    CON Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 2
    CON Commander chez:
    1.Atelier Afi
    3.Code d un atelier
    0.Retour
    > 1
    CON Atelier Afi: quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (ecrire)
    0.Retour
    > 1
    CON Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 1 normal
    CON Vos mesures:
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 3
    CON Boubou chez Atelier Afi
    Prix 25 000 F pret le 28/11
    Acompte 12 500 F
    1.Valider et payer
    2.Valider, payer plus tard
    0.Annuler
    # sms Afi
    > capacite 1
    C'est noté. Ouvert aux commandes. Travail : lun-sam. Capacité : 1. Acompte : 50 %.
    # ussd Jean
    > 2
    CON Semaine complete. Premier jour libre: 30/11.
    1.Continuer
    2.Modifier
    3.Annuler
    0.Retour
    > 3
    CON Rien n est commande.
    Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
  `);
    expect(await placed()).toEqual([]);
  });

  test('E16 · full from the start: the days that are offered are free ones', async () => {
    await story(`
    # sms Afi
    > capacite 1
    C'est noté. Ouvert aux commandes. Travail : lun-sam. Capacité : 1. Acompte : 50 %.
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
    > Boubou
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [Moi]
    Une photo du tissu ou du modèle, ou un vocal ? Envoyez-les, ou passez.
    [Passer]
    > [Passer]
    Pour quand ?
    [Normal 30/11]
    # ussd Jean
    > *384*22#
    CON Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 2
    CON Commander chez:
    1.Atelier Afi
    3.Code d un atelier
    0.Retour
    > 1
    CON Atelier Afi: quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (ecrire)
    0.Retour
    > 1
    CON Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 1 27/11
    CON Trop tot: au plus tot le 30/11.
    Quel jour? ex: 28/12 ou normal
    0.Retour
  `);
  });
});
