import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { payAtCounter } from '../../../src/domain/shop/pay-at-counter.ts';
import { voidSale } from '../../../src/domain/shop/void-sale.ts';
import { waitFor } from '../../../src/domain/shop/call-waiting.ts';
import { cancelOrder } from '../../../src/domain/orders/cancel-order.ts';
import { deliverOrder } from '../../../src/domain/orders/deliver-order.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { undoTake } from '../../../src/domain/payments/undo-take.ts';
import { expectTrue, openCarts, type Carts } from './carts.ts';

let shop: Carts;
beforeAll(async () => (shop = await openCarts()));
afterAll(() => shop.close());

describe('J11 · many want the last ones', () => {
  test('J11 · 50 clients on the last 10 pieces: 10 orders, 40 clear refusals, and when they are paid the ledger and the stock are exact', async () => {
    const variantId = await shop.shelf(10);
    const clients = await Promise.all(Array.from({ length: 50 }, (_, n) => shop.client(`Client ${n}`)));
    await Promise.all(clients.map((clientId) => shop.fill(clientId, [{ variantId, qty: 1_000 }])));
    const answers = await Promise.all(clients.map((clientId) => shop.order(clientId)));
    const orders = answers.flatMap((answer) => ('refused' in answer ? [] : [answer.orderId]));
    const refused = answers.filter((answer) => 'refused' in answer);
    expect(orders).toHaveLength(10);
    expect(refused.map((answer) => [answer.refused, 'missing' in answer && answer.missing.map(({ wanted, available }) => [wanted, available])])).toEqual(Array.from({ length: 40 }, () => ['short', [[1_000, 0]]]));
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 10_000, reserved: 10_000 });
    expect(await shop.db.lostDemand.count({ where: { variantId } })).toBe(40);
    expect(await shop.sells(variantId, 1_000)).toEqual({ refused: 'short', available: 0 });

    const payments = await Promise.all(orders.map((orderId) => shop.asked(orderId)));
    // Each told twice, at the same moment.
    await Promise.all([...payments, ...payments].map((paymentId) => shop.see(paymentId, 'approved')));
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 0, moved: 0, reserved: 0, worth: 0n });
    expect(await shop.db.sale.findMany({ where: { orderId: { in: orders } }, select: { totalXof: true, costXof: true, paidHow: true } })).toEqual(Array.from({ length: 10 }, () => ({ totalXof: 3_000n, costXof: 2_000n, paidHow: 'momo' })));
    expect(await Promise.all(orders.map((orderId) => shop.booked(`order:${orderId}`)))).toEqual(Array.from({ length: 10 }, () => 3_000));
    expect((await Promise.all(orders.map(shop.orderOf))).map(({ status, paidXof }) => [status, paidXof])).toEqual(Array.from({ length: 10 }, () => ['preparing', 3_000n]));
  });

  test('E15 · two buyers of the last one at the same moment: one wins; a buyer and a sale at the counter: one wins', async () => {
    const [one, two] = [await shop.client(), await shop.client()];
    const last = await shop.shelf(1);
    await Promise.all([one, two].map((clientId) => shop.fill(clientId, [{ variantId: last, qty: 1_000 }])));
    const both = await Promise.all([shop.order(one), shop.order(two)]);
    expect(both.map((answer) => ('refused' in answer ? answer.refused : 'kept')).toSorted()).toEqual(['kept', 'short']);

    const other = await shop.shelf(1);
    await shop.fill(one, [{ variantId: last, qty: 0 }, { variantId: other, qty: 1_000 }]);
    const [kept, sold] = await Promise.all([shop.order(one), shop.sells(other, 1_000)]);
    expect([kept, sold].filter((answer) => 'refused' in answer)).toHaveLength(1);
    await expectTrue(shop, other);
  });

  test('all of a cart is kept or none of it: what is there is not taken for what is not', async () => {
    const [there, short] = [await shop.shelf(5), await shop.shelf(1)];
    const clientId = await shop.client();
    await shop.fill(clientId, [{ variantId: there, qty: 2_000 }, { variantId: short, qty: 3_000 }]);
    expect(await shop.order(clientId)).toMatchObject({ refused: 'short', missing: [{ variantId: short, wanted: 3_000, available: 1_000 }] });
    expect([(await shop.proof(there)).reserved, (await shop.proof(short)).reserved]).toEqual([0, 0]);
    expect(await shop.db.lostDemand.findMany({ where: { variantId: short }, select: { qty: true } })).toMatchObject([{ qty: expect.objectContaining({}) }]);
  });

  test('two carts with the same goods in another order do not wait for one another', async () => {
    const [a, b] = [await shop.shelf(40), await shop.shelf(40)];
    const clients = await Promise.all(Array.from({ length: 12 }, () => shop.client()));
    await Promise.all(clients.map((clientId, n) => shop.fill(clientId, (n % 2 === 0 ? [a, b] : [b, a]).map((variantId) => ({ variantId, qty: 1_000 })))));
    const answers = await Promise.all(clients.map((clientId) => shop.order(clientId)));
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([]);
    expect([(await shop.proof(a)).reserved, (await shop.proof(b)).reserved]).toEqual([12_000, 12_000]);
  });
});

