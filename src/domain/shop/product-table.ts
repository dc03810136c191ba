import { readAmount } from '../spoken/amount.ts';
import { plain } from '../spoken/plain.ts';
import { readQuantity } from '../spoken/quantity.ts';
import type { NewProduct } from './add-product.ts';
import type { Milli } from './quantity.ts';

/** A row of a list of goods, and where it stands in its file, whose first line is 1. */
export type TableRow = NewProduct & { line: number; counted: boolean };
export type Problem = 'name' | 'price' | 'quantity' | 'code' | 'barcode' | 'twice' | 'taken' | 'supplier';
export type RowError = { line: number; problem: Problem; value: string };
export type NoProducts = { refused: 'header' | 'empty' | 'rows' };

type Column = 'name' | 'price' | 'cost' | 'qty' | 'unit' | 'code' | 'barcode' | 'category' | 'supplier' | 'min' | 'max' | 'aliases';

/** How people head their columns, without accents. */
const HEADS: Record<Column, string[]> = {
  name: ['nom', 'produit', 'article', 'designation', 'libelle', 'name', 'product', 'item'],
  price: ['prix', 'prix de vente', 'prix vente', 'pv', 'price', 'sale price', 'selling price'],
  cost: ['prix d achat', 'prix achat', 'cout', 'pa', 'cost', 'purchase price'],
  qty: ['quantite', 'qte', 'stock', 'en stock', 'quantity', 'qty'],
  unit: ['unite', 'unit'], code: ['code', 'reference', 'ref', 'sku'], barcode: ['code barres', 'code barre', 'barcode', 'ean'],
  category: ['categorie', 'rayon', 'famille', 'category'], supplier: ['fournisseur', 'supplier'], min: ['minimum', 'mini', 'min', 'stock minimum', 'seuil'], max: ['maximum', 'maxi', 'max', 'stock maximum'],
  aliases: ['autres noms', 'alias', 'aliases', 'other names'],
};
const ROWS_MAX = 500;
const CODE = /^[\p{L}\d-]{1,20}$/u;
const BARCODE = /^\d{6,14}$/;
const NAME = /^(?=.*\p{L}).{1,60}$/u;

/** What the lines of a table say, or what is wrong with each that says nothing: all of them are looked at, so that one look mends all. */
export function readProducts(table: string[][]): { rows: TableRow[]; errors: RowError[] } | NoProducts {
  const head = table.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (head < 0) return { refused: 'empty' };
  const at = columnsOf(table[head] ?? []);
  if (at.name === undefined || at.price === undefined) return { refused: 'header' };
  const lines = table.map((cells, index) => ({ cells, line: index + 1 })).slice(head + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (lines.length === 0) return { refused: 'empty' };
  if (lines.length > ROWS_MAX) return { refused: 'rows' };

  const read = lines.map(({ cells, line }) => readRow((column) => (cells[at[column] ?? -1] ?? '').trim(), line));
  const rows = read.flatMap((each) => ('row' in each ? [each.row] : []));
  return { rows, errors: [...read.flatMap((each) => ('errors' in each ? each.errors : [])), ...twiceIn(rows)].toSorted((a, b) => a.line - b.line) };
}

const columnsOf = (heads: string[]): Partial<Record<Column, number>> =>
  Object.fromEntries<number>(heads.flatMap((head, index) => (Object.keys(HEADS) as Column[]).filter((column) => HEADS[column].includes(plain(head))).map((column): [Column, number] => [column, index])).toReversed());

function readRow(of: (column: Column) => string, line: number): { row: TableRow } | { errors: RowError[] } {
  const [name, priceXof, costXof] = [of('name').replace(/\s+/g, ' '), francsIn(of('price')), of('cost') === '' ? undefined : francsIn(of('cost'))];
  const [qty, min, max] = [quantityIn(of('qty')), quantityIn(of('min')), quantityIn(of('max'))];
  const wrong: [boolean, Problem, Column][] = [
    [!NAME.test(name), 'name', 'name'], [priceXof === undefined, 'price', 'price'], [of('cost') !== '' && costXof === undefined, 'price', 'cost'],
    [qty === null, 'quantity', 'qty'], [min === null, 'quantity', 'min'], [max === null, 'quantity', 'max'],
    [of('code') !== '' && !CODE.test(of('code')), 'code', 'code'], [of('barcode') !== '' && !BARCODE.test(of('barcode')), 'barcode', 'barcode'],
  ];
  const errors = wrong.filter(([is]) => is).map(([, problem, column]) => ({ line, problem, value: of(column) }));
  if (errors.length > 0 || priceXof === undefined) return { errors };
  const said = (column: Column): string | undefined => (of(column) === '' ? undefined : of(column));
  const aliases = of('aliases').split(/[,;/]/).map(plain).filter((alias) => alias !== '');
  return { row: { line, counted: of('qty') !== '', name, unit: said('unit') ?? 'piece', priceXof, costXof, qty: qty ?? 0, min: min ?? undefined, max: max ?? undefined, code: said('code'), barcode: said('barcode'), category: said('category'), supplier: said('supplier'), aliases } };
}

/** A spreadsheet writes 500 as 500, 500.0 or 500,00. */
const francsIn = (cell: string): number | undefined => readAmount(cell.replace(/[.,]0{1,2}$/, ''));

/** Nothing where nothing is said, null for what is no quantity. */
function quantityIn(cell: string): Milli | undefined | null {
  if (cell === '') return undefined;
  if (/^0+([.,]0+)?$/.test(cell)) return 0;
  return readQuantity(cell.replace(/[.,]0+$/, ''))?.milli ?? null;
}

/** Two lines of one name or code would be one product. */
function twiceIn(rows: TableRow[]): RowError[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const keys = [`name ${plain(row.name)}`, ...(row.code === undefined ? [] : [`code ${plain(row.code)}`]), ...(row.barcode === undefined ? [] : [`barcode ${row.barcode}`])];
    const again = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return again ? [{ line: row.line, problem: 'twice' as const, value: row.name }] : [];
  });
}
