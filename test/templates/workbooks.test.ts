import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { loadTexts, type Language } from '../../src/i18n.ts';
import type { SoldLine } from '../../templates/reports/figures.ts';
import { writeInventory } from '../../templates/reports/inventory.ts';
import { writeSales } from '../../templates/reports/sales.ts';
import { installed, recounted } from './office.ts';
import { readSheets, unzipped, type ReadSheet } from './read-workbook.ts';
import { DIOP, inventoryOf, NASTY, soldLines } from './report-figures.ts';

const texts = loadTexts();
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' } as const;
const LINES = [...soldLines(NASTY, { from: OCTOBER.from, days: 30, perDay: 12 })];
const FIRST = 5;

const inventory = (language: Language = 'fr', names: readonly string[] = NASTY) => writeInventory(texts, { ...inventoryOf(names), language });
const sales = (lines: Iterable<SoldLine> = LINES, language: Language = 'fr') => writeSales(texts, { ...DIOP, language, ...OCTOBER, lines });
const sum = <One>(all: readonly One[], pick: (one: One) => number): number => all.reduce((total, one) => total + pick(one), 0);
const sheetOf = (sheets: readonly ReadSheet[], name: string): ReadSheet => sheets.find((sheet) => sheet.name === name) ?? { name, xml: '', rows: new Map() };
const lastRow = ({ rows }: ReadSheet) => rows.get(Math.max(...rows.keys()));
const column = ({ rows }: ReadSheet, letter: string, count: number) => Array.from({ length: count }, (_, at) => rows.get(FIRST + at)?.get(letter)?.value);

describe('DIG-39 · the inventory as a workbook', () => {
  test('counts what each product, each category and all of them are worth, and says it beside the formula', async () => {
    const sheets = readSheets(await inventory());
    const { rows } = inventoryOf(NASTY);
    expect(sheets.map(({ name }) => name)).toEqual(['Inventaire', 'Catégories']);
    const [all, categories] = [sheetOf(sheets, 'Inventaire'), sheetOf(sheets, 'Catégories')];
    expect(all.rows.get(FIRST)?.get('K')).toMatchObject({ formula: 'IF(AND(F5>0,J5=""),"",MAX(0,F5)*J5)', value: 152_000 });
    // What nobody knows the cost of is worth nothing that could be written.
    expect([all.rows.get(FIRST + 5)?.get('J'), all.rows.get(FIRST + 5)?.get('K')?.value]).toEqual([undefined, '']);
    const cost = sum(rows, ({ worthMilliXof }) => Math.max(0, worthMilliXof) / 1_000);
    const price = sum(rows, ({ onHandMilli, priceXof }) => (Math.max(0, onHandMilli) * priceXof) / 1_000);
    const last = FIRST + NASTY.length - 1;
    expect(lastRow(all)?.get('K')).toMatchObject({ formula: `SUM(K5:K${last})`, value: expect.closeTo(cost, 4) });
    expect(lastRow(all)?.get('L')).toMatchObject({ formula: `SUM(L5:L${last})`, value: expect.closeTo(price, 4) });
    expect(lastRow(categories)?.get('C')?.value).toBeCloseTo(cost, 4);
    expect(lastRow(categories)?.get('B')?.value).toBe(NASTY.length);
    expect(column(categories, 'A', 5)).toEqual(['Céréales', '>5', 'Riz*', 'riz*', 'Sans catégorie']);
  });

  test('says in words what is no number, and leaves out what is not known', async () => {
    const all = sheetOf(readSheets(await inventory()), 'Inventaire');
    expect(all.rows.get(8)?.get('N')?.value).toBe('pas de vente prévue');
    expect(all.rows.get(7)?.get('J')).toBeUndefined();
    expect([5, 6, 7, 8, 9].map((row) => all.rows.get(row)?.get('M')?.value)).toEqual(['Stock bas', 'Correct', 'Rupture', 'Dormant', 'Surstock']);
  });

  test('keeps its heads in sight, prints on A4 and repeats them on each page', async () => {
    const bytes = await inventory();
    const [all] = readSheets(bytes);
    for (const part of ['state="frozen"', 'ySplit="4"', 'paperSize="9"', 'orientation="landscape"', 'fitToWidth="1"', '<autoFilter ref="A4:N31"/>', 'width="34"']) expect(all?.xml).toContain(part);
    expect(unzipped(bytes).get('xl/workbook.xml')).toContain("'Inventaire'!$4:$4");
  });
});

