import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { deliverOrder } from '../../../src/domain/orders/deliver-order.ts';
import { markReady } from '../../../src/domain/orders/mark-ready.ts';
import { seeOwnOrder } from '../../../src/domain/orders/see-own-order.ts';
import { applySeen } from '../../../src/domain/payments/apply-seen.ts';
import { askPayment } from '../../../src/domain/payments/ask-payment.ts';
import { listDebts } from '../../../src/domain/payments/list-debts.ts';
import { offerPayment } from '../../../src/domain/payments/offer-payment.ts';
import { recordRefundPaid } from '../../../src/domain/payments/pay-refund.ts';
import { agreeRefund, askRefund } from '../../../src/domain/payments/refunds.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { undoTake } from '../../../src/domain/payments/undo-take.ts';
import { useCredit } from '../../../src/domain/payments/client-credit.ts';
import { modesOf } from '../../../src/providers/fedapay/modes.ts';
import { openShop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
let keys = 0;
beforeAll(async () => {
  shop = await openShop({ depositPct: 50 });
  await shop.db.paymentAccount.create({ data: { tenantId: shop.tenantId, ref: 'SHOP', provider: 'fedapay', secretSealed: '', webhookSealed: '', mode: 'sandbox', createdAt: shop.now } });
});
afterAll(() => shop.close());

const key = () => `after:${(keys += 1)}`;
const take = async (orderId: string, amountXof: number): Promise<string> => {
  const taken = await shop.as({}, (business) => takeMoney(business, { orderId, amountXof, how: 'cash', key: key() }));
  if ('refused' in taken) throw new Error(taken.refused);
  return taken.paymentId;
};
/** Handed over with so much paid of 25 000. */
async function delivered(paidXof: number): Promise<string> {
  const orderId = await shop.place();
  await shop.as({}, (business) => confirmOrder(business, orderId));
  await take(orderId, paidXof);
  await shop.as({}, (business) => markReady(business, orderId));
  await shop.as({}, (business) => deliverOrder(business, orderId, { reason: 'pays on Saturday', proven: true }));
  return orderId;
}
const dueOf = async (orderId: string) => {
  const { personId } = await shop.db.client.findUniqueOrThrow({ where: { id: shop.clientId } });
  return shop.db.$transaction(async (tx) => ({
    seen: (await seeOwnOrder(tx, personId, orderId))?.dueXof,
    debt: (await listDebts(tx, [shop.clientId])).find((each) => each.orderId === orderId)?.dueXof,
  }));
};
const offered = (orderId: string) => shop.as({ role: 'client' }, (business) => offerPayment(business, { orderId, phone: null }, modesOf));

describe('J4 · a garment handed over unpaid', () => {
  test('is still owed, and paid in the hand', async () => {
    const orderId = await delivered(12_500);
    expect([await dueOf(orderId), await offered(orderId)]).toEqual([{ seen: 12_500, debt: 12_500 }, expect.objectContaining({ dueXof: 12_500, amountXof: 12_500 })]);
    await take(orderId, 12_500);
    expect([await dueOf(orderId), await offered(orderId)]).toEqual([{ seen: 0, debt: undefined }, { refused: 'nothingDue' }]);
  });

  test('is paid by Mobile Money: the owner hears of a payment, not of a credit nor of work to begin', async () => {
    const orderId = await delivered(12_500);
    const asked = await shop.as({ role: 'client' }, (business) => askPayment(business, { orderId, amountXof: 12_500, method: 'push', mode: 'mtn_open', key: key() }));
    const told = await shop.as({ role: 'system', actor: 'system' }, async (business) => {
      await applySeen(business, 'paymentId' in asked ? asked.paymentId : '', { key: key(), status: 'approved', amountXof: 12_500, source: 'poll' });
      return business.notices.map(({ what }) => what);
    });
    expect([told, await dueOf(orderId)]).toEqual([['paidAll', 'ownerPaid'], { seen: 0, debt: undefined }]);
  });

  test('is owed again when the money was noted by mistake, and paid with what the client has here', async () => {
    const orderId = await delivered(12_500);
    const paymentId = await take(orderId, 12_500);
    await shop.as({}, (business) => undoTake(business, paymentId, 'never came'));
    expect(await dueOf(orderId)).toEqual({ seen: 12_500, debt: 12_500 });
    const other = await delivered(25_000);
    await giveBack(other, 5_000);
    expect(await shop.as({}, (business) => useCredit(business, { orderId, key: key() }))).toMatchObject({ credited: { toOrder: 5_000, remaining: 7_500 } });
  });

  test('E13 · what the owner gives back for it afterwards is no debt', async () => {
    const orderId = await delivered(20_000);
    await giveBack(orderId, 8_000);
    expect([await dueOf(orderId), (await shop.historyOf(orderId)).filter((line) => line.startsWith('refunded'))]).toEqual([{ seen: 5_000, debt: 5_000 }, ['refunded 20000 12000 member:owner whatsapp', 'refunded 25000 17000 member:owner whatsapp']]);
  });
});

/** To the client's credit. */
async function giveBack(orderId: string, amountXof: number): Promise<void> {
  const asked = await shop.as({ role: 'client', actor: 'client:awa' }, (business) => askRefund(business, { clientId: shop.clientId, orderId, amountXof, reason: 'a seam' }));
  const refundId = 'refundId' in asked ? asked.refundId : '';
  await shop.as({}, (business) => agreeRefund(business, refundId));
  await shop.as({}, (business) => recordRefundPaid(business, refundId, { how: 'credit' }));
}
