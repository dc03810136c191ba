import { afterAll, beforeEach, describe, test } from '@jest/globals';
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

describe('E37 · FedaPay does not answer', () => {
  test('E37 · on WhatsApp: it is said, nothing is lost, and what was asked for is asked when it answers', async () => {
    world.standins.fedapay?.faults.set({ refuse: 'down' });
    await story(`
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /wait 30s
    > [Vérifier]
    Le service de paiement ne répond pas en ce moment. La demande de 12 500 F pour la commande 0042 part dès qu'il répond. Rien n'est débité sans votre code.
    [Vérifier]
    [Changer de moyen]
    > payer 42
    Le service de paiement ne répond pas en ce moment. La demande de 12 500 F pour la commande 0042 part dès qu'il répond. Rien n'est débité sans votre code.
    [Vérifier]
    [Changer de moyen]
  `);
    world.standins.fedapay?.faults.clear();
    await story(`
    # whatsapp Awa
    > /wait 1min
    > [Vérifier]
    Toujours en attente chez MTN MoMo : 12 500 F pour la commande 0042. Validez sur le téléphone qui paie.
    [Vérifier]
    [Changer de moyen]
    > /momo approve
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    12 500 F reçus par *Atelier Afi* : la commande 0042 est entièrement payée, merci. Reçu R-2026-0003.
    [Mon reçu]
    [Voir la commande]
    # sms Afi
    Commande 0042: 12 500 F recus, payee a 100%. Reste 0 F.
  `);
  });

  test('E37 · by dialling: the word comes by SMS', async () => {
    world.standins.fedapay?.faults.set({ refuse: 'busy' });
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
    > 4
    CON A payer:
    1.0044 Chemise 7 500F
    2.Autre numero de commande
    0.Retour
    > 1
    CON Payer 7 500 F pour ORD-2026-0044
    Tel: 01 96 00 00 02
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numero
    5.Payer une partie
    6.Lien carte, Wave
    0.Annuler
    > 2
    CON Payer 7 500 F avec Moov Money 01 96 00 00 02
    1.Oui
    2.Changer de numero
    0.Annuler
    > 1
    END Demande Moov de 7 500 F en route. Validez avec votre code secret sous 5 min. Rien recu? *384*22# puis Payer. Jamais de code par SMS.
    > 1
    > /wait 5s
    > /wait 2min
    > /wait 15min
    # sms Jean
    7 500 F non demandes: le service de paiement ne repond pas. Rien n'est debite. Plus tard: PAYER 0044. Atelier Afi
  `);
  });

  test('E37 · by SMS in English, the key of the workshop is no longer known', async () => {
    world.standins.fedapay?.faults.set({ refuse: 'badKey' });
    await story(`
    # sms Jean
    > english
    We go on in English.
    Hello Jean Hounsou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > pay 44
    Pay 7,500 F for 0044 from 01 96 00 00 02?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Another number
    5.Pay a part
    6.Card, Wave, Orange
    0.Cancel
    > 1
    Confirm 7,500 F: MTN MoMo code on the phone, never by SMS.
    1.Check
    2.Pay another way
    0.Menu
    7,500 F not asked for: paying Atelier Afi does not work just now. The workshop knows. Nothing was taken.
    # sms Afi
    La cle de votre compte de paiement ne marche plus: 7 500 F (0044) non payes. Redonnez la cle depuis vos reglages.
    # sms Jean
    > /wait 2min
  `);
  });
});
