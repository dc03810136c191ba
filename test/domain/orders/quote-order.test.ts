import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Day } from '../../../src/domain/calendar/day.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { quoteOrder, seePrice, type Price } from '../../../src/domain/orders/quote-order.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { openTimedShop, type TimedShop } from './timed-shop.ts';

let shop: TimedShop;
beforeAll(async () => (shop = await openTimedShop({ depositPct: 50, capacityPerWeek: 2 })));
afterAll(() => shop.close());

const quote = (orderId: string, price: Price, acting = {}) => shop.as(acting, (business) => quoteOrder(business, orderId, price));
const seen = (orderId: string) => shop.db.order.findUniqueOrThrow({ where: { id: orderId }, include: { items: true } });

describe('J5 · the price of an order', () => {
  test('is given with its day: the deposit and the garment follow it, the client is asked, and seven days begin anew', async () => {
    const orderId = await shop.place();
    await shop.pass({ days: 2 });
    expect(await quote(orderId, { totalXof: 27_000, promisedOn: '2026-12-28' as Day })).toEqual({ promisedOn: '2026-12-28', depositXof: 13_500, again: false });
    expect(await seen(orderId)).toMatchObject({ status: 'quote', totalXof: 27_000n, depositXof: 13_500n, quotedAt: shop.now(), items: [{ unitPriceXof: 27_000n, lineXof: 27_000n }] });
    expect((await shop.historyOf(orderId)).slice(-2)).toEqual(['quoted 25000 27000 member:owner whatsapp', 'quoted 2026-11-28 2026-12-28 member:owner whatsapp']);
    await shop.pass({ days: 6 });
    expect(await shop.statusOf(orderId)).toBe('quote');
    expect((await shop.told(orderId)).map((line) => line.split(' · ')[0])).toEqual(['quoted', 'quoteEnding']);
    await shop.pass({ days: 2 });
    expect(await shop.statusOf(orderId)).toBe('expired');
    expect(await quote(orderId, { totalXof: 28_000 })).toEqual({ refused: 'frozen' });
  });

  test('E14 · changed after the yes, it waits for a new yes, which only the owner may ask for', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-01-05' as Day });
    expect(await quote(orderId, { totalXof: 27_000 }, { role: 'staff', actor: 'member:sewer' })).toEqual({ refused: 'impossible' });
    expect(await quote(orderId, { totalXof: 25_000 })).toEqual({ refused: 'same' });
    expect(await quote(orderId, { totalXof: 27_000 })).toMatchObject({ again: true });
    expect(await seen(orderId)).toMatchObject({ status: 'quote', confirmedAt: null, priceLockedAt: null });
    await shop.as({}, (business) => confirmOrder(business, orderId));
    await shop.as({}, (business) => takeMoney(business, { orderId, amountXof: 5000, how: 'cash', key: 'test:quote' }));
    expect([await quote(orderId, { totalXof: 30_000 }), await shop.as({}, (business) => seePrice(business, orderId))]).toEqual([{ refused: 'frozen' }, { refused: 'frozen' }]);
  });

  test('E16 · not for a week that is full, unless they say why; not for a day behind us', async () => {
    const orderId = await shop.place({ promisedOn: '2027-02-05' as Day });
    for (const promisedOn of ['2027-02-09', '2027-02-10'] as Day[]) await shop.confirmed({ promisedOn });
    expect(await quote(orderId, { totalXof: 27_000, promisedOn: '2027-02-10' as Day })).toEqual({ refused: 'full', freeOn: '2027-02-15' });
    expect(await quote(orderId, { totalXof: 27_000, promisedOn: '2026-11-20' as Day })).toEqual({ refused: 'past' });
    expect(await quote(orderId, { totalXof: 27_000, promisedOn: '2027-02-10' as Day, force: 'a wedding' })).toMatchObject({ promisedOn: '2027-02-10' });
    expect(await shop.as({}, (business) => confirmOrder(business, orderId))).toEqual({ promisedOn: '2027-02-10' });
    expect(await quote(shop.nobody, { totalXof: 1000 })).toEqual({ refused: 'unknown' });
  });
});
