import { addDays, dateOf, dayAt } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import type { BoardPart } from './list-orders.ts';

export type BoardCounts = Record<BoardPart, number>;

/** How many orders are in each part of the board. */
export async function countBoard({ db, id, now, timezone }: Pick<Business, 'db' | 'id' | 'now' | 'timezone'>): Promise<BoardCounts> {
  const today = dayAt(now, timezone);
  const [day, weekEnd] = [dateOf(today), dateOf(addDays(today, 6))];
  const [row] = await db.$queryRaw<BoardCounts[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE b."promisedOn" = ${day}::date))::int AS today,
      (count(*) FILTER (WHERE b."promisedOn" < ${day}::date AND b.status <> 'ready'))::int AS late,
      (count(*) FILTER (WHERE b."promisedOn" >= ${day}::date AND b."promisedOn" <= ${weekEnd}::date))::int AS week,
      (count(*) FILTER (WHERE b."promisedOn" < ${day}::date AND b.status = 'ready'))::int AS waiting,
      (count(*) FILTER (WHERE b."promisedOn" > ${weekEnd}::date))::int AS later
    FROM "Order" b WHERE b."tenantId" = ${id}::uuid AND b.status IN ('confirmed', 'in_progress', 'fitting', 'preparing', 'ready', 'on_hold') AND b."promisedOn" IS NOT NULL`;
  return row ?? { all: 0, today: 0, late: 0, week: 0, waiting: 0, later: 0 };
}
