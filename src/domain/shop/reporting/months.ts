import { addDays, dayFrom, type Day } from '../../calendar/day.ts';

/** `2026-11` */
export type Month = `${number}-${number}`;
/** From the one day to the end of the other. */
export type Span = { from: Day; to: Day };

export const monthOf = (day: Day): Month => day.slice(0, 7) as Month;
export const firstOf = (month: Month): Day => `${month}-01` as Day;
export const lastOf = (month: Month): Day => addDays(firstOf(monthAfter(month, 1)), -1);
export const daysIn = (month: Month): number => Number(lastOf(month).slice(8));

/** A month that began by this day is a whole one. */
const BEGINS_BY = 5;

/** Whether a month that has the first sale, or comes after it, can be set beside others: one of which only the end was sold says nothing of the shop. */
export const isWhole = (month: Month, first: Day): boolean => month > monthOf(first) || (month === monthOf(first) && Number(first.slice(8)) <= BEGINS_BY);

/** So many months later, or earlier. */
export function monthAfter(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}` as Month;
}

/** 10/2026 */
export const shownMonth = (month: Month): string => month.replace(/^(\d{4})-(\d\d)$/, '$2/$1');

/** The same day of another month, or its last one. */
export const sameDayOf = (month: Month, day: Day): Day => dayFrom(Number(month.slice(0, 4)), Number(month.slice(5)), Number(day.slice(8))) ?? lastOf(month);
