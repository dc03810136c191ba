import type { i18n } from 'i18next';
import type { Say } from '../../src/i18n.ts';
import type { SalesFigures, SoldLine } from './figures.ts';
import { dayWords, momentWords, reportSayer } from './report-words.ts';
import { categorySheet, daySheet, productSheet } from './sales-sheets.ts';
import { addLine, emptyTotals, mostFirst, type SalesTotals } from './sales-totals.ts';
import { clockCell, counted, dayCell, range, type Cell, type Column, type Rows } from './workbook/cells.ts';
import type { SheetPlan } from './workbook/sheet.ts';
import { openWorkbook } from './workbook/workbook.ts';

const MILLI = 1_000;
const BARS = 10;

/** Each line that was sold, and what they come to by day, product and category. */
export async function writeSales(texts: i18n, figures: SalesFigures): Promise<Buffer> {
  const { language, business, from, to, at } = figures;
  const say = reportSayer(texts, figures);
  const title = `${say('reports.sales.title')} · ${business.name}`;
  const note = `${say('reports.period', { from: dayWords(language, from), to: dayWords(language, to) })} · ${say('reports.takenAt', { at: momentWords(figures) })}`;
  const heading = { title, note, nothing: say('reports.nothing') };
  const workbook = openWorkbook({ title, author: business.name, at });
  const totals = emptyTotals(figures);
  const rows = await workbook.sheet(4, { ...heading, ...lineSheet(say, figures.lines, totals) });
  const sources = { say, totals, lines: rows ?? { first: 1, last: 1 } };
  const days = rows ? [...totals.days] : [];
  await workbook.sheet(1, { ...heading, ...daySheet(sources, days) }, (filled) => ({
    kind: 'line',
    title: say('reports.sales.perDay'),
    series: say('reports.column.amount'),
    names: { cells: range(say('reports.sales.days'), 'A', filled), values: days.map(([day]) => dayCell(day)) },
    values: { cells: range(say('reports.sales.days'), 'D', filled), values: days.map(([, { xof }]) => xof) },
    at: { column: 7, row: 3 },
  }));
  const products = mostFirst(totals.products);
  const top = products.slice(0, BARS);
  await workbook.sheet(2, { ...heading, ...productSheet(sources, products) }, ({ first }) => {
    const shown: Rows = { first, last: first + top.length - 1 };
    return {
      kind: 'bars',
      title: say('reports.sales.best'),
      series: say('reports.column.amount'),
      names: { cells: range(say('reports.sales.products'), 'C', shown), values: top.map(([, { name }]) => name) },
      values: { cells: range(say('reports.sales.products'), 'G', shown), values: top.map(([, { xof }]) => xof) },
      at: { column: 11, row: 3 },
    };
  });
  await workbook.sheet(3, { ...heading, ...categorySheet(sources, mostFirst(totals.categories)) });
  return workbook.finish();
}

/** What the other sheets are to say is summed while the lines go by. */
function lineSheet(say: Say, lines: SalesFigures['lines'], totals: SalesTotals): Omit<SheetPlan<SoldLine>, 'title' | 'note' | 'nothing'> {
  const column = (key: string, width: number, kind: Column['kind']): Column => ({ title: say(`reports.column.${key}`), width, kind });
  const noCategory = say('reports.noCategory');
  const paidBy = Object.fromEntries((['cash', 'credit', 'mobile_money', 'other'] as const).map((way) => [way, say(`reports.paidBy.${way}`)]));
  return {
    name: say('reports.sales.lines'),
    columns: [
      column('day', 11, 'day'), column('time', 7, 'clock'), column('sale', 9, 'text'), column('code', 10, 'text'), column('product', 34, 'text'), column('category', 18, 'text'),
      column('unit', 9, 'text'), column('qty', 9, 'qty'), column('price', 12, 'money'), column('amount', 13, 'money'), column('cost', 13, 'money'), column('margin', 13, 'money'),
      column('paidBy', 14, 'text'), column('by', 16, 'text'), column('productNumber', 10, 'qty'), column('newSale', 9, 'qty'),
    ],
    rows: lines,
    cells: (line, at) => {
      const category = line.category ?? noCategory;
      const { product, isNewSale } = addLine(totals, line, category);
      return [
        dayCell(line.on), clockCell(line.clock), line.sale, line.code, line.name, category, line.unit, line.qtyMilli / MILLI, line.unitXof, line.lineXof, line.costXof,
        counted(`IF(K${at}="","",J${at}-K${at})`, line.costXof === undefined ? '' : line.lineXof - line.costXof), paidBy[line.paidBy], line.by, product, isNewSale ? 1 : 0,
      ];
    },
    total: ({ first, last }) => {
      const { xof, costXof, marginXof, sales } = totals.all;
      const sum = (letter: string, value: number): Cell => counted(`SUM(${letter}${first}:${letter}${last})`, value);
      return [say('reports.total'), ...Array<Cell>(8).fill(undefined), sum('J', xof), sum('K', costXof), sum('L', marginXof), undefined, undefined, undefined, sum('P', sales)];
    },
  };
}

