import { addDays, daysBetween, type Day } from '../calendar/day.ts';

/** A sale that stands: a voided one is not among them. */
export type SoldOn = { on: Day; totalXof: number };
export type SoldProduct = { code: string; lineXof: number };

const WEEK = 7;

/** What was taken in, over so many days that end with this one. */
export const turnoverXof = (sales: readonly SoldOn[], last: Day, days: number): number => within(sales, last, days).reduce((sum, { totalXof }) => sum + totalXof, 0);

/** What a customer spends at once (panier moyen); undefined where nobody came. */
export function basketXof(sales: readonly SoldOn[], last: Day, days: number): number | undefined {
  const count = within(sales, last, days).length;
  return count === 0 ? undefined : Math.round(turnoverXof(sales, last, days) / count);
}

/** Against the same weekdays before: a period is compared with as many days that lie whole weeks earlier. */
export function growth(sales: readonly SoldOn[], last: Day, days: number): number | undefined {
  const before = turnoverXof(sales, addDays(last, -WEEK * Math.ceil(days / WEEK)), days);
  return before > 0 ? turnoverXof(sales, last, days) / before - 1 : undefined;
}

/** What brings in most, by code where two bring in the same. */
export function bestSellers(lines: readonly SoldProduct[], count = 10): SoldProduct[] {
  const revenue = new Map<string, number>();
  for (const { code, lineXof } of lines) revenue.set(code, (revenue.get(code) ?? 0) + lineXof);
  return [...revenue].map(([code, lineXof]) => ({ code, lineXof })).sort((one, other) => other.lineXof - one.lineXof || (one.code < other.code ? -1 : 1)).slice(0, count);
}

const within = (sales: readonly SoldOn[], last: Day, days: number): SoldOn[] => sales.filter(({ on }) => on <= last && daysBetween(on, last) < days);
