import { holdOrder } from '../orders/change-status.ts';
import type { Business } from '../tenants/business.ts';

/** So soon after, the same again is more often said twice than paid twice. */
const SOON_MS = 15 * 60_000;

/** How many minutes ago the very same money was taken for an order; undefined when it was not. Of two who enter it at once the second waits here for the first. */
export async function takenBefore(business: Business, { orderId, amountXof }: { orderId: string; amountXof: number }): Promise<number | undefined> {
  const { db, now } = business;
  await holdOrder(business, orderId);
  const since = new Date(now.getTime() - SOON_MS);
  const same = await db.payment.findFirst({
    where: { refId: orderId, purpose: 'order', amountXof: BigInt(amountXof), method: { in: ['cash', 'declared'] }, status: 'approved', createdAt: { gte: since } },
    orderBy: { createdAt: 'desc' }, select: { createdAt: true },
  });
  return same === null ? undefined : Math.max(1, Math.round((now.getTime() - same.createdAt.getTime()) / 60_000));
}
