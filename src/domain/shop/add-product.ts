import type { Refused } from '../../scope.ts';
import { plain } from '../spoken/plain.ts';
import { EMPTY, enter } from '../stock/moving-average.ts';
import type { Business } from '../tenants/business.ts';
import { wordsOf } from './find-product.ts';
import { holdVariant } from './hold-variant.ts';
import { unitOf } from './in-units.ts';
import { costOf, keptCost, keptQty, type Milli } from './quantity.ts';
import { watchShelf } from './watch-shelf.ts';

/** `costXof`: what one piece was bought at, where that is known. `photoId`: the letter that brought its picture. */
export type NewProduct = {
  name: string; unit: string; priceXof: number; qty: Milli; code?: string | undefined; aliases?: string[] | undefined; barcode?: string | undefined; costXof?: number | undefined;
  min?: Milli | undefined; max?: Milli | undefined; category?: string | undefined; supplier?: string | undefined; photoId?: bigint | undefined;
};
/** Looked at: its name and code are nobody else's. */
export type Shelved = NewProduct & { code: string; categoryId: string | null; supplierId: string | null };
export type Added = { variantId: string; code: string; name: string };

/** The first that a shop gives by itself: people type three digits as easily as a name. */
const FIRST_CODE = 101;
const NAME_MAX = 60;

/** Something new on the shelf, with what is there of it already as its first movement. Two things of one name would never be told apart. */
export async function addProduct(business: Business, wanted: NewProduct): Promise<Added | Refused<'name' | 'code' | 'known' | 'supplier'>> {
  const { db } = business;
  const name = nameOf(wanted.name);
  if (!/\p{L}/u.test(name) || name.length > NAME_MAX) return { refused: 'name' };
  await holdShelves(business);
  if (await isKnown(business, name)) return { refused: 'known' };
  const code = wanted.code ?? String(await nextCode(business));
  if ((await db.product.count({ where: { code } })) > 0) return { refused: 'code' };
  const supplierId = wanted.supplier === undefined ? null : await supplierOf(business, wanted.supplier);
  if (supplierId === undefined) return { refused: 'supplier' };

  const categoryId = wanted.category === undefined ? null : await categoryOf(business, wanted.category);
  const [variantId = ''] = await shelve(business, [{ ...wanted, name, code, categoryId, supplierId }]);
  const shelf = await holdVariant(business, variantId);
  if (shelf !== undefined) await watchShelf(business, shelf);
  return { variantId, code, name };
}

/** Products that were looked at, onto the shelf in one go, each with what is there of it as its first movement. */
export async function shelve({ db, id: tenantId, actor, channel, now }: Business, products: Shelved[]): Promise<string[]> {
  const made = await db.product.createManyAndReturn({
    data: products.map(({ code, name, aliases: said = [], barcode = null, unit, supplierId, categoryId, photoId = null }) => {
      const aliases = [...new Set(said.map(plain))];
      return { tenantId, code, name, aliases, words: wordsOf({ name, code, aliases }), barcode, unit: unitOf(unit), supplierId, categoryId, photoId, createdAt: now };
    }),
    select: { id: true, code: true },
  });
  const idOf = new Map(made.map(({ id, code }) => [code, id]));
  const holdings = products.map((product) => ({ ...product, held: product.qty === 0 ? EMPTY : enter(EMPTY, BigInt(product.qty), costOf(product.qty, product.costXof ?? 0)).holding }));
  const variants = await db.variant.createManyAndReturn({
    data: holdings.map(({ code, priceXof, costXof, min, max, qty, held }) => ({
      tenantId, productId: idOf.get(code) ?? '', priceXof: BigInt(priceXof), costXof: costXof === undefined ? null : BigInt(costXof), minStock: qtyOr(min), maxStock: qtyOr(max),
      onHand: keptQty(qty), worth: keptCost(held.milliXof), unitCost: keptCost(held.lastMilliXof), lastInAt: qty > 0 ? now : null,
    })),
    select: { id: true, productId: true },
  });
  const variantOf = new Map(variants.map(({ id, productId }) => [productId, id]));
  const idsOf = holdings.map((product) => ({ ...product, variantId: variantOf.get(idOf.get(product.code) ?? '') ?? '' }));
  await db.stockMove.createMany({
    data: idsOf.filter(({ qty }) => qty > 0).map(({ variantId, qty, held }) => ({ tenantId, variantId, kind: 'opening', qty: keptQty(qty), worth: keptCost(held.milliXof), refType: 'opening', refId: variantId, by: actor, channel, at: now })),
  });
  return idsOf.map(({ variantId }) => variantId);
}

const qtyOr = (qty: Milli | undefined): string | null => (qty === undefined ? null : keptQty(qty));

export const nameOf = (said: string): string => said.trim().replace(/\s+/g, ' ').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Who changes the list of goods waits for who else does: names and codes are compared with all of it. */
export const holdShelves = ({ db, id }: Business): Promise<unknown> => db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`goods:${id}`}, 0))::text`;

async function isKnown({ db }: Business, name: string): Promise<boolean> {
  const same = await db.product.findMany({ where: { archivedAt: null, words: { startsWith: plain(name) } }, select: { name: true } });
  return same.some((product) => plain(product.name) === plain(name));
}

/** The number after the last that is one. */
export async function nextCode({ db, id }: Business): Promise<number> {
  const [row] = await db.$queryRaw<{ last: number | null }[]>`SELECT max(code::int) AS last FROM "Product" WHERE "tenantId" = ${id}::uuid AND code ~ '^[0-9]{1,6}$'`;
  return row?.last == null ? FIRST_CODE : row.last + 1;
}

/** Of that name in any writing, or a new one. */
export async function categoryOf({ db, id: tenantId }: Business, said: string): Promise<string> {
  const name = said.trim().replace(/\s+/g, ' ').slice(0, NAME_MAX);
  const known = (await db.category.findMany({ select: { id: true, name: true } })).find((category) => plain(category.name) === plain(name));
  return known?.id ?? (await db.category.create({ data: { tenantId, name }, select: { id: true } })).id;
}

/** By code or name; nobody is made up who delivers. */
export async function suppliersNamed({ db }: Business, said: string[]): Promise<(string | undefined)[]> {
  const all = await db.supplier.findMany({ where: { archivedAt: null }, select: { id: true, code: true, name: true } });
  return said.map((each) => all.find(({ code, name }) => plain(code) === plain(each) || plain(name) === plain(each))?.id);
}

export const supplierOf = async (business: Business, said: string): Promise<string | undefined> => (await suppliersNamed(business, [said]))[0];
