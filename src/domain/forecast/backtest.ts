import { LEVELS, type Method } from './levels.ts';
import { between, total, type Series } from './series.ts';
import { mase, type Foreseen } from './error-measures.ts';

export const METHODS = Object.keys(LEVELS) as Method[];

const ORIGINS = 4;
const HORIZON = 15;
const USABLE_MIN = 28;

/** What each way would have foreseen from four days of the past, fifteen days ahead of each, and what was sold on those that were usable. */
export function backtest(series: Series, today: number, prepared: (past: Series) => Series): Record<Method, Foreseen[]> {
  const tried: Record<Method, Foreseen[]> = { mean: [], smoothing: [], tsb: [], sba: [], lastWeek: [] };
  for (let back = ORIGINS; back >= 1; back--) {
    const origin = today - back * HORIZON;
    const past = between(series, 0, origin);
    const ahead = between(series, origin, origin + HORIZON);
    if (past.units.length < USABLE_MIN || ahead.units.length === 0) continue;
    const known = prepared(past);
    const days = total(ahead.weights);
    for (const method of METHODS) tried[method].push({ actual: total(ahead.units), forecast: LEVELS[method](known) * days });
  }
  return tried;
}

/** The mean error of each way in units of saying « as in the fortnight before »: comparable between products. Undefined where nothing can be compared. */
export function scaledErrors(tried: Record<Method, Foreseen[]>, series: Series): Record<Method, number> | undefined {
  const fortnights = totals(series);
  const errors = METHODS.map((method) => [method, mase(tried[method], fortnights)] as const);
  return tried.mean.length === 0 || errors.some(([, error]) => error === undefined) ? undefined : Object.fromEntries(errors) as Record<Method, number>;
}

function totals({ units }: Series): number[] {
  return Array.from({ length: Math.floor(units.length / HORIZON) }, (_, at) => total(units.subarray(at * HORIZON, (at + 1) * HORIZON)));
}
