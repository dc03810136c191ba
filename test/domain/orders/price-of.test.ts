import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeGarment } from '../../../src/domain/catalogue/change-garment.ts';
import { archiveGarment } from '../../../src/domain/catalogue/archive-garment.ts';
import type { GarmentInput } from '../../../src/domain/catalogue/garment.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { priceOf, type Wanted } from '../../../src/domain/orders/price-of.ts';
import type { Business } from '../../../src/domain/tenants/business.ts';
import { openAnother, openShop, type Shop } from './shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

const ask = (of: Shop, wanted: Partial<Wanted> = {}, acting: Partial<Business> = {}) => of.as(acting, (business) => priceOf(business, { garmentTypeId: of.garmentTypeId, urgency: 'normal', ...wanted }));
const change = (of: Shop, to: Partial<GarmentInput>, now = of.now) => of.as({ now }, (business) => changeGarment(business, of.garmentTypeId, to));
const hours = (count: number) => new Date(shop.now.getTime() + count * 3_600_000);

describe('a garment is offered', () => {
  test.each([['normal', '2026-11-28'], ['high', '2026-11-26'], ['urgent', '2026-11-25']] as const)('J1, STY-09, STY-11 · asked on Friday 20/11, %s, for %s', async (urgency, promisedOn) => {
    expect(await ask(shop, { urgency })).toEqual({ garment: 'Boubou', points: 1, totalXof: 25_000, depositXof: 12_500, promisedOn });
  });

  test('without a price it has a day and no amount', async () => {
    const other = await openAnother(shop.db, {});
    await change(other, { priceXof: null });
    expect(await ask(other)).toEqual({ garment: 'Boubou', points: 1, promisedOn: '2026-11-28' });
  });

  test('a deposit is rounded up, by the business\'s own share', async () => {
    const other = await openAnother(shop.db, { depositPct: 33 });
    await change(other, { priceXof: 25_001 });
    expect(await ask(other)).toMatchObject({ totalXof: 25_001, depositXof: 8_251 });
  });

  test('never on a day on which the workshop is closed', async () => {
    const other = await openAnother(shop.db, { workdays: [1, 2, 3, 4, 5] });
    await shop.db.closedDay.create({ data: { tenantId: other.tenantId, day: new Date('2026-11-23') } });
    expect(await ask(other)).toMatchObject({ promisedOn: '2026-12-02' });
  });

  test('STY-08, E16 · a full week leads to the first day of the next that has room', async () => {
    const other = await openAnother(shop.db, { capacityPerWeek: 2 });
    const orderId = await other.place();
    await other.as({}, (business) => confirmOrder(business, orderId));
    expect(await ask(other)).toMatchObject({ promisedOn: '2026-11-28' });
    await change(other, { points: 2 });
    expect(await ask(other)).toMatchObject({ promisedOn: '2026-11-30' });
    await change(other, { points: 3 });
    expect(await ask(other)).toEqual({ refused: 'full' });
  });

  test('a workshop that never opens promises nothing', async () => {
    expect(await ask(await openAnother(shop.db, { workdays: [] }))).toEqual({ refused: 'full' });
  });

  test('what is archived or another\'s is not offered', async () => {
    const other = await openAnother(shop.db, {});
    expect(await ask(other, { garmentTypeId: shop.garmentTypeId })).toEqual({ refused: 'unknown' });
    await other.as({}, (business) => archiveGarment(business, other.garmentTypeId));
    expect(await ask(other)).toEqual({ refused: 'unknown' });
  });
});

describe('E14 · what was shown before', () => {
  test.each([[0, undefined], [23.9, undefined], [24, undefined], [24.1, 'old']])('%s hours ago is %s', async (ago, stale) => {
    const offer = await ask(shop, { shownAt: shop.now }, { now: hours(ago) });
    expect('stale' in offer ? offer.stale : undefined).toBe(stale);
  });

  test('a price or a time that was changed since is told, with the new one; a new name is not', async () => {
    const other = await openAnother(shop.db, {});
    await change(other, { name: 'Grand boubou' }, hours(1));
    expect(await ask(other, { shownAt: other.now }, { now: hours(2) })).not.toHaveProperty('stale');
    await change(other, { priceXof: 27_000 }, hours(1));
    expect(await ask(other, { shownAt: other.now }, { now: hours(2) })).toMatchObject({ stale: 'changed', totalXof: 27_000 });
    expect(await ask(other, { shownAt: hours(1.5) }, { now: hours(2) })).not.toHaveProperty('stale');
  });
});
