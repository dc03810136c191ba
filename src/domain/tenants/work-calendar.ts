import { dateOf, dayOf, type Day } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Business } from './business.ts';

/** When this business works, from that day on. */
export async function workCalendar({ db, country, settings }: Business, from: Day): Promise<WorkCalendar> {
  const closed = await db.closedDay.findMany({ where: { day: { gte: dateOf(from) } }, select: { day: true } });
  return { workdays: settings.workdays, country, closed: new Set(closed.map(({ day }) => dayOf(day))) };
}
