import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { newOrders, ordersOf } from '../../helpers/ordering.ts';
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

describe('E14 · the price changes while a client is ordering by SMS', () => {
  test('E14 · by SMS in English; agreed, it is the new price that is paid', async () => {
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
    > order AFI
    Atelier Afi: which garment?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Other (write)
    0.Back
    > 1
    Who brings the fabric?
    1.Me
    2.The workshop
    0.Back
    > 1
    For when?
    1.Normal 28/11
    2.Fast 26/11
    3.Urgent 25/11
    0.Back
    > 1
    Your measures:
    2.Dictate
    3.Measure me there
    4.Another person
    0.Back
    > 3
    Boubou at Atelier Afi, ready 28/11. Price 25,000 F, deposit 12,500 F.
    1.Confirm and pay
    2.Pay later
    3.Change
    0.Cancel
  `);
    await ordersOf(world).priced('Boubou', 27_000);
    await story(`
    # sms Jean
    > 2
    The price is now 27,000 F, deposit 13,500 F.
    1.Go on
    2.Change
    3.Cancel
    0.Back
    > 1
    Order 0045 noted at Atelier Afi, ready 28/11. Deposit 13,500 F within 48 h: reply PAY 0045
    # sms Afi
    Nouvelle commande 0045 Jean Hounsou Boubou pour le 28/11, 27 000 F.
    # sms Jean
    > pay 45
    0045 Boubou: 27,000 F to pay. How much now?
    1.Deposit 13,500 F
    2.All 27,000 F
    3.Pay a part
    0.Cancel
  `);
    expect(await placed()).toEqual([{ who: 'Jean Hounsou', status: 'confirmed', total: 27_000, deposit: 13_500 }]);
  });
});
