import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { post } from '../../../src/domain/money/ledger.ts';
import { askPayment } from '../../../src/domain/payments/ask-payment.ts';
import { useCredit } from '../../../src/domain/payments/client-credit.ts';
import { settleCount } from '../../../src/domain/shop/count-stock.ts';
import { expectTrue, openCarts, type Carts } from './carts.ts';

let shop: Carts;
beforeAll(async () => (shop = await openCarts()));
afterAll(() => shop.close());

/** A client with 5 000 F here, and a cart of one piece at 3 000 F that is kept. */
async function ordered(): Promise<{ clientId: string; variantId: string; orderId: string }> {
  const clientId = await shop.client();
  await shop.as({}, ({ db, now }) => post(db, { tenantId: shop.tenantId, kind: 'received', refType: 'test', refId: clientId, at: now, debit: [{ account: 'provider', xof: 5_000 }], credit: [{ account: `client:${clientId}`, xof: 5_000 }] }));
  const variantId = await shop.shelf(1);
  return { clientId, variantId, orderId: await shop.ordered(clientId, variantId, 1) };
}
const isGone = (variantId: string) => shop.as({}, (business) => settleCount(business, { variantId, counted: 0, expected: 1_000, cause: 'loss', key: shop.key() }));
const uses = (orderId: string, clientId?: string) => shop.as(clientId === undefined ? {} : { role: 'client', actor: `client:${clientId}` }, (business) => useCredit(business, { orderId, key: shop.key() }));
const saleOf = (orderId: string) => shop.db.sale.findFirst({ where: { orderId }, select: { paidHow: true, totalXof: true } });

describe('E13 · a cart and what its client has here', () => {
  test.each(['client', 'staff'])('pays it, taken by the %s: it leaves the shelf as a sale that brings no money and is not owed', async (by) => {
    const { clientId, variantId, orderId } = await ordered();
    expect(await uses(orderId, by === 'client' ? clientId : undefined)).toMatchObject({ credited: { toOrder: 3_000, toClient: 0, remaining: 0 } });
    expect([await saleOf(orderId), await shop.booked(`client:${clientId}`), await shop.booked(`order:${orderId}`)]).toEqual([{ paidHow: 'other', totalXof: 3_000n }, 2_000, 3_000]);
    await expectTrue(shop, variantId);
  });

  test.each([['client', 'short'], ['staff', 'closed']])('E10 · taken by the %s once its goods are gone: refused, and nothing is booked', async (by, refused) => {
    const { clientId, variantId, orderId } = await ordered();
    await isGone(variantId);
    expect(await uses(orderId, by === 'client' ? clientId : undefined)).toEqual({ refused });
    expect([(await shop.orderOf(orderId)).status, await shop.booked(`client:${clientId}`), await shop.db.payment.count({ where: { refId: orderId } })]).toEqual(['expired', 5_000, 0]);
    await expectTrue(shop, variantId);
  });

  test('J11 · no longer kept: kept again for its client, and for nobody else', async () => {
    const { clientId, variantId, orderId } = await ordered();
    await shop.expire(orderId);
    expect([await uses(orderId), await shop.kept(variantId)]).toEqual([{ refused: 'closed' }, 0]);
    expect(await uses(orderId, clientId)).toMatchObject({ credited: { toOrder: 3_000 } });
    await expectTrue(shop, variantId);
  });

  test('J11 · no longer kept, and asked for at the counter: refused, and nothing of it is kept', async () => {
    const { variantId, orderId } = await ordered();
    await shop.expire(orderId);
    expect(await shop.as({}, (business) => askPayment(business, { orderId, amountXof: 3_000, method: 'link', key: shop.key() }))).toEqual({ refused: 'closed' });
    expect([(await shop.orderOf(orderId)).status, await shop.kept(variantId)]).toEqual(['expired', 0]);
  });

  test('while a payment is under way, the client waits for that one', async () => {
    const { clientId, orderId } = await ordered();
    const paymentId = await shop.asked(orderId);
    expect(await uses(orderId, clientId)).toMatchObject({ refused: 'live', waiting: { paymentId, amountXof: 3_000 } });
    expect(await shop.booked(`client:${clientId}`)).toBe(5_000);
  });
});
