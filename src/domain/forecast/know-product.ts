import { backtest, scaledErrors } from './backtest.ts';
import { classify, type DemandClass } from './classify.ts';
import type { DayKind } from './day-kind.ts';
import { demandOf, isUsable, type DemandDay } from './demand-day.ts';
import { dispersion } from './dispersion.ts';
import type { Effects } from './effects.ts';
import type { Foreseen } from './error-measures.ts';
import { sinceBreak } from './level-break.ts';
import type { Method } from './levels.ts';
import { ownWeekdays } from './own-weekdays.ts';
import { lastOf, seriesOf, type Series } from './series.ts';
import { winsorised } from './winsorise.ts';

/** `days` are one after another, the last of them yesterday. */
export type Product = { code: string; category: string; priceXof: number; days: readonly DemandDay[] };
/** What a product's past says: `recent` are the usable days that still speak of today, `brokeAt` the day since when. */
export type Known = {
  product: Product;
  demandClass: DemandClass | 'new';
  effects: Effects;
  usableDays: number;
  dispersion: number;
  recent: Series;
  brokeAt: number | undefined;
  tried: Record<Method, Foreseen[]>;
  errors: Record<Method, number> | undefined;
};

const NEW_DAYS = 28;
const CLASS_DAYS = 182;

/** `kinds` are those of the product's days and of those ahead, `category` is how the days of its category differ, `shocked` are those that something befell. */
type Surroundings = { kinds: readonly DayKind[]; category: Effects; shocked: (at: number) => boolean };

export function knowProduct(product: Product, { kinds, category, shocked }: Surroundings): Known {
  const { days } = product;
  const effects = ownWeekdays(seriesOf(days, kinds, category, shocked), kinds, category);
  const series = seriesOf(days, kinds, effects, shocked);
  const lately = days.filter(isUsable).slice(-CLASS_DAYS).map(demandOf);
  const demandClass = series.units.length < NEW_DAYS ? 'new' : classify(lately);
  const varies = dispersion(lastOf(series, CLASS_DAYS));
  const calm = (past: Series): Series => (demandClass === 'erratic' ? winsorised(past) : past);
  const prepared = (past: Series): Series => calm(sinceBreak(lastOf(past, CLASS_DAYS), varies).series);
  const tried = backtest(series, days.length, prepared);
  const { series: recent, on } = sinceBreak(lastOf(series, CLASS_DAYS), varies);
  return { product, demandClass, effects, usableDays: series.units.length, dispersion: varies, recent: calm(recent), brokeAt: on, tried, errors: scaledErrors(tried, series) };
}
