import { demandOf, isUsable, seenPart, type DemandDay } from './demand-day.ts';
import type { DayKind } from './day-kind.ts';
import { factorOf, type Effects } from './effects.ts';

/**
 * The usable days of a product, one after another: what was asked for, and how many usual days each stands for — a Saturday that sells half as much again 1.5,
 * a day sold out at noon half of that. `at` is where it stands among all days.
 */
export type Series = { units: Float64Array; weights: Float64Array; at: Int32Array };

/** `kinds` are those of the same days. */
export function seriesOf(days: readonly DemandDay[], kinds: readonly DayKind[], effects: Effects, skip: (at: number) => boolean = () => false): Series {
  const series: Series = { units: new Float64Array(days.length), weights: new Float64Array(days.length), at: new Int32Array(days.length) };
  let count = 0;
  for (const [at, day] of days.entries()) {
    const kind = kinds[at];
    if (kind === undefined || !isUsable(day) || skip(at)) continue;
    const weight = factorOf(effects, kind) * seenPart(day);
    if (weight <= 0) continue;
    series.units[count] = demandOf(day);
    series.weights[count] = weight;
    series.at[count] = at;
    count += 1;
  }
  return firstOf(series, count);
}

const firstOf = ({ units, weights, at }: Series, count: number): Series => ({ units: units.subarray(0, count), weights: weights.subarray(0, count), at: at.subarray(0, count) });
export const lastOf = ({ units, weights, at }: Series, count: number): Series => ({ units: units.subarray(Math.max(0, units.length - count)), weights: weights.subarray(Math.max(0, weights.length - count)), at: at.subarray(Math.max(0, at.length - count)) });

/** The days between two, the second left out. */
export function between({ units, weights, at }: Series, from: number, to: number): Series {
  const [first, end] = [indexOf(at, from), indexOf(at, to)];
  return { units: units.subarray(first, end), weights: weights.subarray(first, end), at: at.subarray(first, end) };
}

function indexOf(at: Int32Array, day: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
