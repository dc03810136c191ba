import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerCount } from '../../../src/domain/shop/count-stock.ts';
import { receiveGoods } from '../../../src/domain/shop/receive-goods.ts';
import { sell } from '../../../src/domain/shop/sell.ts';
import { undoReceipt } from '../../../src/domain/shop/undo-receipt.ts';
import { voidSale } from '../../../src/domain/shop/void-sale.ts';
import { openShelves, type Shelves } from './shelves.ts';

let shop: Shelves;
let codes = 100;
beforeAll(async () => (shop = await openShelves()));
afterAll(() => shop.close());

const STAFF = { role: 'staff', actor: 'member:fatou' } as const;
const shelf = (min?: number) => shop.put({ code: String((codes += 1)), name: `Riz ${codes}`, cost: 17_500, ...(min === undefined ? {} : { min }) });
const arrives = (variantId: string, qty: number, unitXof = 17_500) => shop.as({}, (business) => receiveGoods(business, { variantId, qty, unitXof, key: shop.key() }));
const sells = (variantId: string, qty: number, more: object = {}) => shop.as(STAFF, (business) => sell(business, { variantId, qty, paidHow: 'cash', sure: true, key: shop.key(), ...more }));

describe('what is on the shelf is what has moved', () => {
  type Step = { do: 'in' | 'sell' | 'void' | 'back' | 'count' | 'countStaff'; qty: number; price: number };
  const step: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('in', 'sell', 'void', 'back', 'count', 'countStaff'), qty: fc.integer({ min: 1, max: 30_000 }), price: fc.integer({ min: 1, max: 30_000 }) });

  test('DIG-08 · Σ movements = on hand and Σ of their worth = worth, after any sales, voids, receipts and counts', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const variantId = await shelf(5);
      const [receipts, sales, counts]: [string[], number[], number[]] = [[], [], []];
      for (const { do: what, qty, price } of steps) {
        if (what === 'in') {
          const came = await arrives(variantId, qty, price);
          if (!('refused' in came)) receipts.push(came.receiptId);
        } else if (what === 'sell') {
          const sold = await sells(variantId, qty);
          if (!('refused' in sold)) sales.push(sold.seq);
        } else if (what === 'void') await shop.as({}, (business) => voidSale(business, sales[qty % (sales.length || 1)]));
        else if (what === 'back') await shop.as({}, (business) => undoReceipt(business, receipts[qty % (receipts.length || 1)] ?? shop.nobody));
        else {
          const counted = await shop.counts(variantId, qty, what === 'count' ? {} : STAFF);
          if (!('refused' in counted) && counted.waits) counts.push(counted.seq);
        }
      }
      for (const seq of counts) await shop.as({}, (business) => answerCount(business, seq, seq % 2 === 0));
      const { onHand, moved, worth, movedWorth } = await shop.proof(variantId);
      expect([moved, movedWorth]).toEqual([onHand, worth]);
      expect(onHand).toBeGreaterThanOrEqual(0);
      if (onHand === 0) expect(worth).toBe(0n);
    }), { numRuns: 25 });
  });

  test('J14 · a price that was typed wrongly is forgotten with its receipt: the next one costs what the last real one did', async () => {
    const variantId = await shelf();
    const cost = async () => (await shop.db.variant.findUniqueOrThrow({ where: { id: variantId } })).costXof;
    await arrives(variantId, 10_000, 1_750);
    const wrong = await arrives(variantId, 10_000, 17_500);
    expect(await cost()).toBe(17_500n);
    await shop.as({}, (business) => undoReceipt(business, 'receiptId' in wrong ? wrong.receiptId : shop.nobody));
    expect(await cost()).toBe(1_750n);
  });

  test('J14 · what is sold while a count waits for the owner: more cannot be missing than there is', async () => {
    const variantId = await shelf();
    await arrives(variantId, 10_000);
    const counted = await shop.counts(variantId, 4_000, STAFF);
    const seq = 'seq' in counted ? counted.seq : 0;
    await sells(variantId, 7_000);
    const answer = (agreed: boolean) => shop.as({}, (business) => answerCount(business, seq, agreed));
    expect(await answer(true)).toEqual({ refused: 'changed' });
    expect(await answer(false)).toMatchObject({ left: 3_000 });
    expect(await answer(true)).toEqual({ refused: 'answered' });
  });

  test('5.5 · 10 bags at 18 500 then 20 at 19 250: 570 000 F, 19 000 F each; a sale leaves at that', async () => {
    const variantId = await shelf();
    await arrives(variantId, 10_000, 18_500);
    expect(await arrives(variantId, 20_000, 19_250)).toMatchObject({ averageXof: 19_000 });
    expect((await shop.proof(variantId)).worth).toBe(570_000_000n);
    await sells(variantId, 3_000);
    expect((await shop.proof(variantId)).worth).toBe(513_000_000n);
  });
});

