import type { BankFigures, InventoryFigures, InventoryRow, MonthlyFigures, ReportOf, SoldLine } from '../../templates/reports/figures.ts';
import { addDays, type Day } from '../../src/domain/calendar/day.ts';

export const DIOP: ReportOf = {
  language: 'fr',
  business: { name: 'Boutique Diop', code: 'DIOP', town: 'Dakar, Médina', phone: '+221 77 000 00 00', taxIds: { ninea: '005123456', rccm: 'SN DKR 2022 A 1234' } },
  at: new Date('2026-11-21T19:05:00Z'),
  timezone: 'Africa/Dakar',
};
/** Names that a spreadsheet, a file or a shell could take for something else. */
export const NASTY = ['=1+1', '+SUM(A1)', '-2', '@now', '=HYPERLINK("http://x","y")', ' =2', "L'eau <5 L> & fils", '"Niani"', '_x0041_', '007', '7', '7E0', '1/2', 'Sucre\nroux', 'Ɖɔvi ŋkɔ', 'محمد', '😀👩🏾‍🦱', '>5', 'Riz*', 'Riz?', '~Riz', 'riz', 'RIZ', ']]>', 'TRUE', 'a\tb', 'Thé vert '.repeat(60).trim()];

const SHELVES: Omit<InventoryRow, 'code' | 'name'>[] = [
  { category: 'Céréales', supplier: 'CFAO', unit: 'sac', onHandMilli: 8_000, minMilli: 10_000, maxMilli: 60_000, priceXof: 21_500, worthMilliXof: 152_000_000, state: 'low', coverageDays: 4 },
  { category: 'Riz*', unit: 'kg', onHandMilli: 2_333, priceXof: 600, worthMilliXof: 1_000_001, state: 'fine', coverageDays: 12.4 },
  { unit: 'pièce', onHandMilli: -3_000, priceXof: 500, worthMilliXof: -900_000, state: 'out', coverageDays: 0 },
  { category: '>5', supplier: '=CFAO', unit: 'l', onHandMilli: 40_000, priceXof: 1_250, worthMilliXof: 41_000_000, state: 'dormant' },
  { category: 'riz*', unit: 'kg', onHandMilli: 1_000, priceXof: 700, worthMilliXof: 512_345, state: 'over', coverageDays: 300 },
  { category: 'riz*', unit: 'kg', onHandMilli: 6_000, priceXof: 900, worthMilliXof: 0, state: 'fine' },
];
export const inventoryOf = (names: readonly string[]): InventoryFigures => ({ ...DIOP, rows: names.map((name, at) => ({ ...(SHELVES[at % SHELVES.length] as (typeof SHELVES)[0]), code: String(at), name })) });

/** A sale of two lines each twenty minutes; every product at its price, some at a loss, and some of which nobody knows what they had cost. */
export function* soldLines(names: readonly string[], { from, days, perDay }: { from: Day; days: number; perDay: number }): Generator<SoldLine> {
  for (let at = 0; at < days * perDay; at++) {
    const product = (at * 7 + Math.floor(at / 5)) % names.length;
    const qtyMilli = 250 * (1 + (at % 9));
    const unitXof = 350 + 125 * product;
    const minute = 8 * 60 + (Math.floor((at % perDay) / 2) * 20) % 720;
    yield {
      on: addDays(from, Math.floor(at / perDay)), clock: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`, sale: `V-${1 + Math.floor(at / 2)}`,
      code: `P${product}`, name: names[product] ?? '', ...(product % 4 === 0 ? {} : { category: ['Céréales', '>5', 'Riz*', 'riz*'][product % 4] ?? '' }),
      unit: 'kg', qtyMilli, unitXof, lineXof: Math.round((qtyMilli * unitXof) / 1_000), ...(at % 7 === 3 ? {} : { costXof: Math.round((qtyMilli * (unitXof - 90 + 20 * (at % 8))) / 1_000) }), paidBy: at % 6 === 0 ? 'credit' : 'cash', by: 'Awa Diop',
    };
  }
}

export const OCTOBER: MonthlyFigures = {
  ...DIOP,
  month: '2026-10',
  now: { turnoverXof: 4_812_500, sales: 1_204, basketXof: 3_997, margin: { marginXof: 903_250, share: 0.1877, ofShare: 1 }, serviceRate: 0.934, stockOuts: 6, stockXof: 2_310_400 },
  before: { turnoverXof: 4_410_000, sales: 1_130, basketXof: 3_903, margin: { marginXof: 868_000, share: 0.1968, ofShare: 1 }, serviceRate: 0.912, stockOuts: 9, stockXof: 2_505_000 },
  goal: { turnoverXof: 5_000_000, serviceRate: 0.92, stockOuts: 6 },
  perDay: Array.from({ length: 31 }, (_, at) => ({ on: addDays('2026-10-01', at), xof: at % 7 === 3 ? 0 : 90_000 + ((at * 37_777) % 150_000) })),
  best: ['Riz brisé 50 kg', 'Huile Niani 5 L', 'Sucre en morceaux', 'Lait en poudre Vitalait, sachet de 400 g, carton de vingt-quatre sachets', 'Café Touba', 'Savon', 'Thé Achoura', 'Mil', 'Maïs', 'Ɖɔvi ŋkɔ', 'Allumettes'].map((name, at) => ({ name, qtyMilli: 120_500 - at * 9_250, unit: at === 0 ? 'sac' : 'pièce', xof: 1_900_000 - at * 171_111 })),
  stockByCategory: [{ category: 'Céréales', xof: 1_210_400 }, { category: 'Épicerie', xof: 800_000 }, { xof: 300_000 }],
  stockOuts: [{ name: 'Riz brisé 50 kg', days: 4 }, { name: 'Huile Niani 5 L', days: 1 }],
  dormants: [{ name: 'Cire à parquet', qtyMilli: 12_000, unit: 'boîte', lastSoldOn: '2026-07-14', xof: 54_000 }, { name: 'Moule à gaufres', qtyMilli: 2_000, unit: 'pièce', xof: 36_000 }],
  forecast: { days: 30, xof: 5_020_000, lowXof: 4_610_000, highXof: 5_450_000, reliability: 'medium', usableDays: 84, wape: 0.173 },
};
const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'] as const;
const earning = (turnoverXof: number, marginXof: number) => ({ turnoverXof, marginXof, costXof: turnoverXof - marginXof });
export const SIX_MONTHS: BankFigures = {
  ...DIOP,
  months: months.map((month, at) => ({ month, ...earning(3_600_000 + ((at * 731_000) % 1_900_000), 700_000 + at * 41_000), sales: 980 + at * 44, daysSold: 26 + (at % 3), days: 30 + (at % 2) })),
  firstSaleOn: '2026-02-03',
  stock: { costXof: 2_310_400, lastPriceXof: 2_398_000, products: 52, unvalued: 0 },
  credit: { xof: 186_500, clients: 14, oldestOn: '2026-08-29' },
};
