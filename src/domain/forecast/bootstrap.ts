import type { Random } from './random.ts';

const WEEK = 7;
const REPEATS = 500;

/** What so many days may sell, smallest first: weeks of the past drawn as they come, as sales of one week belong together. Nothing where the past is shorter than one. */
export function bootstrapTotals(demand: readonly number[], days: () => number, random: Random, repeats = REPEATS): number[] {
  const starts = demand.length - WEEK + 1;
  if (starts <= 0) return [];
  const upTo = [0];
  for (const units of demand) upTo.push((upTo.at(-1) ?? 0) + units);
  const drawn = (length: number): number => {
    const start = Math.floor(random() * starts);
    return (upTo[start + length] ?? 0) - (upTo[start] ?? 0);
  };
  return Array.from({ length: repeats }, () => {
    let total = 0;
    for (let left = Math.round(days()); left > 0; left -= WEEK) total += drawn(Math.min(WEEK, left));
    return total;
  }).sort((one, other) => one - other);
}

/** The total that a share `p` of the draws does not exceed. */
export const quantileOf = (sorted: readonly number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? 0;
