import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { changeStatus, hasLapsed, holdOrder, keepAgain } from '../orders/change-status.ts';
import { lineOf, tellOwners } from '../orders/tell-about.ts';
import type { Business } from '../tenants/business.ts';

/** Its client pays when they come for it: it is prepared, and kept for a day. */
export async function payAtCounter(business: Business, orderId: string): Promise<{ until: Date } | Refused<'unknown' | 'closed' | 'short' | 'nothingDue'>> {
  const held = await holdOrder(business, orderId);
  if (held === null || held.kind !== 'shop') return { refused: 'unknown' };
  const order = hasLapsed(held) ? await keepAgain(business, held) : held;
  if ('refused' in order) return order;
  if (order.totalXof === order.paidXof) return { refused: order.endedAt === null ? 'nothingDue' : 'closed' };
  if (order.endedAt !== null || order.status === 'ready') return { refused: 'closed' };
  const changed = order.status === 'preparing' ? {} : await changeStatus(business, order, 'preparing');
  if ('refused' in changed) return { refused: 'closed' };
  const total = xof(order.totalXof ?? 0n);
  await tellOwners(business, order, { what: 'shopOrder', episode: 'counter', values: { total }, offers: [{ verb: 'ready', line: lineOf(business, order, 'pret') }, { verb: 'where', line: lineOf(business, order, 'ou est') }] });
  const { expiresAt } = await business.db.reservation.findFirstOrThrow({ where: { orderId, releasedAt: null }, select: { expiresAt: true } });
  return { until: expiresAt };
}
