import { addDays, weekday, type Day } from './day.ts';
import { feastOn } from './feasts.ts';

/** When a business works: its days of the week (1 is Monday), the feasts of its country, the days it closes itself. */
export type WorkCalendar = { workdays: readonly number[]; country: string; closed: ReadonlySet<Day> };

export type Urgency = 'normal' | 'high' | 'urgent';
/** Tenths of the usual time. */
const TENTHS: Record<Urgency, number> = { normal: 10, high: 7, urgent: 5 };

/** Nobody closes for longer than a year. */
const LOOK_DAYS_MAX = 400;

export const isWorkingDay = (day: Day, { workdays, country, closed }: WorkCalendar): boolean => workdays.includes(weekday(day)) && !closed.has(day) && feastOn(day, country) === undefined;

/** Working days that a garment takes: 7 are 7, 5 or 4. */
export const daysFor = (baseDays: number, urgency: Urgency): number => Math.ceil((baseDays * TENTHS[urgency]) / 10);

/** The day so many working days after this one; undefined for a business that never opens. */
export function addWorkingDays(from: Day, count: number, calendar: WorkCalendar): Day | undefined {
  let left = Math.max(1, count);
  for (let ahead = 1; ahead <= LOOK_DAYS_MAX; ahead++) {
    const day = addDays(from, ahead);
    if (isWorkingDay(day, calendar)) left -= 1;
    if (left === 0) return day;
  }
  return undefined;
}

/** This day, or the first working day after it. */
export const orNextWorkingDay = (day: Day, calendar: WorkCalendar): Day | undefined => addWorkingDays(addDays(day, -1), 1, calendar);
