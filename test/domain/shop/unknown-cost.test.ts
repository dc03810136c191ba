import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addProduct } from '../../../src/domain/shop/add-product.ts';
import { changeProduct } from '../../../src/domain/shop/change-product.ts';
import { importProducts } from '../../../src/domain/shop/import-products.ts';
import { fillDemand } from '../../../src/domain/shop/knowing/fill-demand.ts';
import { figuresOf } from '../../../src/domain/shop/knowing/figures.ts';
import { healthOf } from '../../../src/domain/shop/knowing/health.ts';
import { readShelves } from '../../../src/domain/shop/knowing/read-shelves.ts';
import { receiveGoods } from '../../../src/domain/shop/receive-goods.ts';
import { sell } from '../../../src/domain/shop/sell.ts';
import { undoReceipt } from '../../../src/domain/shop/undo-receipt.ts';
import { voidSale } from '../../../src/domain/shop/void-sale.ts';
import { openShelves, type Shelves } from './shelves.ts';

let shop: Shelves;
let goods = 0;
beforeAll(async () => (shop = await openShelves()));
afterAll(() => shop.close());

/** As somebody adds it who sends a photo, « nom prix quantité »: nobody says what it was bought at. */
const photographed = async (units: number): Promise<string> => {
  const added = await shop.as({}, (business) => addProduct(business, { name: `Savon ${(goods += 1)}`, unit: 'piece', priceXof: 500, qty: units * 1_000 }));
  return 'variantId' in added ? added.variantId : shop.nobody;
};
const sells = async (variantId: string, units: number): Promise<number> => {
  const sold = await shop.as({}, (business) => sell(business, { variantId, qty: units * 1_000, paidHow: 'cash', sure: true, key: shop.key() }));
  return 'seq' in sold ? sold.seq : 0;
};
const receives = (variantId: string, units: number, unitXof: number) => shop.as({}, (business) => receiveGoods(business, { variantId, qty: units * 1_000, unitXof, key: shop.key() }));
const costs = (variantId: string, francs: string) => shop.as({}, (business) => changeProduct(business, variantId, 'cost', francs));
const saleOf = async (seq: number) => {
  const { costXof, marginXof, lines } = await shop.db.sale.findFirstOrThrow({ where: { seq }, include: { lines: true } });
  return { costXof, marginXof, lines: lines.map((line) => line.costXof) };
};
const francs = async (variantId: string): Promise<number> => Number((await shop.proof(variantId)).worth) / 1_000;

describe('DIG-21 · goods of which nobody has said the cost', () => {
  test('are sold at an unknown cost, and earn no margin that anybody could name', async () => {
    const variantId = await photographed(10);
    expect(await saleOf(await sells(variantId, 2))).toEqual({ costXof: 0n, marginXof: 0n, lines: [null] });
    const { turnoverXof, margin } = await shop.as({}, (business) => figuresOf(business, 'day'));
    expect([turnoverXof, margin]).toEqual([1_000, undefined]);
    expect(await shop.as({}, async (business) => healthOf(await readShelves(business)).unvalued)).toBe(1);
  });

  test('the first delivery with a price says what those before it cost: the average is not thinned', async () => {
    const variantId = await photographed(10);
    await sells(variantId, 2);
    expect(await receives(variantId, 12, 400)).toMatchObject({ averageXof: 400 });
    expect(await francs(variantId)).toBe(20 * 400);
    expect(await saleOf(await sells(variantId, 1))).toEqual({ costXof: 400n, marginXof: 100n, lines: [400n] });
  });

  test('such a delivery taken back leaves what was there before at what it has told', async () => {
    const variantId = await photographed(10);
    const came = await receives(variantId, 5, 300);
    await shop.as({}, (business) => undoReceipt(business, 'receiptId' in came ? came.receiptId : shop.nobody));
    expect(await francs(variantId)).toBe(10 * 300);
  });

  test('its cost said once values what is there; said again, only what comes next', async () => {
    const variantId = await photographed(10);
    expect(await costs(variantId, '350')).toEqual({ value: '350' });
    expect(await costs(variantId, '900')).toEqual({ value: '900' });
    expect(await francs(variantId)).toBe(10 * 350);
    expect(await costs(variantId, 'cher')).toEqual({ refused: 'unread' });
  });

  test('the list of goods may say it as well', async () => {
    const variantId = await photographed(4);
    const { product: { name } } = await shop.db.variant.findUniqueOrThrow({ where: { id: variantId }, include: { product: true } });
    expect(await shop.as({}, (business) => importProducts(business, [['nom', 'prix', 'cout'], [name, '500', '250']]))).toEqual({ added: 0, changed: 1 });
    expect(await francs(variantId)).toBe(4 * 250);
  });

  test('what left at an unknown cost and comes back is worth what the others are', async () => {
    const variantId = await photographed(10);
    const seq = await sells(variantId, 4);
    await costs(variantId, '300');
    await shop.as({}, (business) => voidSale(business, seq));
    expect(await francs(variantId)).toBe(10 * 300);
  });

  test('its margin is that of what is known, and says of how much of the turnover', async () => {
    await shop.db.sale.updateMany({ where: { voidedAt: null }, data: { voidedAt: shop.now, voidedBy: 'test' } });
    const [unknown, known] = [await photographed(10), await photographed(10)];
    await costs(known, '400');
    await sells(unknown, 1);
    await sells(known, 3);
    expect((await shop.as({}, (business) => figuresOf(business, 'day'))).margin).toEqual({ marginXof: 300, share: 0.2, ofShare: 0.75 });
    const tomorrow = new Date(shop.now.getTime() + 24 * 3_600_000);
    await shop.as({ now: tomorrow }, fillDemand);
    const [day] = await shop.db.demandDay.findMany({ where: { variantId: { in: [unknown, known] }, costXof: { gt: 0 } } });
    expect([day?.revenueXof, day?.costXof, day?.marginXof]).toEqual([1_500n, 1_200n, 300n]);
  });

  test('DIG-08 · Σ of the worth of its movements = its worth, whenever the cost is said', async () => {
    type Step = { do: 'in' | 'sell' | 'void' | 'cost'; units: number };
    const step: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('in', 'sell', 'void', 'cost'), units: fc.integer({ min: 1, max: 9 }) });
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      const variantId = await photographed(20);
      const seqs: number[] = [];
      for (const { do: what, units } of steps) {
        if (what === 'in') await receives(variantId, units, 200);
        else if (what === 'sell') seqs.push(await sells(variantId, units));
        else if (what === 'cost') await costs(variantId, '200');
        else await shop.as({}, (business) => voidSale(business, seqs[units % (seqs.length || 1)]));
      }
      const { onHand, moved, worth, movedWorth } = await shop.proof(variantId);
      expect([moved, movedWorth]).toEqual([onHand, worth]);
      const told = steps.some((each) => each.do === 'cost' || each.do === 'in');
      expect(worth).toBe(told ? BigInt(onHand) * 200n : 0n);
    }), { numRuns: 25 });
  });
});