describe('J11, E15 · what outlives what is kept', () => {
  test('approved after a quarter of an hour: served where all of it is there, else the money is the client\'s credit and waits for the owner', async () => {
    const clientId = await shop.client();
    const variantId = await shop.shelf(2);
    const served = await shop.ordered(clientId, variantId, 1);
    const late = await shop.ordered(clientId, variantId, 1);
    const payments = [await shop.asked(served, 14), await shop.asked(late, 14)];
    for (const orderId of [served, late]) await shop.expire(orderId);
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 2_000, reserved: 0 });
    await shop.see(payments[0] ?? '', 'approved', { minute: 16 });
    expect(await shop.sells(variantId, 1_000)).toMatchObject({ totalXof: 3_000 });
    await shop.see(payments[1] ?? '', 'approved', { minute: 17 });
    await shop.see(payments[1] ?? '', 'approved', { minute: 18 });

    expect([(await shop.orderOf(served)).status, (await shop.orderOf(late)).status]).toEqual(['preparing', 'expired']);
    expect([await shop.booked(`order:${served}`), await shop.booked(`order:${late}`), await shop.booked(`client:${clientId}`)]).toEqual([3_000, 0, 3_000]);
    expect(await shop.db.refund.findMany({ where: { clientId }, select: { amountXof: true, status: true, reason: true } })).toEqual([{ amountXof: 3_000n, status: 'asked', reason: 'late' }]);
    await expectTrue(shop, variantId);
  });

  test('nobody is asked for money for what is gone, and what is there again is kept again before', async () => {
    const clientId = await shop.client();
    const variantId = await shop.shelf(2);
    const orderId = await shop.ordered(clientId, variantId, 2);
    await shop.expire(orderId);
    const sold = await shop.sells(variantId, 1_000);
    expect(await shop.ask(orderId, 17)).toEqual({ refused: 'short' });
    expect(await shop.db.payment.count({ where: { refId: orderId } })).toBe(0);
    await shop.as({}, (business) => voidSale(business, 'seq' in sold ? sold.seq : 0));
    expect(await shop.ask(orderId, 18)).toHaveProperty('paymentId');
    expect([(await shop.orderOf(orderId)).status, (await shop.proof(variantId)).reserved]).toEqual(['awaiting_payment', 2_000]);
    // The first timer is another story.
    await shop.as({ role: 'system', actor: 'system' }, async ({ db }) => db.due.count({ where: { key: { startsWith: `order:${orderId}:freeCart:` } } })).then((timers) => expect(timers).toBe(2));
  });

  test('a timer that comes twice, or after the money, frees nothing that is paid', async () => {
    const clientId = await shop.client();
    const variantId = await shop.shelf(2);
    const orderId = await shop.ordered(clientId, variantId, 1);
    await shop.see(await shop.asked(orderId), 'approved', { minute: 2 });
    await Promise.all([shop.expire(orderId), shop.expire(orderId)]);
    expect([(await shop.orderOf(orderId)).status, (await shop.proof(variantId)).onHand]).toEqual(['preparing', 1_000]);
    await shop.expire(orderId, 24 * 60 + 5, 'freeUnpaid');
    expect((await shop.orderOf(orderId)).status).toBe('preparing');
  });

  test('a count finds less than was kept: who pays first is served, who pays then has it as credit, and nothing is sold that is not there', async () => {
    const [one, two] = [await shop.client(), await shop.client()];
    const variantId = await shop.shelf(2);
    const orders = [await shop.ordered(one, variantId, 1), await shop.ordered(two, variantId, 1)];
    await shop.counts(variantId, 1_000);
    for (const orderId of orders) await shop.see(await shop.asked(orderId), 'approved', { minute: 1 });
    expect((await Promise.all(orders.map(shop.orderOf))).map(({ status }) => status)).toEqual(['preparing', 'expired']);
    expect([await shop.booked(`client:${two}`), (await shop.proof(variantId)).onHand]).toEqual([3_000, 0]);
    await expectTrue(shop, variantId);
  });
});

