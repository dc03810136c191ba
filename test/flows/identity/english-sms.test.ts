import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('in English, by SMS', () => {
  test('by SMS brings a business', () => play(world, `
    # sms +2348031230002
    > Hello
    Bonjour, ici Griot. Qui etes-vous ?
    1.Je suis client
    2.J'ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > english
    Hello, this is Griot. Who are you?
    1.I am a client
    2.I have a business
    3.Refer and earn
    4.Francais
    9.Terms and STOP
    0.Quit
    > 2
    Your data is used for orders, appointments and payments. Do you accept?
    1.Accept
    0.Back
    > 1
    Your first and last name?
    0.Cancel
    > Kwame Boateng
    Let us open your business. Its name? Example: Atelier Yawa
    0.Cancel
    > Kwame Cuts
    Your trade? Example: tailoring, embroidery
    0.Back
    > barber
    Griot only opens by itself businesses of West Africa. Noted: somebody from Griot will answer you within 2 working days.
    > menu
    Hello Kwame Boateng. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (0)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > 8
    Other services
    2.My receipts
    4.Language
    5.Change profile
    6.Talk to the workshop
    7.Stop messages
    8.My data
    0.Back
    > 9
    Invalid choice: 9
    Other services
    2.My receipts
    4.Language
    5.Change profile
    6.Talk to the workshop
    7.Stop messages
    8.My data
    0.Back
    > help
    Reply with a number, or MENU, BACK, LANGUAGE, PROFILE, MY DATA, HUMAN (a person), STOP. No credit: dial *384*22#
    Other services
    2.My receipts
    4.Language
    5.Change profile
    6.Talk to the workshop
    7.Stop messages
    8.My data
    0.Back
    > language
    Choose your language. Choisissez votre langue.
    1.Francais
    2.English
    0.Back
    > 0
    Hello Kwame Boateng. You can also write LANGUAGE, HUMAN, MY DATA.
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
    > 1
    Kwame Boateng, tel 0803 123 0002, since 20/11/2026. At: -. Messages kept: 28
    0.Back
    > 0
    Your data is yours. What would you like to do?
    1.See it
    2.Correct my name
    3.Receive it all
    4.Delete it all
    0.Back
    > 2
    What is the right name?
    0.Cancel
    > Kwame A. Boateng
    Corrected: Kwame A. Boateng.
    > stop all
    Done: we will not write to you any more. If you write to us, we answer. To receive again: START.
    > resume
    Welcome back: you will receive our messages again. To stop: STOP.
  `));

  test('Awa is not understood, and is offered a human', () => play(world, `
    # sms Awa
    > english
    We go on in English.
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > moar
    Invalid choice: moar
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > qqq
    Invalid choice: qqq
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > www
    Invalid choice: www
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > vvv
    Invalid choice: vvv
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > xxx
    I do not quite understand you. Would you like to talk to a person?
    1.Yes, a person
    2.No, the menu
    0.Back
    > no
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    # whatsapp Awa
    > mor
    Hello Awa Dossou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (1)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    > [More]
    Other services
    [My receipts] — Get a PDF
    [Language] — English, français
    [Change profile] — Several people, one phone
    [Talk to the workshop] — Somebody will answer you
    [Stop messages] — No more reminders
    [My data] — See, correct, delete
    > lang
    Choose your language. Choisissez votre langue.
    [Français]
    [English]
    > [More]
    This button is no longer valid. Here is where we are:
    Choose your language. Choisissez votre langue.
    [Français]
    [English]
  `));
});
