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

describe('E4, E6 · an order begun on one channel', () => {
  test('E4, E6 · cut on USSD among the measures, finished on WhatsApp', async () => {
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
    > 2
    CON Mesures Boubou 1/2 en cm, dans l ordre:
    epaule poitrine longueur manche
    ex: 45 98 140 60
    (x si inconnu)
    0.Retour
    > 45 98 140 60
    CON Mesures 2/2 en cm:
    cou
    ex: 40
    0.Retour
    > /drop
    # whatsapp Jean
    > Bonjour
    Nous parlions de : une commande. On reprend ?
    [Oui, reprendre]
    [Non, recommencer]
    > [Oui, reprendre]
    Et en centimètres, dans l'ordre : cou. Par exemple : 40
    > co 40
    Vérifiez : épaule 45, poitrine 98, longueur 140, manche 60, cou 40.
    [Bon]
    [Corriger une]
    > [Bon]
    *Boubou* chez Atelier Afi, votre tissu, pour le 28/11. Prix : 25 000 F, acompte : 12 500 F. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    > [Valider et payer]
    Commande *0045* notée chez *Atelier Afi* : Boubou, pour le 28/11.
    Payer *12 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 02 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    Nouvelle commande 0045 Jean Hounsou Boubou pour le 28/11, 25 000 F.
    # whatsapp Jean
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 02. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    12 500 F reçus par *Atelier Afi* pour la commande 0045. Reste à payer : 12 500 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # sms Afi
    Nouvelle commande 0045 payee a 50%: 12 500 F (Boubou). Reste 12 500 F.
  `);
    expect(await placed()).toMatchObject([{ who: 'Jean Hounsou', status: 'in_progress' }]);
  });

  test('E4, E6 · begun on WhatsApp with a photo, finished by dialling', async () => {
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
    > /photo
    C'est joint à votre commande (1). Envoyez-en d'autres, ou continuez.
    [Continuer]
    > [Continuer]
    Pour quand ?
    [Normal 28/11]
    [Rapide 26/11]
    [Urgent 25/11]
    # ussd Awa
    > *384*22#
    CON Reprendre: une commande?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Pour quand ?
    1.Normal 28/11
    2.Rapide 26/11
    3.Urgent 25/11
    0.Retour
    > 1
    CON Vos mesures:
    1.Celles du 12/03/2026
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 1
    CON Boubou 25 000 F 28/11
    Acompte 12 500 F
    1.Valider et payer
    2.Valider, payer plus tard
    3.Modifier
    0.Annuler
    > 1
    CON 0045 notee, pour le 28/11.
    Payer 12 500 F pour ORD-2026-0045
    Tel: 01 96 00 00 01
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numero
    9.Suite
    0.Annuler
    # sms Afi
    Nouvelle commande 0045 Awa Dossou Boubou pour le 28/11, 25 000 F.
    # ussd Awa
    > 1
    CON Payer 12 500 F avec MTN MoMo 01 96 00 00 01
    1.Oui
    2.Changer de numero
    0.Annuler
    > 1
    END Demande MTN de 12 500 F en route. Validez avec votre code secret sous 5 min. Rien recu? *384*22# puis Payer. Jamais de code par SMS.
    > /wait 5s
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    # whatsapp Awa
    12 500 F reçus par *Atelier Afi* pour la commande 0045. Reste à payer : 12 500 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # sms Afi
    Nouvelle commande 0045 payee a 50%: 12 500 F (Boubou). Reste 12 500 F.
  `);
    expect(await placed()).toMatchObject([{ who: 'Awa Dossou', status: 'in_progress' }]);
    expect(await world.db.orderMedia.count()).toBe(1);
  });
});
