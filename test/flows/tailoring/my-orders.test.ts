import { afterAll, beforeEach, describe, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World | undefined;
beforeEach(async () => {
  await world?.close();
  world = await openWorld();
  await rest(world);
});
afterAll(() => world?.close());
const story = (script: string) => play(world as World, script);

describe('C1 · the orders of a client', () => {
  test('J4 · on WhatsApp: the list, one of them, the workshop to call, the receipt, and on to paying', () => story(`
    # whatsapp Awa
    > menu
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > [Mes commandes (1)]
    Vos commandes :
    [0042 Boubou bazin PRÊTE] — 12 500F
    > 1
    *ORD-2026-0042* Boubou bazin, chez Atelier Afi
    *PRÊTE depuis le 20/11*
    Total 25 000 F, reste à payer 12 500 F.
    [Payer 12 500 F]
    [Dire un souci]
    [Appeler l'atelier]
    [Mon reçu]
    > [Appeler l'atelier]
    Atelier Afi : 01 97 00 00 01
    > retour
    *ORD-2026-0042* Boubou bazin, chez Atelier Afi
    *PRÊTE depuis le 20/11*
    Total 25 000 F, reste à payer 12 500 F.
    [Payer 12 500 F]
    [Dire un souci]
    [Appeler l'atelier]
    [Mon reçu]
    > [Mon reçu]
    Voici votre reçu.
    [document recu-2026-0001.pdf]
    > ou est 42
    *ORD-2026-0042* Boubou bazin, chez Atelier Afi
    *PRÊTE depuis le 20/11*
    Total 25 000 F, reste à payer 12 500 F.
    [Payer 12 500 F]
    [Dire un souci]
    [Appeler l'atelier]
    [Mon reçu]
    > [Payer 12 500 F]
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
  `));

  test('C1, C1a · on USSD, and a receipt by SMS', () => story(`
    # ussd Awa
    > *384*22#
    CON Bonjour Awa Dossou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 1
    CON Mes commandes
    1.0042 Boubou bazin PRETE 12 500F
    0.Retour
    > 1
    CON ORD-2026-0042 Boubou bazin
    PRETE depuis le 20/11
    Total 25 000 F Reste 12 500 F
    1.Payer le reste
    2.Dire un souci
    3.Appeler l atelier
    4.Mon recu
    0.Retour
    > 3
    CON Atelier Afi : 01 97 00 00 01
    0.Retour
    > 0
    CON ORD-2026-0042 Boubou bazin
    PRETE depuis le 20/11
    Total 25 000 F Reste 12 500 F
    1.Payer le reste
    2.Dire un souci
    3.Appeler l atelier
    4.Mon recu
    0.Retour
    > 4
    END Votre recu arrive par SMS.
    # sms Awa
    Voici votre recu.
    http://localhost:0/r/…
    # ussd Awa
    > *384*22#
    CON Bonjour Awa Dossou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    2.Mes recus (SMS)
    4.Langue
    5.Changer de profil
    6.Parler a l atelier
    7.Stop messages
    8.Mes donnees
    0.Retour
    > 2
    END Votre recu arrive par SMS.
    # sms Awa
    Voici votre recu.
    http://localhost:0/r/…
  `));

  test('ou est 42 · by SMS it states what is left; E1 · an order of somebody else is not there', () => story(`
    # sms Awa
    > ou est 42
    0042 Boubou bazin: PRETE depuis le 20/11. Total 25 000 F, reste 12 500 F.
    1.Payer 12 500 F
    2.Dire un souci
    3.Appeler l'atelier
    4.Mon recu
    0.Retour
    > OU EST 44
    Je ne trouve pas 0044 chez vous. Laquelle ?
    1.0042 Boubou bazin Atelier Afi
    2.Voir mes commandes
    3.Autre numéro
    0.Retour
    > 1
    0042 Boubou bazin: PRETE depuis le 20/11. Total 25 000 F, reste 12 500 F.
    1.Payer 12 500 F
    2.Dire un souci
    3.Appeler l'atelier
    4.Mon recu
    0.Retour
  `));

  test('another day is asked for in words, a price said yes to cannot be taken back any more, in English', () => story(`
    # whatsapp Jean
    > english
    We go on in English.
    Hello Jean Hounsou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (1)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    > where is 44
    *ORD-2026-0044* Chemise, at Atelier Afi
    *IN PROGRESS, for 24/11*
    Total 15,000 F, left to pay 7,500 F.
    [Pay 7,500 F]
    [Report a problem]
    [Call the workshop]
    [My receipt]
    [Change the date]
    > [Change the date]
    Which day would suit you, and why? The workshop will answer.
    > Saturday, for a wedding
    Order *0044*: the workshop has your wish for another day.
    # sms Afi
    Autre jour demande 0044 Jean Hounsou Chemise: Saturday, for a wedding. Ecrivez RETARD 0044 et le jour
  `));
});
