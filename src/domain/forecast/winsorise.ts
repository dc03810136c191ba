import type { Series } from './series.ts';

const TOP = 0.98;
const DAYS_MIN = 28;

/** Days of sales above what nineteen in twenty stay below are taken as those: a wedding that bought forty sacks is not next week's demand. */
export function winsorised(series: Series): Series {
  if (series.units.length < DAYS_MIN) return series;
  const usual = series.units.map((units, at) => units / (series.weights[at] ?? 1));
  const cap = usual.toSorted()[Math.ceil(TOP * usual.length) - 1] ?? Infinity;
  return { ...series, units: series.units.map((units, at) => Math.min(units, cap * (series.weights[at] ?? 1))) };
}
