import { sba, tsb } from './croston.ts';
import { lastOf, total, type Series } from './series.ts';

/** What a usual day sells, by the usable days of the past: the simplest way first. */
export type Method = 'mean' | 'smoothing' | 'tsb' | 'sba' | 'lastWeek';

const MEAN_DAYS = 90;
const ALPHA = 0.1;
const WEEK = 7;

export const LEVELS: Record<Method, (past: Series) => number> = {
  mean: (past) => meanLevel(lastOf(past, MEAN_DAYS)),
  smoothing: (past) => smoothedLevel(past, ALPHA),
  tsb: (past) => tsb(usualDays(past)),
  sba: (past) => sba(usualDays(past)),
  lastWeek: (past) => meanLevel(lastOf(past, WEEK)),
};

/** Sold in all against usual days in all: a day that hardly counts hardly matters. */
export const meanLevel = ({ units, weights }: Series): number => (weights.length === 0 ? 0 : total(units) / total(weights));

/** Simple exponential smoothing of both: the days of long ago fade. */
export function smoothedLevel({ units, weights }: Series, alpha: number): number {
  let [sold, days] = [0, 0];
  for (const [at, weight] of weights.entries()) {
    sold += alpha * ((units[at] ?? 0) - sold);
    days += alpha * (weight - days);
  }
  return days > 0 ? sold / days : 0;
}

const usualDays = ({ units, weights }: Series): number[] => Array.from(units, (sold, at) => sold / (weights[at] ?? 1));
