import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { undoTake } from '../../../src/domain/payments/undo-take.ts';
import { owedXof } from '../../../src/domain/shop/find-debtor.ts';
import { listDebtors } from '../../../src/domain/shop/list-debtors.ts';
import { receiveGoods } from '../../../src/domain/shop/receive-goods.ts';
import { remindDebtor } from '../../../src/domain/shop/remind-debtor.ts';
import { seeDebt } from '../../../src/domain/shop/see-debt.ts';
import { sell } from '../../../src/domain/shop/sell.ts';
import { settleDebt } from '../../../src/domain/shop/settle-debt.ts';
import { closeTill, seeTill } from '../../../src/domain/shop/till.ts';
import { undoSettling } from '../../../src/domain/shop/undo-settling.ts';
import { voidSale } from '../../../src/domain/shop/void-sale.ts';
import { openShelves, type Shelves } from './shelves.ts';

let shop: Shelves;
let variantId: string;
let clients = 0;
beforeAll(async () => {
  shop = await openShelves();
  variantId = await shop.put({ code: '1', name: 'Riz', price: 500, cost: 400 });
  await shop.as({}, (business) => receiveGoods(business, { variantId, qty: 900_000_000, unitXof: 400, key: shop.key() }));
});
afterAll(() => shop.close());

const STAFF = { role: 'staff', actor: 'member:fatou' } as const;
const later = (minutes: number) => new Date(shop.now.getTime() + minutes * 60_000);
async function client(name = `Client ${(clients += 1)}`): Promise<string> {
  const person = await shop.db.person.create({ data: { fullName: name } });
  return (await shop.db.client.create({ data: { tenantId: shop.tenantId, personId: person.id, tags: [], firstSource: 'test' } })).id;
}
const sells = (clientId: string | undefined, pieces: number, paidHow: 'cash' | 'credit' | 'momo') =>
  shop.as({}, (business) => sell(business, { variantId, qty: pieces * 1_000, paidHow, sure: true, key: shop.key(), ...(clientId === undefined ? {} : { clientId }) }));
const pays = (clientId: string, amountXof: number, how: 'cash' | 'momo' = 'cash') => shop.as({}, (business) => settleDebt(business, { clientId, amountXof, how, sure: true, key: shop.key() }));
const owed = (clientId: string) => shop.as({}, (business) => owedXof(business, clientId));
const till = () => shop.as({}, seeTill);

type Step = { do: 'credit' | 'cash' | 'momo' | 'void' | 'pay' | 'payMomo' | 'undo' | 'count' | 'order' | 'unorder'; n: number };
const steps = fc.array(fc.record({ do: fc.constantFrom<Step['do']>('credit', 'cash', 'momo', 'void', 'pay', 'payMomo', 'undo', 'count', 'order', 'unorder'), n: fc.integer({ min: 1, max: 20 }) }) as fc.Arbitrary<Step>, { minLength: 1, maxLength: 14 });

/** What a careful shopkeeper writes on paper beside it. */
type Paper = { owed: number; cash: number; sales: { seq: number; how: string; xof: number; open: boolean }[]; paid: { seq: number; how: string; xof: number; open: boolean }[]; taken: { id: string; xof: number; open: boolean }[] };

