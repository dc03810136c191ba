import { lastOf, type Series } from './series.ts';

const LOOK_BACK = 150;
const AFTER_MIN = 10;
const AFTER_MAX = 60;
const BEFORE_MIN = 14;
const BEFORE_MAX = 90;
/** Standard errors between before and after: many places are tried, so that three would be chance. */
const SURE = 4.5;
/** A level wanders by so much without having broken. */
const WANDERS = 0.05;

/** The usable days since sales were last of another size, all of them where none broke; `on` is where the first of them stands. */
export function sinceBreak(series: Series, dispersion: number): { series: Series; on: number | undefined } {
  const recent = lastOf(series, LOOK_BACK);
  const [sold, days] = [running(recent.units), running(recent.weights)];
  const count = recent.units.length;
  const of = (sums: Float64Array, from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  let best = { distance: SURE, split: -1 };
  for (let split = Math.max(BEFORE_MIN, count - AFTER_MAX); split <= count - AFTER_MIN; split++) {
    const from = Math.max(0, split - BEFORE_MAX);
    const [daysBefore, daysAfter] = [of(days, from, split), of(days, split, count)];
    const [before, after] = [of(sold, from, split) / daysBefore, of(sold, split, count) / daysAfter];
    const level = of(sold, from, count) / of(days, from, count);
    const distance = Math.abs(after - before) / Math.sqrt(dispersion * level * (1 / daysBefore + 1 / daysAfter) + (WANDERS * level) ** 2);
    if (distance > best.distance) best = { distance, split };
  }
  return best.split === -1 ? { series, on: undefined } : { series: lastOf(series, count - best.split), on: recent.at[best.split] };
}

function running(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [at, value] of values.entries()) sums[at + 1] = (sums[at] ?? 0) + value;
  return sums;
}