describe('at the counter', () => {
  test('cash is a sale once; a wrong entry brings the goods back and keeps them; handed over unpaid they are gone', async () => {
    const clientId = await shop.client();
    const variantId = await shop.shelf(3);
    const orderId = await shop.ordered(clientId, variantId, 1);
    expect(await shop.as({ role: 'client', actor: `client:${clientId}` }, (business) => payAtCounter(business, orderId))).toEqual({ until: new Date(shop.now.getTime() + 24 * 3_600_000) });
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 3_000, reserved: 1_000 });
    const taken = await shop.as({}, (business) => takeMoney(business, { orderId, amountXof: 3_000, how: 'cash', key: shop.key() }));
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 2_000, reserved: 0 });
    expect(await shop.as({}, (business) => undoTake(business, 'paymentId' in taken ? taken.paymentId : '', 'somebody else'))).toMatchObject({ dueXof: 3_000 });
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 3_000, reserved: 1_000 });
    expect(await shop.as({}, (business) => deliverOrder(business, orderId, { reason: 'a neighbour', proven: true }))).toEqual({ dueXof: 3_000 });
    await shop.as({}, (business) => takeMoney(business, { orderId, amountXof: 3_000, how: 'cash', key: shop.key() }));
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 2_000, reserved: 0, moved: 2_000 });
    expect(await shop.db.sale.findMany({ where: { orderId }, orderBy: { seq: 'asc' }, select: { paidHow: true, voidedAt: true } })).toEqual([{ paidHow: 'cash', voidedAt: shop.now }, { paidHow: 'credit', voidedAt: null }]);
  });

  test('given up before it is paid it is free at once; a paid one only by the owner, and its goods come back', async () => {
    const clientId = await shop.client();
    const variantId = await shop.shelf(2);
    const mine = { role: 'client', actor: `client:${clientId}` } as const;
    const unpaid = await shop.ordered(clientId, variantId, 1);
    expect(await shop.as(mine, (business) => cancelOrder(business, unpaid, 'client'))).toMatchObject({ from: 'awaiting_payment', owedXof: 0 });
    const paid = await shop.ordered(clientId, variantId, 2);
    await shop.see(await shop.asked(paid), 'approved');
    expect(await shop.as(mine, (business) => cancelOrder(business, paid, 'client'))).toEqual({ refused: 'impossible' });
    expect(await shop.as({}, (business) => cancelOrder(business, paid, 'broken'))).toMatchObject({ owedXof: 6_000 });
    expect(await shop.proof(variantId)).toMatchObject({ onHand: 2_000, reserved: 0, moved: 2_000 });
    await expectTrue(shop, variantId);
  });
});

test('who waits is told once when it is back, first come first told, as far as it reaches', async () => {
  const variantId = await shop.shelf(0);
  const waiting = await Promise.all(['Awa', 'Jean', 'Ines'].map((name) => shop.client(name)));
  for (const clientId of waiting) await shop.as({}, (business) => waitFor(business, { variantId, clientId, qty: 2_000 }));
  await shop.as({}, (business) => waitFor(business, { variantId, clientId: waiting[0] ?? '', qty: 3_000 }));
  const told = async () => {
    const rows = await shop.db.stockWait.findMany({ where: { variantId }, orderBy: { id: 'asc' } });
    return rows.map(({ toldAt }) => toldAt !== null);
  };
  await shop.arrives(variantId, 4_000);
  expect(await told()).toEqual([true, true, false]);
  await shop.arrives(variantId, 1_000);
  expect(await told()).toEqual([true, true, true]);
});
