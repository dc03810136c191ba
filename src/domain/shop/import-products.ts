import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';
import { categoryOf, holdShelves, nameOf, nextCode, shelve, suppliersNamed } from './add-product.ts';
import { wordsOf } from './find-product.ts';
import { holdVariants } from './hold-variant.ts';
import { readProducts, type NoProducts, type RowError, type TableRow } from './product-table.ts';
import { keptQty } from './quantity.ts';
import { valueShelf } from './value-shelf.ts';

export type Imported = { added: number; changed: number } | { errors: RowError[] } | NoProducts;
type Known = { id: string; code: string; name: string; aliases: string[]; barcode: string | null };

/** A list of goods into the shop: all of it, or nothing and what is wrong with which line. What the shop knows by its code or name gets its new price and facts; its stock is only ever counted. */
export async function importProducts(business: Business, table: string[][]): Promise<Imported> {
  const read = readProducts(table);
  if ('refused' in read) return read;
  await holdShelves(business);
  const all = await business.db.product.findMany({ select: { id: true, code: true, name: true, aliases: true, barcode: true, archivedAt: true } });
  const known = all.filter(({ archivedAt }) => archivedAt === null);
  const gone = new Set(all.flatMap(({ archivedAt, code }) => (archivedAt === null ? [] : [plain(code)])));
  const errors = [...read.errors, ...(await clashes(business, read.rows, known)), ...read.rows.filter(({ code = '' }) => gone.has(plain(code))).map(({ line, code = '' }): RowError => ({ line, problem: 'taken', value: code }))].toSorted((a, b) => a.line - b.line);
  if (errors.length > 0) return { errors };

  const each = read.rows.map((row) => ({ row, old: sameAs(row, known) }));
  const categories = await categoriesOf(business, read.rows);
  const suppliers = await suppliersOf(business, read.rows);
  const facts = ({ category = '', supplier = '' }: TableRow) => ({ categoryId: categories.get(plain(category)) ?? null, supplierId: suppliers.get(supplier) ?? null });
  await valueShelves(business, new Map(each.flatMap(({ row: { costXof }, old }) => (old === undefined || costXof === undefined ? [] : [[old.id, costXof] as const]))));
  for (const { row, old } of each) if (old !== undefined) await change(business, old, { ...row, ...facts(row) });
  let next = Math.max(await nextCode(business), ...read.rows.map(({ code = '' }) => (/^\d{1,6}$/.test(code) ? Number(code) + 1 : 0)));
  const added = each.flatMap(({ row, old }) => (old === undefined ? [row] : []));
  await shelve(business, added.map((row) => ({ ...row, name: nameOf(row.name), code: row.code ?? String(next++), ...facts(row) })));
  return { added: added.length, changed: each.length - added.length };
}

const sameAs = ({ code, name }: TableRow, known: Known[]): Known | undefined => known.find((each) => (code === undefined ? plain(each.name) === plain(name) : plain(each.code) === plain(code)));

/** What only the shop can tell is wrong: a supplier nobody knows, a name or barcode that is another's. */
async function clashes(business: Business, rows: TableRow[], known: Known[]): Promise<RowError[]> {
  const suppliers = await suppliersOf(business, rows);
  return rows.flatMap((row): RowError[] => {
    const { line, name, barcode, supplier } = row;
    const old = sameAs(row, known);
    const others = known.filter((each) => each !== old);
    return [
      ...(supplier !== undefined && !suppliers.has(supplier) ? [{ line, problem: 'supplier' as const, value: supplier }] : []),
      ...(others.some((each) => plain(each.name) === plain(name)) ? [{ line, problem: 'taken' as const, value: name }] : []),
      ...(barcode !== undefined && others.some((each) => each.barcode === barcode) ? [{ line, problem: 'taken' as const, value: barcode }] : []),
    ];
  });
}

/** By how each is written; whom nobody knows is left out. */
async function suppliersOf(business: Business, rows: TableRow[]): Promise<ReadonlyMap<string, string>> {
  const said = [...new Set(rows.flatMap(({ supplier }) => supplier ?? []))];
  const ids = said.length === 0 ? [] : await suppliersNamed(business, said);
  return new Map(said.flatMap((name, at) => (ids[at] === undefined ? [] : [[name, ids[at]] as const])));
}

async function categoriesOf(business: Business, rows: TableRow[]): Promise<ReadonlyMap<string, string>> {
  const said = new Map(rows.flatMap(({ category }) => (category === undefined ? [] : [[plain(category), category] as const])));
  const ids = new Map<string, string>();
  for (const [key, name] of said) ids.set(key, await categoryOf(business, name));
  return ids;
}

/** `costs`: what each product on the list costs. Those of which nobody knew it are worth as much from now on. */
async function valueShelves(business: Business, costs: ReadonlyMap<string, number>): Promise<void> {
  const unvalued = await business.db.variant.findMany({ where: { productId: { in: [...costs.keys()] }, name: '', costXof: null, onHand: { gt: 0 } }, select: { id: true } });
  for (const shelf of await holdVariants(business, unvalued.map(({ id }) => id))) await valueShelf(business, shelf, costs.get(shelf.productId) ?? 0, { type: 'cost', id: shelf.variantId });
}

/** What a line does not say stays as it is. */
async function change({ db }: Business, { id, code, aliases: had }: Known, row: TableRow & { categoryId: string | null; supplierId: string | null }): Promise<void> {
  const aliases = [...new Set([...had, ...(row.aliases ?? [])])];
  await db.product.update({
    where: { id }, select: { id: true },
    data: {
      name: row.name, aliases, words: wordsOf({ name: row.name, code, aliases }), ...(row.barcode === undefined ? {} : { barcode: row.barcode }),
      ...(row.categoryId === null ? {} : { categoryId: row.categoryId }), ...(row.supplierId === null ? {} : { supplierId: row.supplierId }),
    },
  });
  await db.variant.updateMany({
    where: { productId: id, name: '' },
    data: { priceXof: BigInt(row.priceXof), ...(row.costXof === undefined ? {} : { costXof: BigInt(row.costXof) }), ...(row.min === undefined ? {} : { minStock: keptQty(row.min) }), ...(row.max === undefined ? {} : { maxStock: keptQty(row.max) }) },
  });
}