describe('two want the last one', () => {
  test('what was put away since it was sold comes back all the same when the sale is voided', async () => {
    const variantId = await shelf();
    await arrives(variantId, 3_000);
    const sold = await sells(variantId, 3_000);
    await shop.db.product.updateMany({ where: { variants: { some: { id: variantId } } }, data: { archivedAt: shop.now } });
    await shop.as({}, (business) => voidSale(business, 'seq' in sold ? sold.seq : 0));
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 3_000, moved: 3_000, worth: 52_500_000n, movedWorth: 52_500_000n });
  });

  test('DIG-07 · two sales of the last item at once: one wins, the other is told that none is left', async () => {
    const variantId = await shelf();
    await arrives(variantId, 1_000);
    const answers = await Promise.all([sells(variantId, 1_000), sells(variantId, 1_000)]);
    expect(answers.map((answer) => ('refused' in answer ? answer.refused : 'sold')).toSorted()).toEqual(['short', 'sold']);
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 0, moved: 0, worth: 0n });
  });

  test('30 sales of one at once on 12: twelve are sold, numbers follow one another', async () => {
    const variantId = await shelf();
    await arrives(variantId, 12_000);
    const answers = await Promise.all(Array.from({ length: 30 }, () => sells(variantId, 1_000)));
    const seqs = answers.flatMap((answer) => ('refused' in answer ? [] : [answer.seq])).toSorted((a, b) => a - b);
    expect(seqs).toHaveLength(12);
    expect((seqs.at(-1) ?? 0) - (seqs[0] ?? 0)).toBe(11);
    expect((await shop.proof(variantId)).onHand).toBe(0);
  });

  test('where the shop allows it, what has not been counted in yet is sold, and costs what it then comes at', async () => {
    const free = await openShelves({ sellsBelowZero: true });
    const variantId = await free.put({ code: '1', name: 'Riz', cost: 17_500 });
    const sold = await free.as({}, (business) => sell(business, { variantId, qty: 2_000, paidHow: 'cash', sure: true, key: free.key() }));
    expect(sold).toMatchObject({ totalXof: 37_000 });
    expect((await free.proof(variantId)).onHand).toBe(-2_000);
    await free.as({}, (business) => receiveGoods(business, { variantId, qty: 5_000, unitXof: 18_000, key: free.key() }));
    expect(await free.proof(variantId)).toMatchObject({ onHand: 3_000, worth: 54_000_000n, moved: 3_000, movedWorth: 54_000_000n });
    await free.close();
  });
});

describe('a warning', () => {
  const told = async (variantId: string) => (await shop.db.alertEpisode.findMany({ where: { variantId }, orderBy: { openedAt: 'asc' } })).map(({ kind, closedAt }) => `${kind} ${closedAt === null ? 'open' : 'over'}`).toSorted();

  test('DIG-33 · begins once at the minimum, ends only clearly above it, and an empty shelf is another', async () => {
    const variantId = await shelf(10);
    await arrives(variantId, 12_000);
    await sells(variantId, 2_000);
    await sells(variantId, 1_000);
    expect(await told(variantId)).toEqual(['low open']);
    await arrives(variantId, 2_000);
    expect(await told(variantId)).toEqual(['low open']);
    await arrives(variantId, 1_000);
    expect(await told(variantId)).toEqual(['low over']);
    await sells(variantId, 12_000);
    expect(await told(variantId)).toEqual(['low open', 'low over', 'rupture open']);
  });

  test('E34 · ten sales at the same moment open one', async () => {
    const variantId = await shelf(10);
    await arrives(variantId, 20_000);
    await Promise.all(Array.from({ length: 12 }, () => sells(variantId, 1_000)));
    expect(await told(variantId)).toEqual(['low open']);
  });
});
