import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerCount } from '../../../src/domain/shop/count-stock.ts';
import { payAtCounter } from '../../../src/domain/shop/pay-at-counter.ts';
import { undoReceipt } from '../../../src/domain/shop/undo-receipt.ts';
import { voidSale } from '../../../src/domain/shop/void-sale.ts';
import { cancelOrder } from '../../../src/domain/orders/cancel-order.ts';
import { deliverOrder } from '../../../src/domain/orders/deliver-order.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { undoTake } from '../../../src/domain/payments/undo-take.ts';
import { expectTrue, openCarts, type Carts } from './carts.ts';

let shop: Carts;
beforeAll(async () => (shop = await openCarts()));
afterAll(() => shop.close());

describe('the books of the shop', () => {
  type Step = { do: 'in' | 'back' | 'sell' | 'void' | 'count' | 'countStaff' | 'agree' | 'order' | 'ask' | 'approve' | 'fail' | 'expire' | 'counter' | 'cash' | 'undo' | 'cancel' | 'forgo' | 'deliver'; n: number; qty: number };
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom('in', 'back', 'sell', 'void', 'count', 'countStaff', 'agree', 'order', 'order', 'order', 'ask', 'ask', 'approve', 'approve', 'fail', 'expire', 'expire', 'counter', 'cash', 'undo', 'cancel', 'forgo', 'deliver'),
    n: fc.integer({ min: 0, max: 8 }), qty: fc.integer({ min: 1, max: 6 }),
  });

  /** One after another, or several at the same moment. */
  async function live(batches: Step[][]) {
    const shelves = [await shop.shelf(6), await shop.shelf(3)];
    const clients = await Promise.all(Array.from({ length: 3 }, () => shop.client()));
    const [receipts, sales, counts, orders, payments, takings]: [string[], number[], number[], string[], string[], string[]] = [[], [], [], [], [], []];
    const nth = <T>(list: T[], n: number, none: T): T => list[n % (list.length || 1)] ?? none;
    const acts: Record<Step['do'], (one: Step, minute: number) => Promise<unknown>> = {
      in: async ({ n, qty }) => { const came = await shop.arrives(nth(shelves, n, ''), qty * 1_000); if (!('refused' in came)) receipts.push(came.receiptId); },
      back: ({ n }) => shop.as({}, (business) => undoReceipt(business, nth(receipts, n, shop.nobody))),
      sell: async ({ n, qty }) => { const sold = await shop.sells(nth(shelves, n, ''), qty * 1_000); if (!('refused' in sold)) sales.push(sold.seq); },
      void: ({ n }) => shop.as({}, (business) => voidSale(business, nth(sales, n, 999_999))),
      count: ({ n, qty }) => shop.counts(nth(shelves, n, ''), qty * 1_000),
      countStaff: async ({ n, qty }) => {
        const counted = await shop.counts(nth(shelves, n, ''), qty * 1_000, { role: 'staff' });
        if ('seq' in counted && counted.waits) counts.push(counted.seq);
      },
      agree: ({ n, qty }) => shop.as({}, (business) => answerCount(business, nth(counts, n, 999_999), qty > 1)),
      order: async ({ n, qty }, minute) => {
        const clientId = nth(clients, n, '');
        await shop.fill(clientId, n % 2 === 0 ? [{ variantId: nth(shelves, n, ''), qty: qty * 1_000 }] : shelves.map((variantId) => ({ variantId, qty: Math.ceil(qty / 3) * 1_000 })));
        const placed = await shop.order(clientId, minute);
        if (!('refused' in placed)) orders.push(placed.orderId);
      },
      ask: async ({ n }, minute) => { const answer = orders.length === 0 ? { refused: 'unknown' } : await shop.ask(nth(orders, n, ''), minute); if ('paymentId' in answer) payments.push(answer.paymentId); },
      // Early or late, and often twice.
      approve: ({ n }, minute) => (payments.length === 0 ? Promise.resolve() : Promise.all([shop.see(nth(payments, n, ''), 'approved', { minute }), shop.see(nth(payments, n, ''), 'approved', { minute })])),
      fail: ({ n }, minute) => (payments.length === 0 ? Promise.resolve() : shop.see(nth(payments, n, ''), 'declined', { minute })),
      expire: ({ n }, minute) => (orders.length === 0 ? Promise.resolve() : shop.expire(nth(orders, n, ''), minute)),
      counter: ({ n }) => shop.as({ role: 'client' }, (business) => payAtCounter(business, nth(orders, n, shop.nobody))),
      cash: async ({ n }) => {
        const orderId = nth(orders, n, shop.nobody);
        const taken = await shop.as({}, (business) => takeMoney(business, { orderId, amountXof: 3_000, how: 'cash', key: shop.key() }));
        if (!('refused' in taken)) takings.push(taken.paymentId);
      },
      undo: ({ n }) => shop.as({}, (business) => undoTake(business, nth(takings, n, shop.nobody), 'wrong')),
      cancel: ({ n }) => shop.as({}, (business) => cancelOrder(business, nth(orders, n, shop.nobody), 'owner')),
      forgo: ({ n }) => shop.as({ role: 'client' }, (business) => cancelOrder(business, nth(orders, n, shop.nobody), 'client')),
      deliver: ({ n }) => shop.as({}, (business) => deliverOrder(business, nth(orders, n, shop.nobody), { reason: 'trusted', proven: true })),
    };
    for (const [minute, batch] of batches.entries()) await Promise.all(batch.map((one) => acts[one.do](one, minute)));
    return { shelves, orders, clients };
  }

  async function expectBooks({ shelves, orders, clients }: Awaited<ReturnType<typeof live>>): Promise<void> {
    for (const variantId of shelves) await expectTrue(shop, variantId);
    for (const orderId of orders) {
      const { status, paidXof, totalXof } = await shop.orderOf(orderId);
      const [sold, kept] = [await shop.db.sale.count({ where: { orderId, voidedAt: null } }), await shop.db.reservation.count({ where: { orderId, releasedAt: null } })];
      const isOver = status === 'expired' || status === 'cancelled';
      const isOut = status === 'delivered' || (!isOver && paidXof >= (totalXof ?? 0n));
      expect({ status, sold, isKept: kept > 0 }).toEqual({ status, sold: isOut ? 1 : 0, isKept: !isOver && !isOut });
      expect(await shop.booked(`order:${orderId}`)).toBe(Number(paidXof));
    }
    const came = await shop.db.payment.aggregate({ where: { refId: { in: orders }, status: 'approved' }, _sum: { receivedXof: true } });
    const lies = await Promise.all([...orders.map((id) => shop.booked(`order:${id}`)), ...clients.map((id) => shop.booked(`client:${id}`))]);
    expect(lies.reduce((sum, xof) => sum + xof, 0)).toBe(Number(came._sum.receivedXof ?? 0n));
  }

  test('J11 · after any sales, voids, receipts, counts (some wait for the owner), orders, prompts, money (early, late, twice), timers and cancellations, at once or not: Σ movements = on hand, Σ kept = reserved, nothing below zero, each order out once or not at all, and every franc somewhere', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 12 }), async (batches) => expectBooks(await live(batches))), { numRuns: 12 });
  }, 240_000);

  test('and where the shop sells what is not counted in yet, the movements are on hand all the same', async () => {
    const bold = await openCarts({ sellsBelowZero: true });
    const variantId = await bold.put({ code: '1', name: 'Riz', cost: 2_000, price: 3_000 });
    const clientId = await bold.client();
    await bold.fill(clientId, [{ variantId, qty: 2_000 }]);
    const placed = await bold.order(clientId);
    const payment = 'orderId' in placed ? await bold.ask(placed.orderId) : placed;
    if ('paymentId' in payment) await bold.see(payment.paymentId, 'approved');
    expect(await bold.proof(variantId)).toMatchObject({ onHand: -2_000, moved: -2_000, reserved: 0 });
    await bold.close();
  });
});
