import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { balanceXof } from '../../../src/domain/money/ledger.ts';
import { changeStatus, holdOrder } from '../../../src/domain/orders/change-status.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { applySeen, type Seen } from '../../../src/domain/payments/apply-seen.ts';
import { askPayment } from '../../../src/domain/payments/ask-payment.ts';
import type { PaymentStatus } from '../../../src/domain/payments/lifecycle.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { openShop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
let sightings = 0;
beforeAll(async () => {
  shop = await openShop({ depositPct: 50 });
  await shop.db.paymentAccount.create({ data: { tenantId: shop.tenantId, ref: 'SHOP', provider: 'fedapay', secretSealed: '', webhookSealed: '', mode: 'sandbox', createdAt: shop.now } });
});
afterAll(() => shop.close());

async function confirmed(totalXof = 25_000): Promise<string> {
  const orderId = await shop.place({ totalXof });
  await shop.as({}, (business) => confirmOrder(business, orderId));
  return orderId;
}
async function asked(orderId: string, amountXof: number, minute = 0): Promise<string> {
  const now = new Date(shop.now.getTime() + minute * 60_000);
  const answer = await shop.as({ role: 'client', actor: 'client:awa', now }, (business) => askPayment(business, { orderId, amountXof, method: 'push', mode: 'mtn_open', delayMs: 0, key: `asked:${(sightings += 1)}` }));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.paymentId;
}
const see = (paymentId: string, status: PaymentStatus, amountXof = 12_500, more: Partial<Seen> = {}) =>
  shop.as({ role: 'system', actor: 'system', channel: 'web' }, (business) => applySeen(business, paymentId, { key: `seen:${(sightings += 1)}`, status, amountXof, source: 'webhook', ...more }));
const orderOf = (id: string) => shop.db.order.findUniqueOrThrow({ where: { id } });
const booked = async (account: `order:${string}` | `client:${string}`) => shop.as({}, ({ db, id }) => balanceXof(db, id, account));
const clientAccount = () => `client:${shop.clientId}` as const;

describe('a payment is asked for', () => {
  test('E8 · one at a time: a second tap finds the first; nothing more than is owed', async () => {
    const orderId = await confirmed();
    const ask = (amountXof: number) => shop.as({ role: 'client' }, (business) => askPayment(business, { orderId, amountXof, method: 'push', delayMs: 5_000, key: `asked:${(sightings += 1)}` }));
    expect(await ask(25_001)).toEqual({ refused: 'tooMuch', dueXof: 25_000 });
    const first = await ask(12_500);
    expect(await ask(12_500)).toEqual({ refused: 'live', paymentId: 'paymentId' in first ? first.paymentId : '' });
    expect(await shop.db.due.findMany({ where: { key: `payment:${'paymentId' in first ? first.paymentId : ''}:ask` } })).toMatchObject([{ kind: 'payment.ask', tenantId: shop.tenantId, runAt: new Date(shop.now.getTime() + 5_000) }]);
  });

  test('E8 · two taps at the same moment make one', async () => {
    const orderId = await confirmed();
    const answers = await Promise.all([1, 2, 3].map(() => shop.as({ role: 'client' }, (business) => askPayment(business, { orderId, amountXof: 5_000, method: 'push', delayMs: 0, key: `asked:${(sightings += 1)}` }))));
    expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(1);
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'live')).toHaveLength(2);
  });

  test('for an order that is over, or without an account, nothing is asked', async () => {
    const orderId = await shop.place();
    await shop.as({}, async (business) => {
      const order = await holdOrder(business, orderId);
      if (order !== null) await changeStatus(business, order, 'cancelled');
    });
    expect(await shop.as({ role: 'client' }, (business) => askPayment(business, { orderId, amountXof: 5_000, method: 'push', delayMs: 0, key: `asked:${(sightings += 1)}` }))).toEqual({ refused: 'closed' });
  });
});