describe('DIG-41 · the sales as a workbook', () => {
  test('has each line, and sums that are looked up among the lines', async () => {
    const sheets = readSheets(await sales());
    expect(sheets.map(({ name }) => name)).toEqual(['Par jour', 'Par produit', 'Par catégorie', 'Lignes']);
    const [days, products, categories, lines] = sheets as [ReadSheet, ReadSheet, ReadSheet, ReadSheet];
    const turnover = sum(LINES, ({ lineXof }) => lineXof);
    const margin = sum(LINES, ({ lineXof, costXof = lineXof }) => lineXof - costXof);
    expect([lastRow(lines)?.get('J'), lastRow(days)?.get('D'), lastRow(products)?.get('G'), lastRow(categories)?.get('B')].map((cell) => cell?.value)).toEqual(Array(4).fill(turnover));
    expect([lastRow(lines)?.get('L'), lastRow(days)?.get('E'), lastRow(products)?.get('H'), lastRow(categories)?.get('C')].map((cell) => cell?.value)).toEqual(Array(4).fill(margin));
    expect(lastRow(days)?.get('B')?.value).toBe(LINES.length / 2);
    const last = FIRST + LINES.length - 1;
    expect(days.rows.get(FIRST)?.get('D')?.formula).toBe(`SUMIFS('Lignes'!$J$5:$J$${last},'Lignes'!$A$5:$A$${last},A5)`);
    expect(days.rows.get(FIRST)?.get('D')?.value).toBe(sum(LINES.filter(({ on }) => on === '2026-10-01'), ({ lineXof }) => lineXof));
  });

  test('a day is a number that is shown as a day; one without a sale has no margin of nought per cent', async () => {
    const days = sheetOf(readSheets(await sales()), 'Par jour');
    expect(days.rows.get(FIRST)?.get('A')?.value).toBe(46_296);
    expect(days.rows.get(FIRST + 30)?.get('D')?.value).toBe(0);
    expect(days.rows.get(FIRST + 30)?.get('F')?.value).toBe('');
  });

  test('products come in the order of what they brought in', async () => {
    const earned = column(sheetOf(readSheets(await sales()), 'Par produit'), 'G', new Set(LINES.map(({ name }) => name)).size).map(Number);
    expect(earned).toEqual(earned.toSorted((one, other) => other - one));
  });
});

describe('DIG-41 · the charts', () => {
  test.each([['inventory', inventory, ['barChart']], ['sales', sales, ['lineChart', 'barChart']]])('of the %s are the spreadsheet’s own, and refer to cells that hold what they show', async (_, write, kinds) => {
    const bytes = await write();
    const [parts, sheets] = [unzipped(bytes), readSheets(bytes)];
    const charts = [...parts].filter(([name]) => name.startsWith('xl/charts/'));
    expect(charts.flatMap(([, xml]) => /<c:(lineChart|barChart)>/.exec(xml)?.[1] ?? [])).toEqual(kinds);
    for (const [name, xml] of charts) {
      expect(parts.get('[Content_Types].xml')).toContain(`PartName="/${name}"`);
      const references = [...xml.matchAll(/<c:f>'(.*?)'!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/gs)];
      expect(references).toHaveLength(2);
      for (const [, sheet = '', from = '', first, to, last, cache = ''] of references) {
        expect(to).toBe(from);
        const shown = [...cache.matchAll(/<c:v>(.*?)<\/c:v>/gs)].map(([, value]) => value);
        const cells = column(sheetOf(sheets, sheet), from, Number(last) - Number(first) + 1);
        expect(cells.map((cell) => (typeof cell === 'number' ? cell : undefined) ?? String(cell))).toEqual(shown.map((value, at) => (typeof cells[at] === 'number' ? Number(value) : value?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('_x005F_', '_'))));
        expect(Number(first)).toBe(FIRST);
      }
    }
  });
});

test('an empty shop is told so: no totals, no chart, no nought', async () => {
  for (const bytes of [await inventory('fr', []), await sales([])]) {
    const sheets = readSheets(bytes);
    for (const { rows, xml } of sheets) expect([rows.get(FIRST)?.get('A')?.value, rows.size, xml.includes('<f>'), xml.includes('<drawing')]).toEqual(['Pas encore de données.', 4, false, false]);
    expect([...unzipped(bytes).keys()].filter((name) => /chart|drawing/.test(name))).toEqual([]);
  }
});

