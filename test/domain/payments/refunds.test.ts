import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { balanceXof, type Account } from '../../../src/domain/money/ledger.ts';
import { changeStatus, holdOrder } from '../../../src/domain/orders/change-status.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { applySeen } from '../../../src/domain/payments/apply-seen.ts';
import { askPayment } from '../../../src/domain/payments/ask-payment.ts';
import { creditXof } from '../../../src/domain/payments/client-balance.ts';
import { useCredit } from '../../../src/domain/payments/client-credit.ts';
import { recordRefundPaid } from '../../../src/domain/payments/pay-refund.ts';
import { recordPayout } from '../../../src/domain/payments/record-payout.ts';
import { agreeRefund, askRefund, refuseRefund } from '../../../src/domain/payments/refunds.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { waysToPay } from '../../../src/domain/payments/ways-to-pay.ts';
import { modesOf } from '../../../src/providers/fedapay/modes.ts';
import { openShop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
let keys = 0;
beforeAll(async () => {
  shop = await openShop({ depositPct: 50 });
  await shop.db.paymentAccount.create({ data: { tenantId: shop.tenantId, ref: 'SHOP', provider: 'fedapay', secretSealed: '', webhookSealed: '', mode: 'live', createdAt: shop.now } });
});
afterAll(() => shop.close());

const key = () => `refund:${(keys += 1)}`;
const balance = (account: Account) => shop.as({}, ({ db, id }) => balanceXof(db, id, account));
const orderOf = (id: string) => shop.db.order.findUniqueOrThrow({ where: { id } });
const refundOf = (id: string) => shop.db.refund.findUniqueOrThrow({ where: { id } });

async function paidOrder(paidXof: number, { how = 'provider' }: { how?: 'provider' | 'cash' } = {}): Promise<{ orderId: string; paymentId: string }> {
  const orderId = await shop.place();
  await shop.as({}, (business) => confirmOrder(business, orderId, { force: 'test' }));
  if (how === 'cash') {
    const taken = await shop.as({}, (business) => takeMoney(business, { orderId, amountXof: paidXof, how: 'cash', key: key() }));
    return { orderId, paymentId: 'paymentId' in taken ? taken.paymentId : '' };
  }
  const asked = await shop.as({}, (business) => askPayment(business, { orderId, amountXof: paidXof, method: 'push', key: key() }));
  const paymentId = 'paymentId' in asked ? asked.paymentId : '';
  await shop.as({ role: 'system' }, (business) => applySeen(business, paymentId, { key: key(), status: 'approved', amountXof: paidXof, source: 'poll' }));
  return { orderId, paymentId };
}
const cancel = (orderId: string) => shop.as({}, async (business) => {
  const order = await holdOrder(business, orderId);
  if (order !== null) await changeStatus(business, order, 'cancelled');
});
const want = (orderId: string | undefined, amountXof: number) => shop.as({ role: 'client', actor: 'client:awa' }, (business) => askRefund(business, { clientId: shop.clientId, ...(orderId === undefined ? {} : { orderId }), amountXof, reason: 'trop tard' }));
async function wanted(orderId: string | undefined, amountXof: number): Promise<string> {
  const asked = await want(orderId, amountXof);
  if (!('refundId' in asked) || 'refused' in asked) throw new Error('not asked');
  return asked.refundId;
}

describe('E13 · a refund', () => {
  test('is asked, agreed by the owner alone, paid and told; the books follow it', async () => {
    const { orderId } = await paidOrder(12_500, { how: 'cash' });
    await cancel(orderId);
    const cash = await balance('cash');
    const refundId = await wanted(orderId, 12_500);
    expect(await shop.as({ role: 'staff' }, (business) => agreeRefund(business, refundId))).toEqual({ refused: 'notYours' });
    expect((await orderOf(orderId)).paidXof).toBe(12_500n);

    const notices = await shop.as({}, async (business) => {
      await agreeRefund(business, refundId);
      return business.notices;
    });
    expect(notices).toMatchObject([{ to: { clientId: shop.clientId }, what: 'refundAgreed', values: { amount: 12_500 } }]);
    expect([(await orderOf(orderId)).paidXof, await balance(`order:${orderId}`), await balance(`refund:${refundId}`)]).toEqual([0n, 0, 12_500]);
    expect(await shop.as({}, (business) => recordRefundPaid(business, refundId, { how: 'cash' }))).toEqual({ amountXof: 12_500 });
    expect([await balance(`refund:${refundId}`), (await balance('cash')) - cash, await refundOf(refundId)]).toMatchObject([0, 12_500, { status: 'paid', paidHow: 'cash' }]);
    expect(await shop.as({}, (business) => recordRefundPaid(business, refundId, { how: 'cash' }))).toEqual({ refused: 'unknown' });
  });

  test('is never more than was paid, one at a time, and not of somebody else', async () => {
    const { orderId } = await paidOrder(12_500);
    expect(await want(orderId, 12_501)).toEqual({ refused: 'tooMuch', mostXof: 12_500 });
    expect(await want(shop.nobody, 1)).toEqual({ refused: 'unknown' });
    const refundId = await wanted(orderId, 5_000);
    expect(await want(orderId, 5_000)).toEqual({ refused: 'asked', refundId });
    expect(await shop.as({}, (business) => refuseRefund(business, refundId, 'deja coupe'))).toEqual({});
    expect([(await refundOf(refundId)).status, (await orderOf(orderId)).paidXof]).toEqual(['refused', 12_500n]);
  });

  test('by two owners at once is agreed once', async () => {
    const { orderId } = await paidOrder(12_500);
    const refundId = await wanted(orderId, 12_500);
    const answers = await Promise.all([1, 2, 3].map(() => shop.as({}, (business) => agreeRefund(business, refundId))));
    expect(answers.filter((answer) => 'amountXof' in answer)).toHaveLength(1);
    expect(await balance(`refund:${refundId}`)).toBe(12_500);
  });

  test('seen at the provider settles what was agreed; one that nobody agreed comes out of the order', async () => {
    const agreed = await paidOrder(12_500);
    const refundId = await wanted(agreed.orderId, 12_500);
    await shop.as({}, (business) => agreeRefund(business, refundId));
    const seen = (paymentId: string) => shop.as({ role: 'system' }, (business) => applySeen(business, paymentId, { key: key(), status: 'refunded', amountXof: 12_500, source: 'webhook' }));
    expect(await seen(agreed.paymentId)).toEqual({ status: 'refunded', changed: true });
    expect([(await refundOf(refundId)).status, await balance(`refund:${refundId}`)]).toEqual(['paid', 0]);

    const alone = await paidOrder(12_500);
    const held = await balance('provider');
    await seen(alone.paymentId);
    expect(await seen(alone.paymentId)).toEqual({ status: 'refunded', changed: false });
    expect([(await orderOf(alone.orderId)).paidXof, await balance(`order:${alone.orderId}`), (await balance('provider')) - held]).toEqual([0n, 0, 12_500]);
  });
});

describe('a client\'s credit', () => {
  test('E10 · money for an order that was cancelled pays for another, and never twice', async () => {
    const { orderId, paymentId } = await paidOrder(1_000);
    const late = await shop.as({}, (business) => askPayment(business, { orderId, amountXof: 12_500, method: 'push', key: key() }));
    await cancel(orderId);
    await shop.as({ role: 'system' }, (business) => applySeen(business, 'paymentId' in late ? late.paymentId : paymentId, { key: key(), status: 'approved', amountXof: 12_500, source: 'poll' }));
    expect(await shop.as({}, (business) => creditXof(business, shop.clientId))).toBe(12_500);

    const others = [await paidOrder(1_000), await paidOrder(1_000)];
    const uses = await Promise.all(others.map((other) => shop.as({}, (business) => useCredit(business, { orderId: other.orderId, amountXof: 10_000, key: key() }))));
    expect(uses.filter((use) => 'credited' in use)).toHaveLength(1);
    expect(uses.find((use) => 'refused' in use)).toEqual({ refused: 'tooMuch', mostXof: 2_500 });
    expect(await shop.as({}, (business) => creditXof(business, shop.clientId))).toBe(2_500);
    expect((await Promise.all(others.map((other) => orderOf(other.orderId)))).map(({ paidXof }) => paidXof).toSorted()).toEqual([1_000n, 11_000n]);
  });

  test('may be given back, too', async () => {
    // It waited for the owner from the moment it came; what was spent of it meanwhile waits no more.
    const { id: refundId, ...owed } = await shop.db.refund.findFirstOrThrow({ where: { orderId: null, status: 'asked' } });
    expect(owed).toMatchObject({ amountXof: 2_500n, reason: 'late', askedBy: 'system' });
    expect(await want(undefined, 1)).toEqual({ refused: 'asked', refundId });
    await shop.as({}, (business) => agreeRefund(business, refundId));
    expect(await shop.as({}, (business) => creditXof(business, shop.clientId))).toBe(0);
  });
});

test('a payout of the provider is booked once for each line of its statement', async () => {
  const before = await balance('provider');
  const pay = (amountXof: number, reference: string, role: 'owner' | 'staff' = 'owner') => shop.as({ role }, (business) => recordPayout(business, { amountXof, reference }));
  expect(await pay(5_000, 'PO-1', 'staff')).toEqual({ refused: 'notYours' });
  expect(await pay(0, 'PO-1')).toEqual({ refused: 'nothing' });
  expect(await pay(5_000, 'PO-1')).toEqual({ isNew: true, leftXof: -before - 5_000 });
  expect(await pay(5_000, ' PO-1')).toMatchObject({ isNew: false });
  expect(await balance('owner')).toBe(-5_000);
});

test('what people can pay with: their operators, the page; without an account only what was given in the hand', async () => {
  const ways = (phone: string | null) => shop.as({}, (business) => waysToPay(business, phone, modesOf));
  const push = async (phone: string | null) => (await ways(phone)).map((way) => ('mode' in way ? way.mode : way.method));
  expect(await push('+2290196000001')).toEqual(['mtn_open', 'moov', 'sbin', 'link']);
  expect(await push(null)).toEqual(['mtn_open', 'moov', 'sbin', 'link']);
  expect(await push('+221770000001')).toEqual(['free_sn', 'link']);
  expect(await push('+33612345678')).toEqual(['link']);
  await shop.db.paymentAccount.updateMany({ data: { mode: 'sandbox' } });
  expect(await push('+221770000001')).toEqual(['momo_test', 'link']);
  await shop.db.paymentAccount.updateMany({ data: { closedAt: shop.now } });
  expect(await push('+2290196000001')).toEqual(['declared', 'cash']);
});
