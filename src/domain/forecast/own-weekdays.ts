import type { DayKind } from './day-kind.ts';
import type { Effects } from './effects.ts';
import { meanLevel } from './levels.ts';
import type { Series } from './series.ts';

const WEEKS_MIN = 8;
const WEEKS_OF_DOUBT = 8;
/** What sells little has to sell this much on a weekday before it tells it from another. */
const UNITS_OF_DOUBT = 40;

/** A product's own week, shrunk to that of its category. `series` is weighed by the category's. */
export function ownWeekdays(series: Series, kinds: readonly DayKind[], effects: Effects): Effects {
  if (series.units.length < WEEKS_MIN * 7) return effects;
  const level = meanLevel(series);
  const [sold, expected] = [new Float64Array(8), new Float64Array(8)];
  for (const [index, at] of series.at.entries()) {
    const day = kinds[at]?.weekday ?? 0;
    sold[day] = (sold[day] ?? 0) + (series.units[index] ?? 0);
    expected[day] = (expected[day] ?? 0) + level * (series.weights[index] ?? 0);
  }
  const doubt = Math.max(WEEKS_OF_DOUBT * level, UNITS_OF_DOUBT);
  return { ...effects, weekday: effects.weekday.map((usual, day) => usual * (((sold[day] ?? 0) + doubt) / ((expected[day] ?? 0) + doubt))) };
}
