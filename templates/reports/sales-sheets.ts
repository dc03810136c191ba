import type { Say } from '../../src/i18n.ts';
import type { ProductSum, SalesTotals, Sum } from './sales-totals.ts';
import { counted, dayCell, range, type Cell, type Column, type Rows } from './workbook/cells.ts';
import { FIRST_ROW, type SheetPlan } from './workbook/sheet.ts';

interface Sources {
  say: Say;
  totals: SalesTotals;
  /** Where the lines stand on theirs. */
  lines: Rows;
}
type Table<Row> = Omit<SheetPlan<Row>, 'title' | 'note' | 'nothing'>;

const MILLI = 1_000;
const share = (part: number, whole: number): number | '' => (whole === 0 ? '' : part / whole);
const columns = (say: Say, ...told: [key: string, width: number, kind: Column['kind']][]): Column[] => told.map(([key, width, kind]) => ({ title: say(`reports.column.${key}`), width, kind }));
const sums = ({ first, last }: Rows) => (letter: string, value: number): Cell => counted(`SUM(${letter}${first}:${letter}${last})`, value);
/** Of what was sold at a known cost: its margin and its cost together. */
const ofKnown = (margin: string, cost: string, { costXof, marginXof }: Sum): Cell => counted(`IF(${margin}+${cost}=0,"",${margin}/(${margin}+${cost}))`, share(marginXof, costXof + marginXof));
const parts = (part: string, whole: string, value: number | ''): Cell => counted(`IF(${whole}=0,"",${part}/${whole})`, value);

/** Days are numbers, and are looked for as such. */
export function daySheet({ say, totals: { all }, lines }: Sources, rows: [string, Sum][]): Table<[string, Sum]> {
  const of = (letter: string): string => range(say('reports.sales.lines'), letter, lines);
  return {
    name: say('reports.sales.days'),
    columns: columns(say, ['day', 12, 'day'], ['sales', 10, 'qty'], ['basket', 14, 'money'], ['amount', 14, 'money'], ['margin', 14, 'money'], ['marginShare', 10, 'share']),
    rows,
    cells: ([day, sold], at) => {
      const { xof, marginXof, sales } = sold;
      const sumOf = (letter: string): string => `SUMIFS(${of(letter)},${of('A')},A${at})`;
      const where = (letter: string, value: number): Cell => counted(sumOf(letter), value);
      return [dayCell(day), where('P', sales), parts(`D${at}`, `B${at}`, share(xof, sales)), where('J', xof), where('L', marginXof), ofKnown(`E${at}`, sumOf('K'), sold)];
    },
    total: (filled) => {
      const [sum, at] = [sums(filled), filled.last + 1];
      const { xof, marginXof, sales } = all;
      return [say('reports.total'), sum('B', sales), parts(`D${at}`, `B${at}`, share(xof, sales)), sum('D', xof), sum('E', marginXof), ofKnown(`E${at}`, `SUM(${of('K')})`, all)];
    },
  };
}

/** A product is looked for by its number: codes such as 7, 07 and 7E0 are one and the same to a spreadsheet. */
export function productSheet({ say, totals: { all }, lines }: Sources, rows: [string, ProductSum][]): Table<[string, ProductSum]> {
  const of = (letter: string): string => range(say('reports.sales.lines'), letter, lines);
  const whole = `SUM(G$${FIRST_ROW}:G$${FIRST_ROW + rows.length - 1})`;
  return {
    name: say('reports.sales.products'),
    columns: columns(say, ['productNumber', 10, 'qty'], ['code', 10, 'text'], ['product', 34, 'text'], ['category', 18, 'text'], ['unit', 9, 'text'], ['qty', 11, 'qty'], ['amount', 14, 'money'], ['margin', 14, 'money'], ['marginShare', 10, 'share'], ['shareOfSales', 10, 'share']),
    rows,
    cells: ([, sold], at) => {
      const { number, code, name, category, unit, qtyMilli, xof, marginXof } = sold;
      const sumOf = (letter: string): string => `SUMIFS(${of(letter)},${of('O')},A${at})`;
      const where = (letter: string, value: number): Cell => counted(sumOf(letter), value);
      return [number, code, name, category, unit, where('H', qtyMilli / MILLI), where('J', xof), where('L', marginXof), ofKnown(`H${at}`, sumOf('K'), sold), parts(`G${at}`, whole, share(xof, all.xof))];
    },
    total: (filled) => {
      const [sum, at] = [sums(filled), filled.last + 1];
      return [say('reports.total'), ...Array<Cell>(5).fill(undefined), sum('G', all.xof), sum('H', all.marginXof), ofKnown(`H${at}`, `SUM(${of('K')})`, all), sum('J', all.xof === 0 ? 0 : 1)];
    },
  };
}

/** A category is compared letter by letter: one called « >5 » or « Riz* » is a name like any other. */
export function categorySheet({ say, totals: { all }, lines }: Sources, rows: [string, Sum][]): Table<[string, Sum]> {
  const of = (letter: string): string => range(say('reports.sales.lines'), letter, lines);
  const whole = `SUM(B$${FIRST_ROW}:B$${FIRST_ROW + rows.length - 1})`;
  return {
    name: say('reports.sales.categories'),
    columns: columns(say, ['category', 26, 'text'], ['amount', 14, 'money'], ['margin', 14, 'money'], ['marginShare', 10, 'share'], ['shareOfSales', 10, 'share']),
    rows,
    cells: ([name, sold], at) => {
      const { xof, marginXof } = sold;
      const sumOf = (letter: string): string => `SUMPRODUCT(--EXACT(${of('F')},A${at}),${of(letter)})`;
      const where = (letter: string, value: number): Cell => counted(sumOf(letter), value);
      return [name, where('J', xof), where('L', marginXof), ofKnown(`C${at}`, sumOf('K'), sold), parts(`B${at}`, whole, share(xof, all.xof))];
    },
    total: (filled) => {
      const [sum, at] = [sums(filled), filled.last + 1];
      return [say('reports.total'), sum('B', all.xof), sum('C', all.marginXof), ofKnown(`C${at}`, `SUM(${of('K')})`, all), sum('E', all.xof === 0 ? 0 : 1)];
    },
  };
}
