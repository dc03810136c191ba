import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('in English, a newcomer', () => {
  test('on WhatsApp becomes a client, and looks around', () => play(world, `
    # whatsapp +2348031230001
    > Hello
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    > english
    Hello, this is *Griot*: orders, appointments and payments of your workshops and shops. Who are you?
    [I am a client] — Order, follow, pay
    [I have a business] — Tailor, salon, shop…
    [Refer and earn] — Sell for others
    [Français] — Continuer en français
    [Terms and STOP] — Your data, your messages
    > What is this?
    I did not understand “What is this?”.
    Hello, this is *Griot*: orders, appointments and payments of your workshops and shops. Who are you?
    [I am a client] — Order, follow, pay
    [I have a business] — Tailor, salon, shop…
    [Refer and earn] — Sell for others
    [Français] — Continuer en français
    [Terms and STOP] — Your data, your messages
    > [I am a client]
    Your data is used for your orders, appointments and payments, and for nothing else. You can see or delete it at any time (*my data*). Do you accept?
    [I accept]
    > [I accept]
    Your first and last name?
    > A
    A name of 2 to 40 letters, nothing else.
    Your first and last name?
    > Ama Mensah
    Hello Ama Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (0)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    > help
    Tap a choice, or type its number or its name. *menu*: the start. *back*: the step before. *language*: English, français. *profile*: change person. *my data*: see or delete. *human*: talk to a person. *STOP*: no more messages. No internet: dial *384*22#.
    Hello Ama Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (0)] — Follow, pay, report a problem
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
    > [Language]
    Choose your language. Choisissez votre langue.
    [Français]
    [English]
    > [English]
    We go on in English.
    Hello Ama Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (0)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    > more
    Other services
    [My receipts] — Get a PDF
    [Language] — English, français
    [Change profile] — Several people, one phone
    [Talk to the workshop] — Somebody will answer you
    [Stop messages] — No more reminders
    [My data] — See, correct, delete
    > [Stop messages]
    Your data is used for your orders, appointments and payments. What would you like to receive?
    [Accept]
    [Stop offers, reminders]
    [Stop everything]
    [Receive again]
    > back
    Hello Ama Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (0)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    > stop
    Done: no more offers or reminders. Receipts and your orders stay. To stop everything: STOP ALL. To receive again: START.
    > start
    Welcome back: you will receive our messages again. To stop: STOP.
    > profile
    Several people may share this phone. Who are you?
    [Ama Mensah]
    [Another person]
    > [Another person]
    First and last name of this person?
    > cancel
    Several people may share this phone. Who are you?
    [Ama Mensah]
    [Another person]
  `));

  test('on USSD refers others, drops the call, and goes on by SMS', () => play(world, `
    # ussd +2348031230003
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 4
    CON Welcome to Griot
    1.I am a client
    2.I have a business
    3.Refer and earn
    4.Francais
    9.Terms and STOP
    0.Quit
    > 7
    CON Invalid choice: 7
    Welcome to Griot
    1.I am a client
    2.I have a business
    3.Refer and earn
    4.Francais
    9.Terms and STOP
    0.Quit
    > help
    CON Type a number. 0: back. HUMAN: a person.
    Welcome to Griot
    1.I am a client
    2.I have a business
    3.Refer and earn
    4.Francais
    9.Terms and STOP
    0.Quit
    > 3
    CON Your data is used for orders, appointments and payments.
    1.Accept
    0.Back
    > 1
    CON Your first and last name:
    0.Cancel
    > Efua
    CON Your trade and town? eg: tailor Cotonou
    0.Cancel
    > /drop
    > *384*22#
    CON Continue: your registration?
    1.Yes, go on
    2.No, begin again
    0.Menu
    > 1
    CON Your trade and town? eg: tailor Cotonou
    0.Cancel
    > /drop
    # sms +2348031230003
    > hi
    Continue: your registration?
    1.Yes, go on
    2.No, begin again
    0.Menu
    > yes
    Thank you Efua. Your trade and your town? Example: tailor Cotonou
    0.Cancel
    > cosmetics Lagos
    Noted Efua. Somebody from Griot will call you back on this number within 2 working days. MENU to go on.
    > 1
    Hello Efua. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (0)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
  `));
});