async function act(step: Step, clientId: string, paper: Paper): Promise<void> {
  const { n } = step;
  if (step.do === 'credit' || step.do === 'cash' || step.do === 'momo') {
    const sold = await sells(step.do === 'credit' ? clientId : undefined, n, step.do);
    if ('refused' in sold) throw new Error(sold.refused);
    paper.sales.push({ seq: sold.seq, how: step.do, xof: n * 500, open: true });
    if (step.do === 'credit') paper.owed += n * 500;
    if (step.do === 'cash') paper.cash += n * 500;
  } else if (step.do === 'void') {
    const sale = paper.sales[n % (paper.sales.length || 1)];
    const voided = await shop.as({}, (business) => voidSale(business, sale?.seq ?? 999_999));
    expect('refused' in voided).toBe(sale?.open !== true);
    if (sale?.open === true && sale.how === 'credit') paper.owed -= sale.xof;
    if (sale?.open === true && sale.how === 'cash') paper.cash -= sale.xof;
    if (sale !== undefined) sale.open = false;
  } else if (step.do === 'pay' || step.do === 'payMomo') {
    const how = step.do === 'pay' ? 'cash' as const : 'momo' as const;
    const settled = await pays(clientId, n * 300, how);
    expect('refused' in settled).toBe(n * 300 > paper.owed);
    if ('refused' in settled) return;
    paper.owed -= n * 300;
    if (how === 'cash') paper.cash += n * 300;
    expect(settled.remainingXof).toBe(paper.owed);
    paper.paid.push({ seq: settled.seq, how, xof: n * 300, open: true });
  } else if (step.do === 'undo') {
    const paid = paper.paid[n % (paper.paid.length || 1)];
    const undone = await shop.as({}, (business) => undoSettling(business, paid?.seq ?? 999_999));
    expect('refused' in undone).toBe(paid?.open !== true);
    if (paid?.open !== true) return;
    paid.open = false;
    paper.owed += paid.xof;
    if (paid.how === 'cash') paper.cash -= paid.xof;
  } else if (step.do === 'order') {
    const orderId = await shop.place({ totalXof: 10_000 });
    await shop.db.order.update({ where: { id: orderId }, data: { status: 'confirmed' } });
    const taken = await shop.as({}, (business) => takeMoney(business, { orderId, amountXof: n * 100, how: n % 3 === 0 ? 'declared' : 'cash', key: shop.key() }));
    if ('refused' in taken) throw new Error(taken.refused);
    if (n % 3 !== 0) paper.cash += n * 100;
    paper.taken.push({ id: taken.paymentId, xof: n % 3 === 0 ? 0 : n * 100, open: true });
  } else if (step.do === 'unorder') {
    const taken = paper.taken.find(({ open }) => open);
    if (taken === undefined) return;
    await shop.as({}, (business) => undoTake(business, taken.id, 'amount'));
    taken.open = false;
    paper.cash -= taken.xof;
  } else {
    const { expectedXof } = await till();
    expect(expectedXof).toBe(paper.cash);
    expect(await shop.as({}, (business) => closeTill(business, { countedXof: Math.max(0, expectedXof - n), expectedXof, reason: 'taken', key: shop.key() }))).not.toHaveProperty('refused');
    paper.cash = 0;
  }
}

describe('what is owed and what is in the till', () => {
  test('DIG-07 · Σ entries = what « doit » says, and the till expects what came, after any sales, voids, payments, undos, orders and counts', async () => {
    await fc.assert(fc.asyncProperty(steps, async (taken) => {
      const clientId = await client();
      const paper: Paper = { owed: 0, cash: (await till()).expectedXof, sales: [], paid: [], taken: [] };
      for (const step of taken) await act(step, clientId, paper);
      const { _sum } = await shop.db.debtEntry.aggregate({ where: { clientId }, _sum: { amountXof: true } });
      const seen = await shop.as({}, (business) => seeDebt(business, clientId, { limit: 50 }));
      const listed = (await shop.as({}, (business) => listDebtors(business, 0, 500))).rows.find((row) => row.clientId === clientId);
      expect([Number(_sum.amountXof ?? 0n), seen?.owedXof, (seen?.lines ?? []).reduce((sum, { amountXof }) => sum + amountXof, 0)]).toEqual([paper.owed, paper.owed, paper.owed]);
      expect(listed?.owedXof).toBe(paper.owed > 0 ? paper.owed : undefined);
      expect(seen?.since === null).toBe(paper.owed <= 0);
      expect((await till()).expectedXof).toBe(paper.cash);
    }), { numRuns: 25 });
  });

  test('E34 · twelve pay the same debt at once: nobody pays more than is owed, and each payment has its own number', async () => {
    const clientId = await client();
    await sells(clientId, 10, 'credit');
    const answers = await Promise.all(Array.from({ length: 12 }, () => pays(clientId, 700)));
    const seqs = answers.flatMap((answer) => ('refused' in answer ? [] : [answer.seq]));
    expect(seqs).toHaveLength(7);
    expect(new Set(seqs).size).toBe(7);
    expect(await owed(clientId)).toBe(100);
  });

  test('E34 · sold, voided, paid and undone at once, it is still the sum', async () => {
    const clientId = await client();
    const sold = await sells(clientId, 20, 'credit');
    const first = await pays(clientId, 2_000);
    if ('refused' in sold || 'refused' in first) throw new Error('it was to be sold');
    await Promise.all([
      shop.as({}, (business) => voidSale(business, sold.seq)), shop.as({}, (business) => undoSettling(business, first.seq)), shop.as({}, (business) => undoSettling(business, first.seq)),
      sells(clientId, 4, 'credit'), pays(clientId, 1_000), sells(clientId, 6, 'credit'), shop.as({}, (business) => voidSale(business, sold.seq)),
    ]);
    const entries = await shop.db.debtEntry.groupBy({ by: ['kind'], where: { clientId }, _count: true });
    expect(Object.fromEntries(entries.map(({ kind, _count }) => [kind, _count]))).toMatchObject({ sale: 3, void: 1, undone: 1 });
    const paid = entries.find(({ kind }) => kind === 'payment')?._count ?? 0;
    expect(await owed(clientId)).toBe(5_000 - (paid - 1) * 1_000);
  });

  test('3.2 · whatever is sold while somebody counts is in that count or in the next, never in both and never lost', async () => {
    const { expectedXof: before } = await till();
    await shop.as({}, (business) => closeTill(business, { countedXof: 0, expectedXof: before, key: shop.key() }));
    const counts: number[] = [];
    const count = async () => {
      const { expectedXof } = await till();
      const closed = await shop.as({}, (business) => closeTill(business, { countedXof: expectedXof, expectedXof, key: shop.key() }));
      if (!('refused' in closed)) counts.push(expectedXof);
    };
    await Promise.all(Array.from({ length: 30 }, (_, at) => (at % 5 === 4 ? count() : sells(undefined, 1, 'cash'))));
    const { expectedXof: rest } = await till();
    expect(counts.reduce((sum, one) => sum + one, 0) + rest).toBe(24 * 500);
    const kept = await shop.db.tillCount.findMany({ where: { tenantId: shop.tenantId }, orderBy: { seq: 'asc' } });
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, at) => at + 1));
  });
});

