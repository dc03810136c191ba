import type { DayKind } from './day-kind.ts';
import { factorOf, NO_EFFECTS, type Effects } from './effects.ts';
import { usualThen, type Together } from './learn-effects.ts';

/** The whole shop sells so many times more or less than its week, its paydays and its feasts explain: a strike, a flood, a fair. */
const FORCE = 1.45;
const UNITS_MIN = 20;

/** The days that say nothing of the next ones, as something befell the whole shop. */
export function shockedDays(categories: ReadonlyMap<string, Together>, effects: ReadonlyMap<string, Effects>, kinds: readonly DayKind[]): ReadonlySet<number> {
  const [sold, expected] = [new Float64Array(kinds.length), new Float64Array(kinds.length)];
  for (const [category, together] of categories) {
    const usual = usualThen(together, kinds);
    for (const [at, units] of together.units.entries()) {
      const kind = kinds[at];
      if (kind === undefined) continue;
      sold[at] = (sold[at] ?? 0) + units;
      expected[at] = (expected[at] ?? 0) + (usual[at] ?? 0) * factorOf(effects.get(category) ?? NO_EFFECTS, kind);
    }
  }
  const days = new Set<number>();
  for (const [at, units] of sold.entries()) {
    const due = expected[at] ?? 0;
    if (due >= UNITS_MIN && (units > due * FORCE || units < due / FORCE)) days.add(at);
  }
  return days;
}
