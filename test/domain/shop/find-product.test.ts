import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findProducts } from '../../../src/domain/shop/find-product.ts';
import { alike } from '../../../src/domain/shop/trigrams.ts';
import { openShelves, type Shelves } from './shelves.ts';

let shop: Shelves;
beforeAll(async () => {
  shop = await openShelves();
  await shop.put({ code: '101', name: 'Riz parfumé sac 25kg', aliases: ['riz25'] });
  await shop.put({ code: '102', name: 'Riz brisé sac 50kg' });
  await shop.put({ code: '201', name: 'Sucre 1kg' });
  await shop.put({ code: '305', name: 'Fromage portions x8', aliases: ['vache qui rit'] });
  await shop.db.product.updateMany({ where: { code: '201' }, data: { barcode: '6191234567890' } });
});
afterAll(() => shop.close());
const found = async (typed: string) => (await shop.as({}, (business) => findProducts(business, typed))).map(({ name }) => name);

describe('3.2 · what somebody calls a product by', () => {
  test.each<[typed: string, names: string[]]>([
    ['101', ['Riz parfumé sac 25kg']], ['6191234567890', ['Sucre 1kg']], ['riz25', ['Riz parfumé sac 25kg']], ['Vache qui rit', ['Fromage portions x8']],
    ['riz', ['Riz brisé sac 50kg', 'Riz parfumé sac 25kg']], ['riz par', ['Riz parfumé sac 25kg']], ['PARFUMÉ riz', ['Riz parfumé sac 25kg']], ['sucre', ['Sucre 1kg']],
    ['sucrre', ['Sucre 1kg']], ['frommage', ['Fromage portions x8']], ['riz parfummé', ['Riz parfumé sac 25kg', 'Riz brisé sac 50kg']],
    ['xyz', []], ['', []], ['%', []],
  ])('%j', async (typed, names) => {
    expect(await found(typed)).toEqual(names);
  });

  test('E1 · of another shop nothing is found, and nothing that was put away', async () => {
    const other = await openShelves();
    expect(await other.as({}, (business) => findProducts(business, 'riz'))).toEqual([]);
    await other.close();
    await shop.db.product.updateMany({ where: { code: '102' }, data: { archivedAt: shop.now } });
    expect(await found('riz')).toEqual(['Riz parfumé sac 25kg']);
  });
});

test('words are alike by their letters, in any order', () => {
  expect(alike('riz', 'riz parfume sac 25kg')).toBe(1);
  expect(alike('sac riz', 'riz parfume sac 25kg')).toBe(1);
  expect(alike('xyz', 'riz parfume')).toBe(0);
  expect(alike('sucrre', 'sucre 1kg')).toBeGreaterThan(0.45);
});
