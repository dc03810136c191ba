import { addDays, dayAt, dayOf, daysBetween, type Day } from '../calendar/day.ts';
import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { workCalendar } from '../tenants/work-calendar.ts';
import { firstFreeDay, hasRoom, lockWeek } from './capacity.ts';
import { changeStatus, holdOrder, type Held } from './change-status.ts';

export type Unconfirmed = Refused<'unknown' | 'impossible' | 'unpriced'> | (Refused<'full' | 'past'> & { freeOn?: Day });

/** Takes the order's place in its week and freezes its price. Never over the capacity, nor for a day that is past: who comes too late is offered the first day that has room. */
export async function confirmOrder(business: Business, orderId: string, { force }: { force?: string } = {}): Promise<{ promisedOn: Day } | Unconfirmed> {
  const order = await holdOrder(business, orderId);
  if (order?.promisedOn == null) return { refused: 'unknown' };
  if (order.totalXof === null) return { refused: 'unpriced' };
  const promisedOn = dayOf(order.promisedOn);
  if (promisedOn <= dayAt(business.now, business.timezone)) return instead(business, order, 'past', asLongFromNow(business, order, promisedOn));
  await lockWeek(business, promisedOn);
  if (force === undefined && !(await hasRoom(business, promisedOn, order.points)) && !(await wasForced(business, orderId, promisedOn))) return instead(business, order, 'full', promisedOn);

  const changed = await changeStatus(business, order, 'confirmed', force);
  return 'refused' in changed ? changed : { promisedOn };
}

async function instead(business: Business, { points }: Held, refused: 'full' | 'past', from: Day): Promise<Unconfirmed> {
  const freeOn = await firstFreeDay(business, from, points, await workCalendar(business, from));
  return { refused, ...(freeOn === undefined ? {} : { freeOn }) };
}

/** The workshop keeps the time that it gave itself when it said its price. */
function asLongFromNow({ now, timezone }: Business, { quotedAt, createdAt }: Held, promisedOn: Day): Day {
  return addDays(dayAt(now, timezone), Math.max(1, daysBetween(dayAt(quotedAt ?? createdAt, timezone), promisedOn)));
}

/** The owner took it for that day although the week was full, and said why. */
const wasForced = async ({ db }: Business, orderId: string, day: Day): Promise<boolean> => (await db.orderHistory.count({ where: { orderId, change: 'forced', after: day } })) > 0;
