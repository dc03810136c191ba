import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('in English, people we know', () => {
  test('Jean sees, carries away and deletes his data', () => play(world, `
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
    Delete your name, your messages and your measurements? Receipts stay, without your name, as the law asks; an open order, under your initials until it is handed over. This cannot be undone.
    [Delete it all]
    [No, keep it]
    > [No, keep it]
    Your data is yours. What would you like to do?
    [See it]
    [Correct my name]
    [Receive it all]
    [Delete it all]
    > 4
    Delete your name, your messages and your measurements? Receipts stay, without your name, as the law asks; an open order, under your initials until it is handed over. This cannot be undone.
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
    Your data is yours. What would you like to do?
    [See it]
    [Correct my name]
    [Receive it all]
    [Delete it all]
    > human
    Whom would you like to talk to?
    [Atelier Afi]
    [Salon Bintou]
    > 1
    Atelier Afi has been told. Somebody will answer you here; I stay quiet until then (12 h at most). To come back to the menu, write *menu*.
    > hello?
    > menu
    We were talking about: your data. Shall we go on?
    [Yes, go on]
    [No, begin again]
    > [No, begin again]
    Hello Jean Hounsou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (1)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    # ussd Jean
    > *384*22*8*8*4#
    CON Delete name and messages? Invoices kept without name. Final.
    1.Delete it all
    2.No, keep it
    0.Back
    > 1
    END Deleted. Your open order, or what you owe, stays under your initials until it is handed over or paid.
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
    1.Sell
    2.Stock of a product
    3.Goods in
    4.Out of stock (0)
    5.To order (25)
    6.Report
    7.Credit book
    8.More
    0.Quit
    > 8
    CON Other services
    1.Count the stock
    2.Missing
    3.Undo
    4.Till
    5.A product's card
    7.Talk to a person
    8.Language
    6.Know
    0.Back
    > 7
    END Griot has been told. Somebody will answer you by SMS.
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
    1.Sell
    2.Stock of a product
    3.Goods in
    4.Out of stock (0)
    5.To order (25)
    6.Report
    7.Credit book
    8.More
    0.Quit
  `));
});
