import { addDays, dateOf, dayOf, mondayOf, type Day } from '../calendar/day.ts';
import { orNextWorkingDay, type WorkCalendar } from '../calendar/working-days.ts';
import type { Business } from '../tenants/business.ts';
import { TAKES_CAPACITY } from './lifecycle.ts';

/** A year ahead of today nobody promises anything. */
const WEEKS_MAX = 52;

/** Points taken in each week from that of a day on, by its Monday. */
async function loadsFrom({ db, id }: Pick<Business, 'db' | 'id'>, day: Day, weeks: number): Promise<Map<Day, number>> {
  const monday = mondayOf(day);
  const rows = await db.$queryRaw<{ week: Date; points: number }[]>`
    SELECT date_trunc('week', "promisedOn")::date AS week, sum(points)::int AS points FROM "Order"
    WHERE "tenantId" = ${id}::uuid AND status = ANY(${[...TAKES_CAPACITY]}) AND "promisedOn" >= ${dateOf(monday)}::date AND "promisedOn" < ${dateOf(addDays(monday, 7 * weeks))}::date
    GROUP BY 1`;
  return new Map(rows.map(({ week, points }) => [dayOf(week), points]));
}

/** Points taken in the week of a day. */
export const loadIn = async (business: Pick<Business, 'db' | 'id'>, day: Day): Promise<number> => (await loadsFrom(business, day, 1)).get(mondayOf(day)) ?? 0;

/** Holds the week until the transaction ends: who else wants its last place waits, and then sees that it is taken. */
export const lockWeek = ({ db, id }: Pick<Business, 'db' | 'id'>, day: Day) => db.$executeRaw`
  INSERT INTO "WorkWeek" ("tenantId", week) VALUES (${id}::uuid, ${dateOf(mondayOf(day))}::date) ON CONFLICT ("tenantId", week) DO UPDATE SET week = excluded.week`;

/** Whether the week of a day has room. To be asked while it is held. */
export async function hasRoom(business: Business, day: Day, points: number): Promise<boolean> {
  const { capacityPerWeek } = business.settings;
  return capacityPerWeek === null || (await loadIn(business, day)) + points <= capacityPerWeek;
}

/** The first working day at or after this one whose week has room; undefined when a year is full. */
export async function firstFreeDay(business: Business, from: Day, points: number, calendar: WorkCalendar): Promise<Day | undefined> {
  const { capacityPerWeek } = business.settings;
  const loads = await loadsFrom(business, from, WEEKS_MAX);
  let day = orNextWorkingDay(from, calendar);
  for (let week = 0; week < WEEKS_MAX && day !== undefined; week++) {
    if (capacityPerWeek === null || (loads.get(mondayOf(day)) ?? 0) + points <= capacityPerWeek) return day;
    day = orNextWorkingDay(addDays(mondayOf(day), 7), calendar);
  }
  return undefined;
}
