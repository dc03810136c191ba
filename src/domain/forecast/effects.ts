import type { DayKind } from './day-kind.ts';

/** How much more or less than on a usual day is sold, by the kind of day: `weekday[1]` is Monday's. */
export type Effects = { weekday: readonly number[]; payday: number; events: ReadonlyMap<string, number> };

export const NO_EFFECTS: Effects = { weekday: Array<number>(8).fill(1), payday: 1, events: new Map() };

export const factorOf = ({ weekday, payday, events }: Effects, kind: DayKind): number => (weekday[kind.weekday] ?? 1) * (kind.payday ? payday : 1) * (kind.event === undefined ? 1 : events.get(kind.event) ?? 1);