test('English has no French left in it', async () => {
  for (const bytes of [await inventory('en'), await sales(LINES, 'en')]) {
    const said = readSheets(bytes).flatMap(({ name, rows }) => [name, ...[...(rows.get(4)?.values() ?? [])].map(({ value }) => value), String(rows.get(2)?.get('A')?.value)]).join(' ');
    expect(said).not.toMatch(/[éèàû°]|Valeur|Produit|Ventes|Chiffres/);
  }
});

test('the same figures give the same bytes', async () => {
  expect((await sales()).equals(await sales())).toBe(true);
});

const guarded = async () => {
  const [, , , lines] = readSheets(await sales()) as [ReadSheet, ReadSheet, ReadSheet, ReadSheet];
  return [...lines.rows.values()].flatMap((row) => [row.get('E')]).filter((cell) => /^\s*[=+\-@]/.test(String(cell?.value)));
};
test('what looks like a formula is text, and stays text when it is edited', async () => {
  const cells = await guarded();
  expect(cells.length).toBeGreaterThan(50);
  const prefixed = [...(unzipped(await sales()).get('xl/styles.xml') ?? '').matchAll(/<xf [^>]*>/g)].slice(1).map(([xf]) => xf.includes('quotePrefix'));
  for (const cell of cells) expect([cell?.formula, prefixed[cell?.style ?? -1]]).toEqual([undefined, true]);
});

const typed = fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...NASTY), fc.string({ minLength: 1, maxLength: 3 }).map((text) => text.repeat(12_000)));
test('whatever a product is called, the workbook says just that; no more than a cell holds', async () => {
  await fc.assert(fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 12 }), async (names) => {
    const read = column(sheetOf(readSheets(await inventory('fr', names)), 'Inventaire'), 'B', names.length).map(String);
    for (const [at, name] of names.entries()) {
      if (name.length <= 32_767) expect(read[at]).toBe(name.toWellFormed());
      else expect([read[at]?.endsWith('…'), (read[at] ?? '').length <= 32_767, name.toWellFormed().startsWith((read[at] ?? '').slice(0, -1))]).toEqual([true, true, true]);
    }
  }), { numRuns: 80 });
});

(installed ? describe : describe.skip)('LibreOffice, which CI installs (here only where soffice is), counts every formula anew', () => {
  const numbers = (cells: string[] | undefined): number[] => (cells ?? []).filter((cell) => /^-?[\d.]+$/.test(cell)).map(Number);
  const totals = (sheet: string[][] | undefined): number[] => numbers(sheet?.findLast(([first]) => first === 'Total'));

  test('an inventory: the same totals, the same names', async () => {
    const sheets = await recounted(await inventory());
    const rows = inventoryOf(NASTY).rows;
    const [cost, price] = [sum(rows, ({ worthMilliXof }) => Math.max(0, worthMilliXof) / 1_000), sum(rows, ({ onHandMilli, priceXof }) => (Math.max(0, onHandMilli) * priceXof) / 1_000)];
    expect(totals(sheets.get('Inventaire'))).toEqual([expect.closeTo(cost, 2), expect.closeTo(price, 2)]);
    expect(totals(sheets.get('Catégories'))).toEqual([NASTY.length, expect.closeTo(cost, 2), expect.closeTo(price, 2)]);
    expect(sheets.get('Inventaire')?.slice(4, -2).map(([, name]) => name)).toEqual(NASTY);
  }, 120_000);

  test('sales: each sum of each sheet is the one that was written beside it', async () => {
    const bytes = await sales();
    const recount = await recounted(bytes);
    for (const { name, rows } of readSheets(bytes)) {
      const again = recount.get(name) ?? [];
      for (const [row, cells] of rows) {
        for (const [letter, { formula, value }] of cells) {
          if (formula === undefined) continue;
          const shown = again[row - 1]?.[letter.charCodeAt(0) - 65] ?? 'missing';
          const counts = shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown);
          if (value === '') expect([name, row, letter, shown]).toEqual([name, row, letter, '']);
          else expect([name, row, letter, counts]).toEqual([name, row, letter, expect.closeTo(Number(value), 6)]);
        }
      }
    }
    expect(totals(recount.get('Par jour'))[2]).toBe(sum(LINES, ({ lineXof }) => lineXof));
  }, 120_000);
});
