import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadIn } from '../../../src/domain/orders/capacity.ts';
import { changeStatus, holdOrder } from '../../../src/domain/orders/change-status.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import type { OrderStatus } from '../../../src/domain/orders/lifecycle.ts';
import { placeOrder } from '../../../src/domain/orders/place-order.ts';
import type { Business } from '../../../src/domain/tenants/business.ts';
import { openAnother, openShop, type Shop } from './shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

const become = (of: Shop, orderId: string, to: OrderStatus, acting: Partial<Business> = {}, reason?: string) => of.as(acting, async (business) => {
  const order = await holdOrder(business, orderId);
  return order === null ? 'no order' : changeStatus(business, order, to, reason);
});

describe('an order is placed', () => {
  test('STY-07, STY-13, STY-56 · as a quote, with its deposit rounded up, its line, and the first row of its history', async () => {
    const orderId = await shop.place({ totalXof: 25_001 });
    const order = await shop.db.order.findUniqueOrThrow({ where: { id: orderId }, include: { items: true } });
    expect(order).toMatchObject({ status: 'quote', totalXof: 25_001n, depositXof: 12_501n, paidXof: 0n, promisedOn: new Date('2026-11-28'), firstPromise: new Date('2026-11-28') });
    expect(order.items).toMatchObject([{ description: 'Boubou', lineXof: 25_001n }]);
    expect(await shop.historyOf(orderId)).toEqual(['placed quote member:owner whatsapp']);
  });

  test('STY-17 · never for today or a day that is past', async () => {
    for (const promisedOn of ['2026-11-20', '2026-11-01'] as const) expect(await shop.as({}, (business) => placeOrder(business, shop.wanted({ promisedOn })))).toEqual({ refused: 'past' });
  });

  test('D11, STY-12 · 200 at once: their numbers are consecutive, and none is used twice', async () => {
    const other = await openAnother(shop.db, {});
    await Promise.all(Array.from({ length: 200 }, () => other.place()));
    const numbers = await shop.db.order.findMany({ where: { tenantId: other.tenantId }, select: { year: true, seq: true }, orderBy: { seq: 'asc' } });
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, at) => ({ year: 2026, seq: at + 1 })));
  });

  test('one that is taken back leaves no gap', async () => {
    const other = await openAnother(shop.db, {});
    await other.place();
    await expect(other.as({}, async (business) => {
      await placeOrder(business, other.wanted());
      throw new Error('taken back');
    })).rejects.toThrow('taken back');
    await other.place();
    expect((await shop.db.order.findMany({ where: { tenantId: other.tenantId }, orderBy: { seq: 'asc' } })).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('an order changes', () => {
  test('STY-14, STY-15 · each change is in its history with who and how; what cannot be is refused, and that too', async () => {
    const orderId = await shop.place();
    expect(await become(shop, orderId, 'delivered', { role: 'staff', actor: 'member:koffi' })).toEqual({ refused: 'impossible' });
    expect(await shop.as({ role: 'client', actor: 'client:awa', channel: 'ussd' }, (business) => confirmOrder(business, orderId))).toEqual({ promisedOn: '2026-11-28' });
    await become(shop, orderId, 'in_progress', {}, 'no deposit: a cousin');
    await become(shop, orderId, 'on_hold');
    expect(await become(shop, orderId, 'ready')).toEqual({ refused: 'impossible' });
    await become(shop, orderId, 'in_progress');
    await become(shop, orderId, 'ready', { role: 'staff', actor: 'member:koffi', channel: 'sms' });
    await become(shop, orderId, 'delivered');
    expect(await shop.historyOf(orderId)).toEqual([
      'placed quote member:owner whatsapp', 'refused quote delivered member:koffi whatsapp', 'status quote confirmed client:awa ussd', 'status confirmed in_progress member:owner whatsapp no deposit: a cousin',
      'status in_progress on_hold member:owner whatsapp', 'refused on_hold ready member:owner whatsapp', 'status on_hold in_progress member:owner whatsapp', 'status in_progress ready member:koffi sms', 'status ready delivered member:owner whatsapp',
    ]);
    expect(await shop.db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ status: 'delivered', heldFrom: null, confirmedAt: shop.now, readyAt: shop.now, deliveredAt: shop.now, endedAt: shop.now, priceLockedAt: shop.now });
  });

  test('E1 · another business finds nothing of it', async () => {
    const orderId = await shop.place();
    const other = await openAnother(shop.db, {});
    expect(await become(other, orderId, 'confirmed')).toBe('no order');
    expect(await other.as({}, (business) => confirmOrder(business, orderId))).toEqual({ refused: 'unknown' });
    expect(await shop.historyOf(orderId)).toEqual(['placed quote member:owner whatsapp']);
  });

  test('without a price nothing is confirmed', async () => {
    const { totalXof: _, ...unpriced } = shop.wanted();
    const placed = await shop.as({}, (business) => placeOrder(business, unpriced));
    expect('refused' in placed || (await shop.as({}, (business) => confirmOrder(business, placed.orderId)))).toEqual({ refused: 'unpriced' });
  });
});

describe('STY-08, E16 · a week holds so much', () => {
  test('fifty at once on a capacity of twelve: twelve are taken, the others are offered the week after', async () => {
    const other = await openAnother(shop.db, { capacityPerWeek: 12 });
    const orders = await Promise.all(Array.from({ length: 50 }, () => other.place()));
    const answers = await Promise.all(orders.map((orderId) => other.as({ role: 'client', actor: 'client:x' }, (business) => confirmOrder(business, orderId))));
    expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(12);
    expect(new Set(answers.filter((answer) => 'refused' in answer).map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"refused":"full","freeOn":"2026-11-30"}']));
    expect(await other.as({}, (business) => loadIn(business, '2026-11-25'))).toBe(12);
  });

  test('whatever their sizes and weeks, in whatever order they come, no week is overbooked', () => fc.assert(fc.asyncProperty(
    fc.array(fc.record({ points: fc.integer({ min: 1, max: 6 }), ahead: fc.constantFrom('2026-11-28', '2026-12-01', '2026-12-05', '2026-12-09') }), { minLength: 1, maxLength: 14 }),
    async (wanted) => {
      const other = await openAnother(shop.db, { capacityPerWeek: 8 });
      await Promise.all(wanted.map(async ({ points, ahead }) => {
        const orderId = await other.place({ points, promisedOn: ahead });
        await other.as({}, (business) => confirmOrder(business, orderId));
      }));
      for (const day of ['2026-11-28', '2026-12-01', '2026-12-09'] as const) expect(await other.as({}, (business) => loadIn(business, day))).toBeLessThanOrEqual(8);
    }), { numRuns: 12 }));

  test('the owner may take one more, with a reason that stays; one that is finished gives its place back', async () => {
    const other = await openAnother(shop.db, { capacityPerWeek: 1 });
    const [first, second, third] = [await other.place(), await other.place(), await other.place()];
    const confirm = (orderId: string, force?: string) => other.as({}, (business) => confirmOrder(business, orderId, force === undefined ? {} : { force }));
    expect(await confirm(first)).toEqual({ promisedOn: '2026-11-28' });
    expect(await confirm(second)).toMatchObject({ refused: 'full' });
    expect(await confirm(second, 'her wedding')).toEqual({ promisedOn: '2026-11-28' });
    expect((await other.historyOf(second)).at(-1)).toBe('status quote confirmed member:owner whatsapp her wedding');
    for (const orderId of [first, second]) await become(other, orderId, 'cancelled');
    expect(await confirm(third)).toEqual({ promisedOn: '2026-11-28' });
  });
});
