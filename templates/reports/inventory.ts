import type { i18n } from 'i18next';
import type { Say } from '../../src/i18n.ts';
import type { InventoryFigures, InventoryRow } from './figures.ts';
import { momentWords, reportSayer } from './report-words.ts';
import { counted, range, type Cell, type Column, type Rows } from './workbook/cells.ts';
import { FIRST_ROW, type SheetPlan } from './workbook/sheet.ts';
import { openWorkbook } from './workbook/workbook.ts';

const MILLI = 1_000;
interface Sums {
  products: number;
  cost: number;
  price: number;
}

/** All that is on the shelves, and what it is worth: by product and by category. */
export async function writeInventory(texts: i18n, figures: InventoryFigures): Promise<Buffer> {
  const say = reportSayer(texts, figures);
  const title = `${say('reports.inventory.title')} · ${figures.business.name}`;
  const heading = { title, note: say('reports.takenAt', { at: momentWords(figures) }), nothing: say('reports.nothing') };
  const sums = byCategory(figures.rows, say);
  const workbook = openWorkbook({ title, author: figures.business.name, at: figures.at });
  const rows = await workbook.sheet(1, { ...heading, ...productSheet(say, figures.rows) });
  const name = say('reports.inventory.categories');
  await workbook.sheet(2, { ...heading, ...categorySheet(say, rows ? [...sums] : [], rows ?? { first: 1, last: 1 }) }, (filled) => ({
    kind: 'bars',
    title: say('reports.inventory.chart'),
    series: say('reports.column.valueAtCost'),
    names: { cells: range(name, 'A', filled), values: [...sums.keys()] },
    values: { cells: range(name, 'C', filled), values: [...sums.values()].map(({ cost }) => cost) },
    at: { column: 6, row: 3 },
  }));
  return workbook.finish();
}

/** What is owed to the shelf is worth nothing. */
const held = ({ onHandMilli }: InventoryRow): number => Math.max(0, onHandMilli) / MILLI;
const unitCost = ({ onHandMilli, worthMilliXof }: InventoryRow): number => (onHandMilli > 0 ? worthMilliXof / onHandMilli : 0);
const categoryOf = ({ category }: InventoryRow, say: Say): string => category ?? say('reports.noCategory');

/** On the shelf, and nobody knows what it cost. */
const isUnvalued = ({ onHandMilli, worthMilliXof }: InventoryRow): boolean => onHandMilli > 0 && worthMilliXof === 0;

/** Those worth most first. */
function byCategory(rows: readonly InventoryRow[], say: Say): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const row of rows) {
    const { products, cost, price } = sums.get(categoryOf(row, say)) ?? { products: 0, cost: 0, price: 0 };
    sums.set(categoryOf(row, say), { products: products + 1, cost: cost + held(row) * unitCost(row), price: price + held(row) * row.priceXof });
  }
  return new Map([...sums].sort(([, one], [, other]) => other.cost - one.cost));
}

function productSheet(say: Say, rows: readonly InventoryRow[]): Omit<SheetPlan<InventoryRow>, 'title' | 'note' | 'nothing'> {
  const column = (key: string, width: number, kind: Column['kind']): Column => ({ title: say(`reports.column.${key}`), width, kind });
  const total = (pick: (row: InventoryRow) => number): number => rows.reduce((sum, row) => sum + pick(row), 0);
  return {
    name: say('reports.inventory.products'),
    columns: [
      column('code', 10, 'text'), column('product', 34, 'text'), column('category', 18, 'text'), column('supplier', 18, 'text'), column('unit', 9, 'text'),
      column('onHand', 10, 'qty'), column('min', 9, 'qty'), column('max', 9, 'qty'), column('price', 12, 'money'), column('unitCost', 12, 'money'),
      column('valueAtCost', 14, 'money'), column('valueAtPrice', 14, 'money'), column('state', 15, 'text'), column('coverage', 18, 'qty'),
    ],
    rows,
    cells: (row, at) => [
      row.code, row.name, categoryOf(row, say), row.supplier, row.unit, row.onHandMilli / MILLI, inUnits(row.minMilli), inUnits(row.maxMilli), row.priceXof,
      row.onHandMilli > 0 && !isUnvalued(row) ? unitCost(row) : undefined,
      counted(`IF(AND(F${at}>0,J${at}=""),"",MAX(0,F${at})*J${at})`, isUnvalued(row) ? '' : held(row) * unitCost(row)), counted(`MAX(0,F${at})*I${at}`, held(row) * row.priceXof),
      say(`reports.state.${row.state}`), row.coverageDays === undefined ? say('reports.noSaleExpected') : Math.round(row.coverageDays * 10) / 10,
    ],
    total: ({ first, last }) => [
      say('reports.total'), ...Array<Cell>(9).fill(undefined),
      counted(`SUM(K${first}:K${last})`, total((row) => held(row) * unitCost(row))), counted(`SUM(L${first}:L${last})`, total((row) => held(row) * row.priceXof)),
    ],
  };
}

const inUnits = (milli: number | undefined): number | undefined => (milli === undefined ? undefined : milli / MILLI);

/** A category is compared letter by letter: one called « >5 » or « Riz* » is a name like any other. */
function categorySheet(say: Say, sums: readonly [string, Sums][], products: Rows): Omit<SheetPlan<[string, Sums]>, 'title' | 'note' | 'nothing'> {
  const of = (letter: string): string => range(say('reports.inventory.products'), letter, products);
  const whole: Sums = sums.reduce((all, [, { products: count, cost, price }]) => ({ products: all.products + count, cost: all.cost + cost, price: all.price + price }), { products: 0, cost: 0, price: 0 });
  const last = FIRST_ROW + sums.length - 1;
  const share = (at: number, cost: number): Cell => counted(`IF(SUM(C$${FIRST_ROW}:C$${last})=0,"",C${at}/SUM(C$${FIRST_ROW}:C$${last}))`, whole.cost === 0 ? '' : cost / whole.cost);
  return {
    name: say('reports.inventory.categories'),
    columns: [['category', 26, 'text'], ['products', 10, 'qty'], ['valueAtCost', 16, 'money'], ['valueAtPrice', 16, 'money'], ['shareOfValue', 12, 'share']].map(([key, width, kind]) => ({ title: say(`reports.column.${key}`), width, kind }) as Column),
    rows: sums,
    cells: ([name, { products: count, cost, price }], at) => {
      const same = `--EXACT(${of('C')},A${at})`;
      return [name, counted(`SUMPRODUCT(${same})`, count), counted(`SUMPRODUCT(${same},${of('K')})`, cost), counted(`SUMPRODUCT(${same},${of('L')})`, price), share(at, cost)];
    },
    total: ({ first }) => [
      say('reports.total'), counted(`SUM(B${first}:B${last})`, whole.products), counted(`SUM(C${first}:C${last})`, whole.cost), counted(`SUM(D${first}:D${last})`, whole.price),
      counted(`SUM(E${first}:E${last})`, whole.cost === 0 ? 0 : 1),
    ],
  };
}
