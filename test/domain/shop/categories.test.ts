import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addProduct } from '../../../src/domain/shop/add-product.ts';
import { changeProduct } from '../../../src/domain/shop/change-product.ts';
import { openShelves, type Shelves } from './shelves.ts';

let shop: Shelves;
let other: Shelves;
beforeAll(async () => ([shop, other] = await Promise.all([openShelves(), openShelves()])));
afterAll(() => Promise.all([shop.close(), other.close()]));

const add = async (to: Shelves, name: string, category: string): Promise<string> => {
  const added = await to.as({}, (business) => addProduct(business, { name, unit: 'sac', priceXof: 500, qty: 0, category }));
  return 'variantId' in added ? added.variantId : '';
};
const categoryOf = async (of: Shelves, variantId: string) => {
  const { product: { categoryId } } = await of.db.variant.findUniqueOrThrow({ where: { id: variantId }, include: { product: true } });
  return (await of.db.category.findUniqueOrThrow({ where: { id: categoryId ?? '' } })).name;
};

test('DIG-04 · a category is made by naming it, is one in any writing, and another shop has its own', async () => {
  const [rice, millet, corn] = [await add(shop, 'Riz', 'Riz et céréales'), await add(shop, 'Mil', '  RIZ ET  CEREALES '), await add(other, 'Maïs', 'Riz et céréales')];
  expect(await Promise.all([categoryOf(shop, rice), categoryOf(shop, millet), categoryOf(other, corn)])).toEqual(['Riz et céréales', 'Riz et céréales', 'Riz et céréales']);
  expect(await Promise.all([shop, other].map(({ db, tenantId }) => db.category.count({ where: { tenantId } })))).toEqual([1, 1]);
});

test('DIG-04 · a product leaves one for another, known or new', async () => {
  const soap = await add(shop, 'Savon', 'Riz et céréales');
  const into = (text: string) => shop.as({}, (business) => changeProduct(business, soap, 'category', text));
  expect(await into('hygiène')).toMatchObject({ value: 'hygiène' });
  expect(await categoryOf(shop, soap)).toBe('hygiène');
  await into('riz et cereales');
  expect(await categoryOf(shop, soap)).toBe('Riz et céréales');
});
