import type { DayKind } from './day-kind.ts';
import { factorOf, NO_EFFECTS, type Effects } from './effects.ts';

/** Of several products together, day by day: what was sold, and what a usual day would have sold of those that were in stock. */
export type Together = { units: Float64Array; usual: Float64Array };

/** A month on either side says what was usual then. */
const AROUND = 28;
const ROUNDS = 3;
/** So many units' worth of « as on any day » are mixed in. */
const DOUBT_UNITS = 60;

/** What weekdays, paydays and events do to the sales of a category: each in turn against what the others leave to explain. */
export function learnEffects({ units, usual }: Together, kinds: readonly DayKind[]): Effects {
  const then = usualThen({ units, usual }, kinds);
  let effects = NO_EFFECTS;
  for (let round = 0; round < ROUNDS; round++) {
    const weekdays = ratios(units, then, kinds, ({ weekday, event }) => (event === undefined ? weekday : undefined), { ...effects, weekday: NO_EFFECTS.weekday });
    effects = { ...effects, weekday: NO_EFFECTS.weekday.map((one, at) => weekdays.get(at) ?? one) };
    const paydays = ratios(units, then, kinds, ({ payday, event }) => (event === undefined ? payday : undefined), { ...effects, payday: 1 });
    effects = { ...effects, payday: (paydays.get(true) ?? 1) / (paydays.get(false) ?? 1) };
    effects = { ...effects, events: ratios(units, then, kinds, ({ event }) => event, { ...effects, events: new Map() }) };
  }
  return effects;
}

/** Sold against expected, for each kind of day that `kindOf` tells apart. */
function ratios<Kind>(units: Float64Array, usual: Float64Array, kinds: readonly DayKind[], kindOf: (kind: DayKind) => Kind | undefined, others: Effects): Map<Kind, number> {
  const sums = new Map<Kind, { sold: number; expected: number }>();
  for (const [at, kind] of kinds.slice(0, units.length).entries()) {
    const key = kindOf(kind);
    if (key === undefined) continue;
    const sum = sums.get(key) ?? { sold: 0, expected: 0 };
    sum.sold += units[at] ?? 0;
    sum.expected += (usual[at] ?? 0) * factorOf(others, kind);
    sums.set(key, sum);
  }
  return new Map([...sums].map(([key, { sold, expected }]) => [key, (sold + DOUBT_UNITS) / (expected + DOUBT_UNITS)]));
}

/** Levels move over a year: a day is compared with the days around it that are no event. */
export function usualThen({ units, usual }: Together, kinds: readonly DayKind[]): Float64Array {
  const [sold, expected] = [running(units, kinds), running(usual, kinds)];
  const within = (sums: Float64Array, at: number): number => (sums[Math.min(units.length, at + AROUND + 1)] ?? 0) - (sums[Math.max(0, at - AROUND)] ?? 0);
  return usual.map((value, at) => value * ((within(sold, at) + 1) / (within(expected, at) + 1)));
}

function running(values: Float64Array, kinds: readonly DayKind[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [at, value] of values.entries()) sums[at + 1] = (sums[at] ?? 0) + (kinds[at]?.event === undefined ? value : 0);
  return sums;
}
