import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('in English, two people on one phone', () => {
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
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > english
    CON Ines:
    We go on in English.
    Hello Ines
    1.My orders (0)
    2.Order
    4.Pay
    6.My measures
    7.Buy (shop)
    8.More
    0.Quit
    > 8
    CON Ines:
    Other services
    2.My receipts (SMS)
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
    1.My orders (0)
    2.Order
    4.Pay
    6.My measures
    7.Buy (shop)
    8.More
    0.Quit
    # whatsapp Ines
    > hello
    Ines:
    Hello Ines 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (0)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
  `));
});
