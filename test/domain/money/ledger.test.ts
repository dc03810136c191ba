import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { balanceXof, post, type Posting } from '../../../src/domain/money/ledger.ts';
import { depositXof, grouped, lineXof, xof } from '../../../src/domain/money/xof.ts';
import { openShop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

const posting = (francs: number, more: Partial<Posting> = {}): Posting => ({
  tenantId: shop.tenantId, kind: 'paid', refType: 'payment', refId: randomUUID(), at: shop.now, debit: [{ account: 'cash', xof: francs }], credit: [{ account: 'order:1', xof: francs }], ...more,
});

describe('the ledger', () => {
  test('takes both sides of what happened, once', async () => {
    const paid = posting(5_000, { credit: [{ account: 'order:a', xof: 3_000 }, { account: 'client:a', xof: 2_000 }] });
    const post2 = () => shop.as({}, ({ db }) => post(db, paid));
    expect([await post2(), await post2()]).toEqual([true, false]);
    expect(await shop.as({}, async ({ db, id }) => [await balanceXof(db, id, 'order:a'), await balanceXof(db, id, 'client:a')])).toEqual([3_000, 2_000]);
  });

  test('is refused when it does not come to the same, by us and by the database', async () => {
    await expect(shop.as({}, ({ db }) => post(db, posting(5_000, { credit: [{ account: 'order:b', xof: 4_999 }] })))).rejects.toThrow('does not balance');
    const row = { tenantId: shop.tenantId, account: 'cash', kind: 'forged', refType: 'payment', refId: randomUUID(), at: shop.now };
    await expect(shop.db.ledgerEntry.create({ data: { ...row, debitXof: 5_000n } })).rejects.toThrow();
    await expect(shop.db.ledgerEntry.create({ data: { ...row, debitXof: 5n, creditXof: 5n } })).rejects.toThrow();
    expect(await shop.db.ledgerEntry.count({ where: { kind: 'forged' } })).toBe(0);
  });

  test('is refused when it names an account twice, on both sides or on one', async () => {
    const toItself = posting(5_000, { debit: [{ account: 'client:d', xof: 5_000 }], credit: [{ account: 'order:d', xof: 3_000 }, { account: 'client:d', xof: 2_000 }] });
    const inParts = posting(5_000, { credit: [{ account: 'order:d', xof: 3_000 }, { account: 'order:d', xof: 2_000 }] });
    for (const twice of [toItself, inParts]) await expect(shop.as({}, ({ db }) => post(db, twice))).rejects.toThrow('names an account twice');
    const nothingBack = posting(5_000, { debit: [{ account: 'client:d', xof: 5_000 }], credit: [{ account: 'order:d', xof: 5_000 }, { account: 'client:d', xof: 0 }] });
    expect(await shop.as({}, ({ db }) => post(db, nothingBack))).toBe(true);
  });

  test('comes to nought over all accounts, whatever was posted', () => fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 })), { maxLength: 5 }), async (amounts) => {
    await shop.as({}, async ({ db }) => {
      for (const [first, second] of amounts) await post(db, posting(0, { debit: [{ account: 'provider', xof: first + second }], credit: [{ account: 'order:c', xof: first }, { account: 'client:c', xof: second }] }));
    });
    const { _sum } = await shop.db.ledgerEntry.aggregate({ _sum: { debitXof: true, creditXof: true } });
    expect(_sum.debitXof ?? 0n).toBe(_sum.creditXof ?? 0n);
  }), { numRuns: 15 }));
});

describe('2.5 · francs are whole', () => {
  test.each([[2.5, 101, 253], [1, 25_000, 25_000], [0.333, 1_000, 333], [3, 0, 0]])('%d × %d = %d', (qty, unit, line) => expect(lineXof(qty, unit)).toBe(line));
  test.each([[25_000, 50, 12_500], [25_001, 50, 12_501], [99, 30, 30], [1_000, 0, 0], [1_000, 100, 1_000]])('%d F at %d %%: %d F now', (total, pct, deposit) => expect(depositXof(total, pct)).toBe(deposit));
  test.each([[0, '0'], [500, '500'], [12_500, '12 500'], [1_240_500, '1 240 500']])('%d is written %s', (francs, written) => expect(grouped(francs)).toBe(written));

  test('a deposit never exceeds its order, and is never a franc too little', () => fc.assert(fc.property(fc.nat({ max: 100_000_000 }), fc.integer({ min: 0, max: 100 }), (total, pct) => {
    const deposit = depositXof(total, pct);
    expect(deposit <= total && deposit * 100 >= total * pct && (deposit - 1) * 100 < total * pct).toBe(true);
  })));

  test('beyond what a number holds is a fault, not a wrong amount', () => expect(() => xof(2n ** 60n)).toThrow());
});
