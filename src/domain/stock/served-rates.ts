export type Served = { served: number; lost: number };
export type ProductDays = { inStock: number; all: number };
export type Promised = { delivered: number; onTime: number };

/** Of what was asked for, what was served: the rate of alerts and reports. Undefined where nothing was asked for. */
export const fillRate = (days: readonly Served[]): number | undefined => share(total(days, 'served'), demandOf(days));

/** Of the days of the products that sell, those with stock: shown while no refused customer was ever written down. */
export const availability = ({ inStock, all }: ProductDays): number | undefined => share(inStock, all);

/** Of the orders delivered, those by the day first promised. */
export const onTime = ({ delivered, onTime: kept }: Promised): number | undefined => share(kept, delivered);

const DEFAULT_OBJECTIVE = 0.95;
const FALL = 0.05;
const DEMAND_TO_JUDGE = 20;

/** Whether the last seven days served less than the 28 before by more than five points, and less than what the business aims at. */
export function isFalling({ lastWeek, before, objective = DEFAULT_OBJECTIVE }: { lastWeek: readonly Served[]; before: readonly Served[]; objective?: number }): boolean {
  const [now, usual] = [fillRate(lastWeek), fillRate(before)];
  if (now === undefined || usual === undefined || demandOf(lastWeek) < DEMAND_TO_JUDGE) return false;
  return now < usual - FALL && now < objective;
}

const total = (days: readonly Served[], which: keyof Served): number => days.reduce((sum, day) => sum + day[which], 0);
const demandOf = (days: readonly Served[]): number => total(days, 'served') + total(days, 'lost');
const share = (part: number, whole: number): number | undefined => (whole > 0 ? part / whole : undefined);
