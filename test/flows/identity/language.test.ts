import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('E23 · the language changes in the middle, the step stays', () => {
  test('E23 · on WhatsApp, by the word and by the menu', () => play(world, `
    # whatsapp Awa
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > langue
    Choisissez votre langue. Choose your language.
    [Français]
    [English]
    > [English]
    We go on in English.
    What is the right name?
    > Awa Dossou
    Corrected: Awa Dossou.
    > français
    Nous continuons en français.
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
  `));

  test('E23 · by SMS', () => play(world, `
    # sms Jean
    > mes donnees
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > english
    We go on in English.
    Your data is yours. What would you like to do?
    1.See it
    2.Correct my name
    3.Receive it all
    4.Delete it all
    0.Back
    > langue
    Choose your language. Choisissez votre langue.
    1.Francais
    2.English
    0.Back
    > 1
    Nous continuons en francais.
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
  `));

  test('E23 · on USSD', () => play(world, `
    # ussd Jean
    > *384*22#
    CON Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 8
    CON Choix non valide: 8
    Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 4
    CON Choix non valide: 4
    Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 2
    CON Bonjour Jean Hounsou
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
  `));
});

describe('E18 and E23 · the language is chosen before it is said who is there', () => {
  test('E23 · it is of the one who is picked, and of nobody else', () => play(world, `
    # ussd Ines
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > english
    CON We go on in English.
    This phone has several profiles:
    1.Ines
    2.Yao
    3.Another person
    0.Quit
    > 2
    CON Yao:
    Hello Yao
    1.My orders (0)
    2.Order
    4.Pay
    6.My measures
    7.Buy (shop)
    8.More
    0.Quit
    > /drop
    > *384*22#
    CON This phone has several profiles:
    1.Ines
    2.Yao
    3.Another person
    0.Quit
    > 1
    CON Ines:
    Bonjour Ines
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > /drop
    # whatsapp Ines
    > profil
    Ines :
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Yao]
    Yao:
    Hello Yao 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (0)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
  `));

  test('E23 · who is added in English is spoken to in English, and after a deletion the phone is', () => play(world, `
    # sms +2290195000061
    > english
    We go on in English.
    Hello, this is Griot. Who are you?
    1.I am a client
    2.I have a business
    3.Refer and earn
    4.Francais
    9.Terms and STOP
    0.Quit
    > 1
    Your data is used for orders, appointments and payments. Do you accept?
    1.Accept
    0.Back
    > 1
    Your first and last name?
    0.Cancel
    > Rose Agbo
    Hello Rose Agbo. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (0)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > my data
    Your data is yours. What would you like to do?
    1.See it
    2.Correct my name
    3.Receive it all
    4.Delete it all
    0.Back
    > 4
    Delete name, messages, measurements? Receipts stay without name (law), an open order under your initials. Cannot be undone.
    1.Delete it all
    2.No, keep it
    0.Back
    > 1
    Deleted. If you write to us again, we will not know you.
    > hello
    Hello, this is Griot. Who are you?
    1.I am a client
    2.I have a business
    3.Refer and earn
    4.Francais
    9.Terms and STOP
    0.Quit
  `));
});
