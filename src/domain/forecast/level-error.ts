import { total, type Series } from './series.ts';

/** What a level wanders in a fortnight, and no mean of the past can know. */
const WANDERS = 0.08;
const DAYS_MAX = 90;

/** By how much a level may be wrong, as a part of it: the fewer days it comes from and the more they vary, the more. */
export function levelError(level: number, dispersion: number, recent: Series): number {
  const days = Math.min(DAYS_MAX, total(recent.weights));
  return level > 0 && days > 0 ? Math.sqrt(dispersion / (level * days) + WANDERS ** 2) : 1;
}
