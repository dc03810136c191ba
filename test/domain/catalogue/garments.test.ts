import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addGarment } from '../../../src/domain/catalogue/add-garment.ts';
import { archiveGarment } from '../../../src/domain/catalogue/archive-garment.ts';
import { changeGarment } from '../../../src/domain/catalogue/change-garment.ts';
import type { GarmentInput } from '../../../src/domain/catalogue/garment.ts';
import { listGarments } from '../../../src/domain/catalogue/list-garments.ts';
import { addUsualGarments } from '../../../src/domain/catalogue/usual-garments.ts';
import { openAnother, openShop, type Shop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

const LATER = new Date('2026-11-21T09:00:00Z');
const robe = (change: Partial<GarmentInput> = {}): GarmentInput => ({ name: 'Robe', baseDays: 7, priceXof: 15_000, points: 1, measureKeys: ['chest', 'waist', 'chest'], ...change });
const add = (of: Shop, change: Partial<GarmentInput> = {}) => of.as({}, (business) => addGarment(business, robe(change)));
const list = (of: Shop) => of.as({}, listGarments);
const change = (of: Shop, garmentId: string, to: Partial<GarmentInput>) => of.as({ now: LATER }, (business) => changeGarment(business, garmentId, to));
const archive = (of: Shop, garmentId: string) => of.as({}, (business) => archiveGarment(business, garmentId));

describe('what a workshop sews', () => {
  test('is listed in its own order, the newest last', async () => {
    const other = await openAnother(shop.db, {});
    await add(other);
    await add(other, { name: ' Gandoura ', priceXof: null });
    expect(await list(other)).toMatchObject([
      { garmentId: other.garmentTypeId, name: 'Boubou', priceXof: 25_000 }, { name: 'Robe', priceXof: 15_000, measureKeys: ['chest', 'waist'], changedAt: other.now }, { name: 'Gandoura', priceXof: null },
    ]);
  });

  test.each<[string, Partial<GarmentInput>]>([
    ['STY-17 · a name of two letters', { name: 'Ro' }], ['a name that is only blank', { name: '     ' }], ['a name of 41 letters', { name: 'x'.repeat(41) }], ['STY-10 · no day of work', { baseDays: 0 }], ['half a day', { baseDays: 1.5 }],
    ['STY-17 · a price of nothing', { priceXof: 0 }], ['half a franc', { priceXof: 10.5 }], ['no point', { points: 0 }], ['what nobody measures', { measureKeys: ['nose' as 'neck'] }],
  ])('%s never gets in', async (_, bad) => {
    const other = await openAnother(shop.db, {});
    await expect(add(other, bad)).rejects.toThrow();
    await expect(change(other, other.garmentTypeId, bad)).rejects.toThrow();
    expect(await list(other)).toHaveLength(1);
  });

  test('a name is taken once, however it is spelt; eight at once make one', async () => {
    const other = await openAnother(shop.db, {});
    expect(await add(other, { name: 'BOUBOÙ' })).toEqual({ refused: 'taken' });
    const eight = await Promise.all(Array.from({ length: 8 }, () => add(other)));
    expect(eight.filter((answer) => 'refused' in answer)).toHaveLength(7);
    const mine = eight.find((answer) => 'garmentId' in answer);
    expect(mine !== undefined && 'garmentId' in mine && (await change(other, mine.garmentId, { name: 'boubou' }))).toEqual({ refused: 'taken' });
    expect(await change(other, other.garmentTypeId, { name: 'BOUBOU' })).toMatchObject({ name: 'BOUBOU' });
  });

  test('E14 · only another price or time counts as a change for the drafts that were begun', async () => {
    const other = await openAnother(shop.db, {});
    const { garmentTypeId: id, now } = other;
    for (const quiet of [{ name: 'Grand boubou' }, { points: 3 }, { measureKeys: ['neck' as const] }, { priceXof: 25_000, baseDays: 7 }, {}]) expect(await change(other, id, quiet)).toMatchObject({ changedAt: now });
    expect(await change(other, id, { priceXof: 27_000 })).toMatchObject({ name: 'Grand boubou', points: 3, measureKeys: ['neck'], priceXof: 27_000, changedAt: LATER });
    const second = await openAnother(shop.db, {});
    expect(await change(second, second.garmentTypeId, { baseDays: 8 })).toMatchObject({ changedAt: LATER });
    expect(await change(second, second.garmentTypeId, { priceXof: null })).toMatchObject({ priceXof: null });
  });

  test('one that is archived is sewn no more, and comes back under its name as it is said then', async () => {
    const other = await openAnother(shop.db, {});
    expect(await archive(other, other.garmentTypeId)).toEqual({ garmentId: other.garmentTypeId });
    expect(await archive(other, other.garmentTypeId)).toEqual({ refused: 'unknown' });
    expect(await change(other, other.garmentTypeId, { points: 2 })).toEqual({ refused: 'unknown' });
    expect(await list(other)).toEqual([]);
    expect(await add(other, { name: 'boubou', priceXof: 30_000 })).toEqual({ garmentId: other.garmentTypeId });
    expect(await list(other)).toMatchObject([{ name: 'boubou', priceXof: 30_000, baseDays: 7 }]);
  });

  test('E1 · nobody sees, changes or archives what another workshop sews', async () => {
    const other = await openAnother(shop.db, {});
    for (const garmentId of [shop.garmentTypeId, shop.nobody]) {
      expect(await change(other, garmentId, { points: 2 })).toEqual({ refused: 'unknown' });
      expect(await archive(other, garmentId)).toEqual({ refused: 'unknown' });
    }
    expect((await list(other)).map(({ garmentId }) => garmentId)).toEqual([other.garmentTypeId]);
  });
});

test('a new workshop begins with what everybody sews, in its language and without prices; told twice, what it made of it stays', async () => {
  const other = await openAnother(shop.db, {});
  const names = { boubou: 'Boubou', dress: 'Robe', shirt: 'Chemise', trousers: 'Pantalon', set: 'Ensemble', child: 'Tenue enfant', alteration: 'Retouche' };
  const begin = () => other.as({}, (business) => addUsualGarments(business, names));
  expect(await begin()).toEqual({ added: 6 });
  expect((await list(other)).map(({ name, baseDays, points, priceXof, measureKeys }) => [name, baseDays, points, priceXof, measureKeys.length])).toEqual([
    ['Boubou', 7, 1, 25_000, 0], ['Robe', 7, 1, null, 7], ['Chemise', 5, 1, null, 6], ['Pantalon', 5, 1, null, 4], ['Ensemble', 10, 2, null, 9], ['Tenue enfant', 5, 1, null, 5], ['Retouche', 2, 1, null, 0],
  ]);
  expect(await begin()).toEqual({ added: 0 });
});
