import type { SeenDay } from './shopkeeper.ts';

/** What anybody can do with the usable days: say of a fortnight what the last day, the last week or the last ninety days say. */
export function simply(days: readonly SeenDay[], horizon: number): { naive: number; seasonal: number; mean90: number } {
  const usable = days.filter(({ inStock }) => inStock >= 0.5).map(({ sold, lost }) => sold + lost);
  return { naive: (usable.at(-1) ?? 0) * horizon, seasonal: lastWeekAgain(usable, horizon), mean90: mean(usable.slice(-90)) * horizon };
}

/** Each day as the same weekday of the last week. */
function lastWeekAgain(usable: readonly number[], horizon: number): number {
  const week = usable.slice(-7);
  return week.length === 0 ? 0 : Array.from({ length: horizon }, (_, ahead) => week[ahead % week.length] ?? 0).reduce((sum, units) => sum + units, 0);
}

const mean = (values: readonly number[]): number => values.reduce((sum, units) => sum + units, 0) / Math.max(1, values.length);
