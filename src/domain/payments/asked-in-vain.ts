import type { Business } from '../tenants/business.ts';

const WITHIN_MS = 3_600_000;

/** How often this phone was asked of late to pay for this order, and did not. */
export const askedInVain = ({ db, now }: Business, { orderId, phone }: { orderId: string; phone: string }): Promise<number> =>
  db.payment.count({ where: { refId: orderId, purpose: 'order', method: 'push', phone, status: { not: 'approved' }, createdAt: { gt: new Date(now.getTime() - WITHIN_MS) } } });
