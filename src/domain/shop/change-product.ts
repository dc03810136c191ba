import type { Refused } from '../../scope.ts';
import { plain } from '../spoken/plain.ts';
import { readAmount } from '../spoken/amount.ts';
import { readQuantity } from '../spoken/quantity.ts';
import type { Business } from '../tenants/business.ts';
import { categoryOf, holdShelves, supplierOf } from './add-product.ts';
import { addVariant } from './add-variant.ts';
import { changePacks } from './change-packs.ts';
import { wordsOf } from './find-product.ts';
import { holdVariant, type Shelf } from './hold-variant.ts';
import { closePutAway } from './keep-episodes.ts';
import { keptQty } from './quantity.ts';
import { valueShelf } from './value-shelf.ts';
import { watchShelf } from './watch-shelf.ts';

export type ProductFact = keyof typeof CHANGES;
type NotChanged = Refused<'unknown' | 'unread' | 'taken' | 'supplier' | 'stocked' | 'doubt'>;
/** `value`: what it is now. */
type Change = (business: Business, shelf: Shelf, text: string) => Promise<{ value: string } | NotChanged>;

const BARCODE = /^\d{6,14}$/;
const WORDS_MAX = 40;

/** What of a product may be changed, as somebody typed it: money and quantities are read, names are looked for. */
const CHANGES = {
  price: async ({ db }, { variantId }, text) => {
    const price = readAmount(text);
    if (price === undefined) return { refused: 'unread' };
    await db.variant.update({ where: { id: variantId }, data: { priceXof: BigInt(price) }, select: { id: true } });
    return { value: String(price) };
  },
  cost: async (business, shelf, text) => {
    const cost = readAmount(text);
    if (cost === undefined) return { refused: 'unread' };
    await valueShelf(business, shelf, cost, { type: 'cost', id: shelf.variantId });
    await business.db.variant.update({ where: { id: shelf.variantId }, data: { costXof: BigInt(cost) }, select: { id: true } });
    return { value: String(cost) };
  },
  packs: changePacks,
  variant: addVariant,
  alias: addAlias,
  min: (business, shelf, text) => changeBound(business, shelf, 'minStock', text),
  max: (business, shelf, text) => changeBound(business, shelf, 'maxStock', text),
  barcode: async ({ db }, { productId: id }, text) => {
    if (!BARCODE.test(text)) return { refused: 'unread' };
    if ((await db.product.count({ where: { barcode: text, archivedAt: null, NOT: { id } } })) > 0) return { refused: 'taken' };
    await db.product.update({ where: { id }, data: { barcode: text }, select: { id: true } });
    return { value: text };
  },
  category: async (business, { productId: id }, text) => {
    if (text === '') return { refused: 'unread' };
    await business.db.product.update({ where: { id }, data: { categoryId: await categoryOf(business, text) }, select: { id: true } });
    return { value: text };
  },
  supplier: async (business, { productId: id }, text) => {
    const supplierId = await supplierOf(business, text);
    if (supplierId === undefined) return { refused: 'supplier' };
    await business.db.product.update({ where: { id }, data: { supplierId }, select: { id: true } });
    return { value: (await business.db.supplier.findUniqueOrThrow({ where: { id: supplierId }, select: { name: true } })).name };
  },
  archive: async (business, { variantId, productId: id, onHand, name }) => {
    if (onHand !== 0) return { refused: 'stocked' };
    const { db, now: archivedAt } = business;
    const isLast = (await db.variant.count({ where: { productId: id, archivedAt: null, NOT: { id: variantId } } })) === 0;
    if (isLast) await db.product.update({ where: { id }, data: { archivedAt }, select: { id: true } });
    else await db.variant.update({ where: { id: variantId }, data: { archivedAt }, select: { id: true } });
    await closePutAway(business);
    return { value: name };
  },
} as const satisfies Record<string, Change>;
export const PRODUCT_FACTS = Object.keys(CHANGES) as ProductFact[];

export async function changeProduct(business: Business, variantId: string, fact: ProductFact, typed: string): Promise<{ value: string } | NotChanged> {
  await holdShelves(business);
  const shelf = await holdVariant(business, variantId);
  return shelf === undefined ? { refused: 'unknown' } : (CHANGES[fact])(business, shelf, typed.trim().replace(/\s+/g, ' ').slice(0, WORDS_MAX));
}

/** A minimum that moves may begin or end a warning. */
async function changeBound(business: Business, { variantId }: Shelf, bound: 'minStock' | 'maxStock', text: string): Promise<{ value: string } | NotChanged> {
  const read = /^0+$/.test(text) ? { milli: 0 } : readQuantity(text);
  if (read === undefined) return { refused: 'unread' };
  if ('or' in read) return { refused: 'doubt' };
  await business.db.variant.update({ where: { id: variantId }, data: { [bound]: keptQty(read.milli) }, select: { id: true } });
  const shelf = await holdVariant(business, variantId);
  if (shelf !== undefined) await watchShelf(business, shelf);
  return { value: String(read.milli / 1_000) };
}

/** Another word for it, which must be nobody else's: « riz » may be several, « riz25 » is one. */
async function addAlias({ db }: Business, { productId: id }: Shelf, text: string): Promise<{ value: string } | NotChanged> {
  const alias = plain(text);
  if (!/\p{L}/u.test(alias)) return { refused: 'unread' };
  const others = await db.product.findMany({ where: { archivedAt: null, NOT: { id }, OR: [{ aliases: { has: alias } }, { words: { startsWith: alias } }] }, select: { name: true, aliases: true } });
  if (others.some((other) => plain(other.name) === alias || other.aliases.includes(alias))) return { refused: 'taken' };
  const { name, code, aliases } = await db.product.findUniqueOrThrow({ where: { id }, select: { name: true, code: true, aliases: true } });
  const all = [...new Set([...aliases, alias])];
  await db.product.update({ where: { id }, data: { aliases: all, words: wordsOf({ name, code, aliases: all }) }, select: { id: true } });
  return { value: text };
}
