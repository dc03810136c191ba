import { addDays, type Day } from '../src/domain/calendar/day.ts';
import { loadTexts } from '../src/i18n.ts';
import type { SoldLine } from '../templates/reports/figures.ts';
import { writeSales } from '../templates/reports/sales.ts';
import { median } from './load.ts';

const FROM: Day = '2026-10-01';
const DAYS = 31;
const PRODUCTS = 500;
const MB = 1024 * 1024;

export type Reports = { sales: number; ms: number; memoryMb: number; fileMb: number };

/** The sales of a month of a very busy shop, as a workbook; how much more memory the process took for it at most. */
export async function measureReports({ rounds, sales }: { rounds: number; sales: number }): Promise<Reports> {
  const texts = loadTexts();
  const figures: { ms: number; memoryMb: number; fileMb: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const [begun, before] = [performance.now(), process.memoryUsage.rss()];
    let most = before;
    const looking = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
    const file = await writeSales(texts, { language: 'fr', business: { name: 'Boutique Diop', code: 'DIOP' }, at: new Date(`${FROM}T00:00:00Z`), timezone: 'Africa/Dakar', from: FROM, to: addDays(FROM, DAYS - 1), lines: manySales(sales) });
    clearInterval(looking);
    most = Math.max(most, process.memoryUsage.rss());
    figures.push({ ms: performance.now() - begun, memoryMb: (most - before) / MB, fileMb: file.length / MB });
  }
  const of = (key: 'ms' | 'memoryMb' | 'fileMb'): number[] => figures.map((one) => one[key]);
  return { sales, ms: median(of('ms')), memoryMb: Math.max(...of('memoryMb')), fileMb: median(of('fileMb')) };
}

function* manySales(count: number): Generator<SoldLine> {
  for (let at = 0; at < count; at++) {
    const product = (at * 7 + Math.floor(at / PRODUCTS)) % PRODUCTS;
    const qty = 1 + (at % 9);
    yield {
      on: addDays(FROM, Math.floor((at * DAYS) / count)), clock: `${String(8 + (at % 12)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`, sale: `V-${at + 1}`, code: `P${product}`, name: `Produit numéro ${product}`,
      category: `Catégorie ${product % 12}`, unit: 'pièce', qtyMilli: qty * 1_000, unitXof: 250 + product, lineXof: qty * (250 + product), costXof: qty * 200, paidBy: 'cash', by: 'Awa Diop',
    };
  }
}
