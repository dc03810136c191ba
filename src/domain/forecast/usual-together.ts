import { demandOf, isUsable, seenPart, type DemandDay } from './demand-day.ts';
import type { Together } from './learn-effects.ts';

/** The products of a category as one: what was asked for each day, and what their own averages would have had of those that could be bought. All end yesterday. */
export function usualTogether(products: readonly (readonly DemandDay[])[], longest: number): Together {
  const [units, usual] = [new Float64Array(longest), new Float64Array(longest)];
  for (const days of products) {
    const before = longest - days.length;
    let [sold, seen] = [0, 0];
    for (const day of days) {
      if (!isUsable(day)) continue;
      sold += demandOf(day);
      seen += seenPart(day);
    }
    for (const [at, day] of days.entries()) {
      if (!isUsable(day)) continue;
      units[before + at] = (units[before + at] ?? 0) + demandOf(day);
      usual[before + at] = (usual[before + at] ?? 0) + (sold / seen) * seenPart(day);
    }
  }
  return { units, usual };
}

/** The same, as if those days had not been. */
export const without = ({ units, usual }: Together, skip: ReadonlySet<number>): Together => ({ units: units.map((sold, at) => (skip.has(at) ? 0 : sold)), usual: usual.map((due, at) => (skip.has(at) ? 0 : due)) });
