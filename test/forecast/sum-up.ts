import { SIMPLE, WAYS, type Case, type Way } from './measure-errors.ts';
import type { Year } from './measure-year.ts';

export const CLASSES = ['smooth', 'erratic', 'intermittent', 'lumpy', 'new'];
export const CUTS = ['all', 'broken', 'many', 'high', 'medium', 'low', 'shop'];

export type Row = { of: string; cases: number; wape: Record<Way, number>; bias: number };

export function rowOf(of: string, cases: readonly Case[]): Row {
  const its = cases.filter((one) => one.of.includes(of));
  const sold = sumOf(its, ({ actual }) => actual);
  const wape = Object.fromEntries(WAYS.map((way) => [way, sumOf(its, ({ actual, said }) => Math.abs(actual - said[way])) / sold])) as Record<Way, number>;
  return { of, cases: its.length, wape, bias: sumOf(its, ({ actual, said }) => said.ours - actual) / sold };
}

export const bestSimple = ({ wape }: Row): number => Math.min(...SIMPLE.map((way) => wape[way]));

/** How often the range of a fortnight held, and what was said of the day on which the stock would be gone: right that it would, that it would not, and by how many days. */
export type Promises = { inRange: number; foreseen: number; falseAlarms: number; daysOff: number; dayInRange: number };

export function promisesOf(cases: readonly Case[]): Promises {
  const ranged = cases.flatMap(({ inRange }) => inRange ?? []);
  const gone = cases.flatMap((one) => one.gone ?? []);
  const ran = gone.filter(({ on }) => on !== undefined);
  const warned = gone.filter(({ said }) => said.on !== undefined);
  const both = ran.filter(({ said }) => said.on !== undefined);
  const off = both.map(({ on, said }) => Math.abs(Date.parse(on ?? '') - Date.parse(said.on ?? '')) / 86_400_000).sort((one, other) => one - other);
  return {
    inRange: share(ranged, Boolean),
    foreseen: both.length / ran.length,
    falseAlarms: share(warned, ({ on }) => on === undefined),
    daysOff: off[Math.floor(off.length / 2)] ?? NaN,
    dayInRange: share(ran, ({ on, said }) => (on ?? '') >= (said.earliest ?? '9') && (on ?? '') <= (said.latest ?? '9')),
  };
}

/** The same rules over many shops: stock is the mean of a shop's. */
export function addYears(years: readonly Year[]): Year[] {
  return [...Map.groupBy(years, ({ rule }) => rule)].map(([rule, all]) => ({
    rule, asked: sumOf(all, ({ asked }) => asked), served: sumOf(all, ({ served }) => served),
    daysOut: sumOf(all, ({ daysOut }) => daysOut), productDays: sumOf(all, ({ productDays }) => productDays), stockXof: sumOf(all, ({ stockXof }) => stockXof) / all.length,
  }));
}

/** What cards that serve as much as this would hold, between the two cards that serve a little less and a little more. */
export function stockOfCards(served: number, cards: readonly Year[]): number | undefined {
  const by = cards.map((card) => ({ fill: card.served / card.asked, stockXof: card.stockXof })).sort((one, other) => one.fill - other.fill);
  const above = by.findIndex(({ fill }) => fill >= served);
  const [less, more] = [by[above - 1], by[above]];
  if (less === undefined || more === undefined) return undefined;
  return less.stockXof + ((served - less.fill) / (more.fill - less.fill)) * (more.stockXof - less.stockXof);
}

const sumOf = <One>(all: readonly One[], of: (one: One) => number): number => all.reduce((sum, one) => sum + of(one), 0);
const share = <One>(all: readonly One[], holds: (one: One) => boolean): number => all.filter(holds).length / all.length;
