import { dateOf, dayAt, type Day } from '../calendar/day.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { shortNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import { workCalendar } from '../tenants/work-calendar.ts';

/** Numbers named in a message of one part. */
const NAMED_MAX = 3;

/** What the owners find in the morning of a working day: how many orders are promised for it, how many are late and which. Nothing when there is nothing. */
export async function morningBrief(business: Business, day: Day): Promise<void> {
  const { now, timezone, notices } = business;
  if (dayAt(now, timezone) !== day || !isWorkingDay(day, await workCalendar(business, day))) return;
  const { today, late, numbers } = await countBoard(business, day);
  if (today + late === 0) return;
  const named = late > NAMED_MAX ? [...numbers, '...'] : numbers;
  notices.push({
    key: `brief:${business.id}:${day}`, to: { owners: true }, purpose: 'report', what: late === 0 ? 'brief' : 'briefLate',
    values: { today, ...(late === 0 ? {} : { late, numbers: named.join(', ') }) },
    offers: [{ verb: 'board', line: 'a livrer' }],
  });
}

/** The same orders as on the board, which the index of what is open gives. */
async function countBoard({ db, id }: Business, day: Day): Promise<{ today: number; late: number; numbers: string[] }> {
  const [row] = await db.$queryRaw<{ today: number; late: number; seqs: number[] | null }[]>`
    SELECT (count(*) FILTER (WHERE b."promisedOn" = ${dateOf(day)}::date))::int AS today,
      (count(*) FILTER (WHERE b."promisedOn" < ${dateOf(day)}::date AND b.status <> 'ready'))::int AS late,
      (array_agg(b.seq ORDER BY b."promisedOn", b.id) FILTER (WHERE b."promisedOn" < ${dateOf(day)}::date AND b.status <> 'ready'))[1:${NAMED_MAX}::int] AS seqs
    FROM "Order" b WHERE b."tenantId" = ${id}::uuid AND b.status IN ('confirmed', 'in_progress', 'fitting', 'preparing', 'ready', 'on_hold') AND b."promisedOn" <= ${dateOf(day)}::date`;
  return { today: row?.today ?? 0, late: row?.late ?? 0, numbers: (row?.seqs ?? []).map(shortNumber) };
}
