import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerCount, compareCount, settleCount } from '../../../src/domain/shop/count-stock.ts';
import { receiveGoods } from '../../../src/domain/shop/receive-goods.ts';
import { sell } from '../../../src/domain/shop/sell.ts';
import { openShelves, type Shelves } from './shelves.ts';

let shop: Shelves;
let codes = 100;
beforeAll(async () => (shop = await openShelves()));
afterAll(() => shop.close());

const FATOU = { role: 'staff', actor: 'member:fatou' } as const;
const ANSWERED_NONE = { refused: 'superseded' };

const put = (more: { cost?: number }) => shop.put({ code: String((codes += 1)), name: `Riz ${codes}`, ...more });
async function shelfOf(qty: number): Promise<string> {
  const variantId = await put({ cost: 17_500 });
  await shop.as({}, (business) => receiveGoods(business, { variantId, qty, key: shop.key() }));
  return variantId;
}
async function seqOf(counted: ReturnType<Shelves['counts']>): Promise<number> {
  const settled = await counted;
  if ('refused' in settled) throw new Error(`refused: ${settled.refused}`);
  return settled.seq;
}
const answer = (seq: number, agreed = true) => shop.as({}, (business) => answerCount(business, seq, agreed));
const onHand = async (variantId: string): Promise<number> => (await shop.proof(variantId)).onHand;

describe('one shelf, counted more than once', () => {
  test('E34 · of two counts that wait only the last is answered: what is missing is missing once', async () => {
    const variantId = await shelfOf(10_000);
    const [first, second] = [await seqOf(shop.counts(variantId, 7_000, FATOU)), await seqOf(shop.counts(variantId, 7_000, FATOU))];
    expect([await answer(first), await answer(first, false), await onHand(variantId)]).toEqual([ANSWERED_NONE, ANSWERED_NONE, 10_000]);
    expect(await answer(second)).toMatchObject({ left: 7_000 });
    expect([await answer(first), await onHand(variantId)]).toEqual([ANSWERED_NONE, 7_000]);
  });

  test('E34 · the owner who counted since has answered: accepting the older one changes nothing', async () => {
    const variantId = await shelfOf(10_000);
    const first = await seqOf(shop.counts(variantId, 7_000, FATOU));
    await shop.counts(variantId, 7_000);
    expect([await answer(first), await onHand(variantId)]).toEqual([ANSWERED_NONE, 7_000]);
  });

  test('E34 · counted again and found right, nothing is left to accept', async () => {
    const variantId = await shelfOf(10_000);
    const first = await seqOf(shop.counts(variantId, 7_000, FATOU));
    expect(await shop.as(FATOU, (business) => compareCount(business, variantId, 10_000))).toMatchObject({ difference: 0 });
    expect([await answer(first), await onHand(variantId)]).toEqual([ANSWERED_NONE, 10_000]);
  });

  test('E34 · two that both waited before only the last did: the older is not applied', async () => {
    const variantId = await shelfOf(10_000);
    const [first, second] = [await seqOf(shop.counts(variantId, 7_000, FATOU)), await seqOf(shop.counts(variantId, 7_000, FATOU))];
    await shop.db.stockCount.updateMany({ where: { variantId }, data: { status: 'waiting' } });
    expect(await answer(first)).toEqual(ANSWERED_NONE);
    expect(await answer(second)).toMatchObject({ left: 7_000 });
    expect([await answer(first), await onHand(variantId)]).toEqual([ANSWERED_NONE, 7_000]);
  });

  test('E34 · a count of another product waits on', async () => {
    const [rice, oil] = [await shelfOf(10_000), await shelfOf(10_000)];
    const first = await seqOf(shop.counts(rice, 7_000, FATOU));
    await shop.counts(oil, 7_000, FATOU);
    expect(await answer(first)).toMatchObject({ left: 7_000 });
  });

  test('E34 · answered and counted at the same moment: nobody waits for the other, and what is missing is missing once', async () => {
    const variantId = await shelfOf(10_000);
    const first = await seqOf(shop.counts(variantId, 7_000, FATOU));
    await Promise.all([answer(first), shop.counts(variantId, 7_000, FATOU), answer(first), shop.counts(variantId, 7_000, FATOU)]);
    const { seq: last } = await shop.db.stockCount.findFirstOrThrow({ where: { variantId }, orderBy: { seq: 'desc' } });
    await answer(last);
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 7_000, moved: 7_000 });
  });
});

describe('what is counted', () => {
  test('E34 · a sale after it was compared is not put back on the shelf', async () => {
    const variantId = await shelfOf(17_000);
    const found = await shop.as(FATOU, (business) => compareCount(business, variantId, 16_000));
    if ('refused' in found) throw new Error('refused');
    await shop.as({}, (business) => sell(business, { variantId, qty: 2_000, paidHow: 'cash', sure: true, key: shop.key() }));
    const settled = await shop.as({}, (business) => settleCount(business, { variantId, counted: 16_000, expected: found.expected, cause: 'loss', key: shop.key() }));
    expect([settled, await onHand(variantId)]).toEqual([{ refused: 'changed' }, 15_000]);
    expect(await shop.db.stockCount.count({ where: { variantId } })).toBe(0);
  });

  test.each([[20_000, 19_000, false], [20_000, 18_999, true], [20_000, 21_000, false], [20_000, 21_001, true], [20_000, 1_000, true]])('J14 · what nobody knows the cost of is weighed by number: of %d, %d counted waits: %s', async (there, counted, waits) => {
    const variantId = await put({});
    await shop.counts(variantId, there);
    expect(await shop.proof(variantId)).toMatchObject({ onHand: there, worth: 0n });
    expect(await shop.counts(variantId, counted, FATOU)).toMatchObject({ waits });
    expect(await onHand(variantId)).toBe(waits ? there : counted);
  });
});
