import { dateOf, dayAt, dayOf, type Day } from '../calendar/day.ts';
import type { Refused } from '../../scope.ts';
import { writeAudit } from '../operators/audit.ts';
import type { Business } from './business.ts';

const SHOWN_MAX = 6;

/** No work on that day, besides the feasts: what is promised from now on leaves it out. Said twice, it is one day. */
export async function closeDay(business: Business, day: Day): Promise<object | Refused<'past'>> {
  const { db, id: tenantId, now, timezone } = business;
  if (day < dayAt(now, timezone)) return { refused: 'past' };
  const { count } = await db.closedDay.createMany({ data: [{ tenantId, day: dateOf(day) }], skipDuplicates: true });
  if (count > 0) await note(business, 'day.closed', day);
  return {};
}

export async function openDay(business: Business, day: Day): Promise<object> {
  const { count } = await business.db.closedDay.deleteMany({ where: { day: dateOf(day) } });
  if (count > 0) await note(business, 'day.opened', day);
  return {};
}

/** The next days on which it is closed. */
export async function closedDays({ db, now, timezone }: Business): Promise<Day[]> {
  const days = await db.closedDay.findMany({ where: { day: { gte: dateOf(dayAt(now, timezone)) } }, orderBy: { day: 'asc' }, take: SHOWN_MAX, select: { day: true } });
  return days.map(({ day }) => dayOf(day));
}

const note = ({ db, id: tenantId, actor, now, channel }: Business, action: string, day: Day) =>
  writeAudit(db, { tenantId, actor, action, entity: 'ClosedDay', after: { day, channel }, at: now });
