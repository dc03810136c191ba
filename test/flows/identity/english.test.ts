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
    [More]
    > help
    Tap a choice, or type its number or its name. *menu*: the start. *back*: the step before. *language*: English, français. *profile*: change person. *my data*: see or delete. *human*: talk to a person. *STOP*: no more messages. No internet: dial *384*22#.
    Hello Ama Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
    > [More]
    Other services
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
    [More]
    > more
    Other services
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
    > menu
    Hello Ama Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
    > /photo
    Photo received and kept.
    Hello Ama Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
    > /voice
    I keep your voice message for the workshop. To go faster, choose:
    Hello Ama Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
    > /location
    Location received.
    Hello Ama Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
  `));

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
    Thank you Kwame Boateng. Your trade and your town? Example: tailor Cotonou
    0.Cancel
    > tailoring Accra
    Noted Kwame Boateng. Somebody from Griot will call you back on this number within 2 working days. MENU to go on.
    > menu
    Hello Kwame Boateng. You can also write LANGUAGE, HUMAN, MY DATA.
    8.More
    0.Quit
    > 8
    Other services
    4.Language
    5.Change profile
    6.Talk to the workshop
    7.Stop messages
    8.My data
    0.Back
    > 9
    Invalid choice: 9
    Other services
    4.Language
    5.Change profile
    6.Talk to the workshop
    7.Stop messages
    8.My data
    0.Back
    > help
    Reply with a number, or MENU, BACK, LANGUAGE, PROFILE, MY DATA, HUMAN (a person), STOP. No credit: dial *384*22#
    Other services
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
    Kwame Boateng, tel 0803 123 0002, since 20/11/2026. At: -. Messages kept: 26
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
    8.More
    0.Quit
  `));
});

describe('in English, people we know', () => {
  test('Jean sees, carries away and deletes his data', () => play(world, `
    # whatsapp Jean
    > english
    We go on in English.
    Hello Jean Hounsou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
    > my data
    Your data is yours. What would you like to do?
    [See it]
    [Correct my name]
    [Receive it all]
    [Delete it all]
    > [See it]
    *Jean Hounsou*
    Phone: 01 96 00 00 02
    Known since 20/11/2026
    At: Atelier Afi, Salon Bintou
    Messages kept: 4
    Allowed: all messages
    > back
    Your data is yours. What would you like to do?
    [See it]
    [Correct my name]
    [Receive it all]
    [Delete it all]
    > export
    I did not understand “export”.
    Your data is yours. What would you like to do?
    [See it]
    [Correct my name]
    [Receive it all]
    [Delete it all]
    > my data
    Your data is yours. What would you like to do?
    [See it]
    [Correct my name]
    [Receive it all]
    [Delete it all]
    > 4
    Delete your name and all your messages? Receipts and invoices stay, without your name, as the law asks. This cannot be undone.
    [Delete it all]
    [No, keep it]
    > [No, keep it]
    Your data is yours. What would you like to do?
    [See it]
    [Correct my name]
    [Receive it all]
    [Delete it all]
    > 4
    Delete your name and all your messages? Receipts and invoices stay, without your name, as the law asks. This cannot be undone.
    [Delete it all]
    [No, keep it]
    > no
    Your data is yours. What would you like to do?
    [See it]
    [Correct my name]
    [Receive it all]
    [Delete it all]
    > human
    Whom would you like to talk to?
    [Atelier Afi]
    [Salon Bintou]
    > back
    Hello Jean Hounsou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
    > human
    Whom would you like to talk to?
    [Atelier Afi]
    [Salon Bintou]
    > 1
    Atelier Afi has been told. Somebody will answer you here; I stay quiet until then (12 h at most). To come back to the menu, write *menu*.
    > hello?
    > menu
    Hello Jean Hounsou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
    # ussd Jean
    > *384*22*8*8*4#
    CON Delete name and messages? Invoices kept without name. Final.
    1.Delete it all
    2.No, keep it
    0.Back
    > 1
    END Deleted. We no longer know you.
  `));

  test('Awa is not understood, and is offered a human', () => play(world, `
    # sms Awa
    > english
    We go on in English.
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    8.More
    0.Quit
    > moar
    Invalid choice: moar
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    8.More
    0.Quit
    > qqq
    Invalid choice: qqq
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    8.More
    0.Quit
    > www
    Invalid choice: www
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    8.More
    0.Quit
    > vvv
    Invalid choice: vvv
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    8.More
    0.Quit
    > xxx
    I do not quite understand you. Would you like to talk to a person?
    1.Yes, a person
    2.No, the menu
    0.Back
    > no
    Hello Awa Dossou. You can also write LANGUAGE, HUMAN, MY DATA.
    8.More
    0.Quit
    # whatsapp Awa
    > mor
    Hello Awa Dossou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
    > [More]
    Other services
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

  test('Moussa proves on USSD who he is', () => play(world, `
    # ussd Moussa
    > *384*22#
    CON Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > english
    CON We go on in English.
    Boutique Diop
    Enter your PIN (4 to 6 digits):
    0.Cancel
    > 1111
    CON Boutique Diop
    Wrong PIN. Tries left: 2
    Enter your PIN:
    0.Cancel
    > 4321
    CON Boutique Diop
    8.More
    0.Quit
    > 8
    CON Other services
    7.Talk to a person
    8.Language
    0.Back
    > 7
    END Boutique Diop has been told. Somebody will answer you by SMS.
    > *384*22#
    CON Somebody will answer you by SMS.
    1.Go to the menu
    0.Quit
    > 1
    CON Boutique Diop
    Enter your PIN (4 to 6 digits):
    0.Cancel
    > 4321
    CON Boutique Diop
    8.More
    0.Quit
  `));

  test('Ines and Yao share a phone', () => play(world, `
    # ussd Ines
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 1
    CON Ines:
    Bonjour Ines
    8.Plus
    0.Quitter
    > english
    CON Ines:
    We go on in English.
    Hello Ines
    8.More
    0.Quit
    > 8
    CON Ines:
    Other services
    4.Language
    5.Change profile
    6.Talk to the workshop
    7.Stop messages
    8.My data
    0.Back
    > 8
    CON Ines:
    My data
    1.See it
    2.Correct my name
    3.Receive it all
    4.Delete it all
    0.Back
    > 2
    CON Ines:
    The right name:
    0.Cancel
    > 8
    CON Ines:
    A name of 2 to 40 letters.
    The right name:
    0.Cancel
    > 7
    CON Ines:
    A name of 2 to 40 letters.
    The right name:
    0.Cancel
    > 2
    CON Ines:
    A name of 2 to 40 letters.
    Hello Ines
    8.More
    0.Quit
    # whatsapp Ines
    > hello
    Ines:
    Hello Ines 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [More]
    > profile
    Ines:
    Several people may share this phone. Who are you?
    [Ines]
    [Yao]
    [Another person]
  `));
});