describe('who may, and how often', () => {
  test('DIG-07 · staff undoes within 15 minutes, the owner later, and a payment once', async () => {
    const clientId = await client();
    await sells(clientId, 2, 'credit');
    const paid = await pays(clientId, 400);
    if ('refused' in paid) throw new Error(paid.refused);
    const undo = (acting: object) => shop.as(acting, (business) => undoSettling(business, paid.seq));
    expect(await undo({ ...STAFF, now: later(16) })).toEqual({ refused: 'late' });
    expect(await undo({ now: later(60) })).toMatchObject({ owedXof: 1_000, amountXof: 400 });
    expect(await undo({})).toEqual({ refused: 'undone' });
  });

  test('a voided sale of somebody who has paid for it leaves them a credit, which nobody calls a debt', async () => {
    const clientId = await client();
    const sold = await sells(clientId, 2, 'credit');
    await pays(clientId, 1_000);
    if (!('refused' in sold)) await shop.as({}, (business) => voidSale(business, sold.seq));
    expect(await owed(clientId)).toBe(-1_000);
    expect(await pays(clientId, 1)).toEqual({ refused: 'nothing' });
    await sells(clientId, 3, 'credit');
    expect(await owed(clientId)).toBe(500);
  });

  test('a reminder leaves once a day where the shop is, and only to who owes and has a phone', async () => {
    const clientId = await client();
    const remind = (minutes = 0) => shop.as({ now: later(minutes) }, (business) => remindDebtor(business, clientId));
    expect(await remind()).toEqual({ refused: 'nothing' });
    await sells(clientId, 1, 'credit');
    expect(await remind()).toEqual({ refused: 'phone' });
    await shop.db.client.update({ where: { id: clientId }, data: { phone: '+2290196111111' } });
    expect(await remind()).toEqual({ owedXof: 500 });
    expect(await remind(60)).toEqual({ refused: 'today' });
    expect(await remind(15 * 60)).toEqual({ owedXof: 500 });
  });

  test('E1 · the book and the till of another shop stay its own', async () => {
    const clientId = await client('Awa Ndiaye');
    await sells(clientId, 2, 'credit');
    const other = await openShelves();
    expect(await other.as({}, (business) => listDebtors(business, 0, 10))).toMatchObject({ rows: [], count: 0, totalXof: 0 });
    expect(await other.as({}, (business) => seeDebt(business, clientId, { limit: 5 }))).toBeUndefined();
    expect((await other.as({}, seeTill)).expectedXof).toBe(0);
    await other.close();
  });
});
