import { addDays, weekday, type Day } from '../calendar/day.ts';

/** What is known of a day in advance and sells more or less. `event` is of the business's own table: the week before a feast, the return to school. */
export type DayKind = { weekday: number; payday: boolean; event: string | undefined };

const FIRST_OF_PAY = 25;
const LAST_OF_PAY = 5;

export function dayKinds(from: Day, count: number, eventOn: (day: Day) => string | undefined): DayKind[] {
  return Array.from({ length: count }, (_, ahead) => {
    const day = addDays(from, ahead);
    const date = Number(day.slice(8));
    return { weekday: weekday(day), payday: date >= FIRST_OF_PAY || date <= LAST_OF_PAY, event: eventOn(day) };
  });
}
