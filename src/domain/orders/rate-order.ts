import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { holdOrder } from './change-status.ts';
import { record } from './history.ts';
import { tellOwners } from './tell-about.ts';

const STARS_MAX = 5;
/** Of these the owner hears at once. */
const STARS_LOW = 2;
/** Who thinks better of it has a day. */
const SECOND_THOUGHT_MS = 24 * 3_600_000;

/** How content the client is with what was handed over: once, and for a day it may be changed. */
export async function rateOrder(business: Business, orderId: string, stars: number): Promise<object | Refused<'unknown' | 'notDelivered' | 'stars' | 'rated'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  if (order.status !== 'delivered') return { refused: 'notDelivered' };
  if (stars < 1 || stars > STARS_MAX) return { refused: 'stars' };
  const first = await business.db.orderHistory.findFirst({ where: { orderId, change: 'rated' }, orderBy: { id: 'asc' }, select: { at: true } });
  if (first !== null && business.now.getTime() - first.at.getTime() > SECOND_THOUGHT_MS) return { refused: 'rated' };

  await business.db.order.update({ where: { id: orderId }, data: { rating: stars } });
  await record(business, orderId, [{ change: 'rated', field: 'rating', before: order.rating === null ? null : String(order.rating), after: String(stars) }]);
  if (stars <= STARS_LOW) await tellOwners(business, order, { what: 'ratedLow', episode: business.now, values: { stars } });
  return {};
}
