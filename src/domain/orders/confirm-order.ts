import { dayOf, type Day } from '../calendar/day.ts';
import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { workCalendar } from '../tenants/work-calendar.ts';
import { firstFreeDay, hasRoom, lockWeek } from './capacity.ts';
import { changeStatus, holdOrder } from './change-status.ts';

export type Unconfirmed = Refused<'unknown' | 'impossible' | 'unpriced'> | (Refused<'full'> & { freeOn?: Day });

/** Takes the order's place in its week and freezes its price. Never over the capacity: who comes too late is offered the first day that has room. */
export async function confirmOrder(business: Business, orderId: string, { force }: { force?: string } = {}): Promise<{ promisedOn: Day } | Unconfirmed> {
  const order = await holdOrder(business, orderId);
  if (order?.promisedOn == null) return { refused: 'unknown' };
  if (order.totalXof === null) return { refused: 'unpriced' };
  const promisedOn = dayOf(order.promisedOn);
  await lockWeek(business, promisedOn);
  if (force === undefined && !(await hasRoom(business, promisedOn, order.points))) {
    const freeOn = await firstFreeDay(business, promisedOn, order.points, await workCalendar(business, promisedOn));
    return { refused: 'full', ...(freeOn === undefined ? {} : { freeOn }) };
  }

  const changed = await changeStatus(business, order, 'confirmed', force);
  if ('refused' in changed) return changed;
  await business.db.order.update({ where: { id: orderId }, data: { priceLockedAt: business.now } });
  return { promisedOn };
}
