import type { Refused } from '../../scope.ts';
import { dayOf, type Day } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import { holdOrder } from './change-status.ts';
import { record } from './history.ts';
import { TAKES_CAPACITY, type OrderStatus } from './lifecycle.ts';
import { tellOwners } from './tell-about.ts';

/** The client's yes to the day that was promised instead of another: kept and told once for each such day. */
export async function agreeDay(business: Business, orderId: string): Promise<{ day: Day } | Refused<'unknown' | 'answered'>> {
  const order = await holdOrder(business, orderId);
  if (order?.promisedOn == null) return { refused: 'unknown' };
  if (!TAKES_CAPACITY.includes(order.status as OrderStatus)) return { refused: 'answered' };
  const day = dayOf(order.promisedOn);
  const last = await business.db.orderHistory.findFirst({ where: { orderId, field: 'promisedOn' }, orderBy: { id: 'desc' }, select: { change: true } });
  if (last?.change === 'agreed') return { day };
  if (last?.change !== 'postponed') return { refused: 'answered' };

  await record(business, orderId, [{ change: 'agreed', field: 'promisedOn', after: day }]);
  await tellOwners(business, order, { what: 'dayAgreed', episode: day, values: { day } });
  return { day };
}
