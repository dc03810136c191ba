import { WAYS, type Case } from './measure-errors.ts';
import type { Year } from './measure-year.ts';
import { addYears, bestSimple, CLASSES, CUTS, promisesOf, rowOf, stockOfCards } from './sum-up.ts';

export function errorTable(cases: readonly Case[]): string {
  const rows = [...CLASSES, ...CUTS].map((of) => rowOf(of, cases));
  return table(['WAPE of a fortnight', 'cases', ...WAYS, 'bias', 'against best simple', 'against naive'], rows.map((row) => [
    row.of, String(row.cases), ...WAYS.map((way) => percent(row.wape[way])), percent(row.bias), percent(row.wape.ours / bestSimple(row) - 1), percent(row.wape.ours / row.wape.naive - 1),
  ]));
}

export function promiseTable(cases: readonly Case[]): string {
  const { inRange, foreseen, falseAlarms, daysOff, dayInRange } = promisesOf(cases);
  return table(['what was said', 'held'], [
    ['a fortnight between P10 and P90', percent(inRange)],
    ['stock-outs of the next 15 days that were foreseen', percent(foreseen)],
    ['stock-outs foreseen that did not come', percent(falseAlarms)],
    ['days between the day said and the day, median', String(daysOff)],
    ['the day between the two days said', percent(dayInRange)],
  ]);
}

export function yearTable(years: readonly Year[]): string {
  const [ours, ...cards] = addYears(years);
  if (ours === undefined) return '';
  const alike = stockOfCards(ours.served / ours.asked, cards);
  const rows = [ours, ...cards].map(({ rule, asked, served, daysOut, productDays, stockXof }) => [rule, percent(served / asked), percent(daysOut / productDays), thousands(stockXof)]);
  return table(['rule', 'fill rate', 'days without stock', 'stock of a shop, kF'], alike === undefined ? rows : [...rows, ['cards that serve as much as ours', percent(ours.served / ours.asked), '', thousands(alike)]]);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const thousands = (xof: number): string => String(Math.round(xof / 1_000));

const table = (head: string[], rows: string[][]): string => [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