describe('money is seen at the provider', () => {
  test('J1 · the deposit: the order is credited, the work begins, the receipt has a number and the remainder', async () => {
    const orderId = await confirmed();
    const paymentId = await asked(orderId, 12_500);
    expect(await see(paymentId, 'approved')).toMatchObject({ status: 'approved', changed: true, credited: { toOrder: 12_500, toClient: 0, remaining: 12_500 } });
    expect(await orderOf(orderId)).toMatchObject({ status: 'in_progress', paidXof: 12_500n });
    expect(await shop.db.receiptPaper.findUniqueOrThrow({ where: { paymentId } })).toMatchObject({ amountXof: 12_500n, remainingXof: 12_500n });
    expect((await shop.historyOf(orderId)).slice(-2)).toEqual(['paid 0 12500 system web', 'status confirmed in_progress system web']);
  });

  test('less than the deposit is kept, and the work waits', async () => {
    const orderId = await confirmed();
    await see(await asked(orderId, 5_000), 'approved', 5_000);
    expect(await orderOf(orderId)).toMatchObject({ status: 'confirmed', paidXof: 5_000n });
  });

  test('E9 · declined, then approved on a second try of the same request', async () => {
    const orderId = await confirmed();
    const paymentId = await asked(orderId, 12_500);
    expect(await see(paymentId, 'declined', 12_500, { reason: 'funds' })).toMatchObject({ status: 'declined', changed: true });
    expect(await orderOf(orderId)).toMatchObject({ paidXof: 0n, status: 'confirmed' });
    expect(await see(paymentId, 'approved')).toMatchObject({ credited: { toOrder: 12_500 } });
  });

  test('E10 · expired here, approved late: credited while the order is open; to the client when it is not', async () => {
    const open = await confirmed();
    const late = await asked(open, 12_500);
    await see(late, 'expired');
    expect(await see(late, 'approved')).toMatchObject({ credited: { toOrder: 12_500, toClient: 0 } });

    const before = await booked(clientAccount());
    const given = await confirmed();
    const tooLate = await asked(given, 12_500);
    await shop.as({}, async (business) => {
      const order = await holdOrder(business, given);
      if (order !== null) await changeStatus(business, order, 'cancelled');
    });
    expect(await see(tooLate, 'approved')).toMatchObject({ credited: { toOrder: 0, toClient: 12_500 } });
    expect([(await orderOf(given)).paidXof, (await booked(clientAccount())) - before]).toEqual([0n, 12_500]);
  });

  test('E11 · less is a part payment, more is the client\'s', async () => {
    const orderId = await confirmed();
    expect(await see(await asked(orderId, 12_500), 'approved', 10_000)).toMatchObject({ credited: { toOrder: 10_000, toClient: 0, remaining: 15_000 } });
    expect(await see(await asked(orderId, 15_000, 1), 'approved', 16_000)).toMatchObject({ credited: { toOrder: 15_000, toClient: 1_000, remaining: 0 } });
  });

  test('E12 · from the phone of another: taken, and kept with it', async () => {
    const orderId = await confirmed();
    const paymentId = await asked(orderId, 12_500);
    await see(paymentId, 'approved', 12_500, { phone: '+2290196000002' });
    expect((await shop.db.payment.findUniqueOrThrow({ where: { id: paymentId } })).phone).toBe('+2290196000002');
  });

  test('approved five times by four at once: one credit, one receipt', async () => {
    const orderId = await confirmed();
    const paymentId = await asked(orderId, 12_500);
    const answers = await Promise.all(Array.from({ length: 5 }, () => see(paymentId, 'approved', 12_500, { key: `same:${paymentId}` })));
    expect(answers.filter((answer) => 'changed' in answer && answer.changed)).toHaveLength(1);
    expect([(await orderOf(orderId)).paidXof, await shop.db.receiptPaper.count({ where: { paymentId } }), await shop.db.paymentEvent.count({ where: { paymentId } })]).toEqual([12_500n, 1, 1]);
  });

  test('whatever is seen, in whatever order and however often, the books balance and each payment is credited once', () => fc.assert(fc.asyncProperty(
    fc.array(fc.record({ which: fc.nat({ max: 2 }), status: fc.constantFrom<PaymentStatus>('pending', 'approved', 'declined', 'canceled', 'expired', 'refunded', 'failed'), amountXof: fc.constantFrom(4_000, 9_000, 10_000, 30_000), again: fc.boolean() }), { maxLength: 10 }),
    async (events) => {
      const before = await booked(clientAccount());
      const orderId = await confirmed(25_000);
      const payments: string[] = [];
      for (let n = 0; n < 3; n++) {
        payments.push(await asked(orderId, 9_000, n));
        await shop.db.payment.update({ where: { id: payments[n] ?? '' }, data: { status: 'expired' } }); // each in its time, and no longer waited for
      }
      for (const { which, status, amountXof, again } of events) for (let time = 0; time < (again ? 2 : 1); time++) await see(payments[which] ?? '', status, amountXof);

      const rows = await shop.db.payment.findMany({ where: { id: { in: payments } } });
      const kept = rows.filter(({ status }) => status === 'approved').reduce((sum, { receivedXof }) => sum + Number(receivedXof), 0);
      const paid = Number((await orderOf(orderId)).paidXof);
      expect(await booked(`order:${orderId}`)).toBe(paid);
      expect((await booked(clientAccount())) - before).toBe(kept - paid);
      expect(paid).toBeGreaterThanOrEqual(0);
      if (!rows.some(({ status }) => status === 'refunded')) expect(paid).toBe(Math.min(kept, 25_000));
      const { _sum } = await shop.db.ledgerEntry.aggregate({ _sum: { debitXof: true, creditXof: true } });
      expect(_sum.debitXof).toBe(_sum.creditXof);
      expect(await shop.db.ledgerEntry.count({ where: { refId: { in: payments }, kind: 'received', account: 'provider' } })).toBe(rows.filter(({ settledAt }) => settledAt !== null).length);
      expect(await shop.db.receiptPaper.count({ where: { paymentId: { in: payments } } })).toBe(rows.filter(({ settledAt }) => settledAt !== null).length);
    }), { numRuns: 25 }));

  test('E1 · nobody\'s payment is another\'s', async () => {
    expect(await see(shop.nobody, 'approved')).toEqual({ refused: 'unknown' });
  });
});

describe('J4 · money in the hand', () => {
  test('is booked with a receipt, once for each message that says so, and never beyond what is owed', async () => {
    const orderId = await confirmed();
    const take = (amountXof: number, key: string) => shop.as({ role: 'staff', actor: 'member:koffi' }, (business) => takeMoney(business, { orderId, amountXof, how: 'cash', key }));
    expect(await take(30_000, 'a')).toEqual({ refused: 'tooMuch', dueXof: 25_000 });
    expect(await take(20_000, 'b')).toMatchObject({ credited: { toOrder: 20_000, remaining: 5_000 } });
    await expect(take(5_000, 'b')).rejects.toThrow(); // the same message again: its turn is not played twice, and the key sees to it
    expect(await take(5_000, 'c')).toMatchObject({ credited: { remaining: 0 } });
    expect(await take(1, 'd')).toEqual({ refused: 'tooMuch', dueXof: 0 });
  });
});
