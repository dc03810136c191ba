import { xof } from '../money/xof.ts';
import { shortNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';

/** What the provider said when it was asked: that it asks, with a page to pay on, or nothing that tells whether it does. `link`: ours, which leads to that page. */
export type ToldWhenAsked = { status: 'pending' | 'unknown'; providerId?: string; payUrl?: string; link?: string };

/** So long their page takes the payment, and the client is told so. */
export const LINK_LIFE_MS = 24 * 3_600_000;

/** Keeps it, unless the money has been seen already; who pays on a page is sent the way there. */
export async function recordAsked(business: Business, paymentId: string, { status, providerId, payUrl, link }: ToldWhenAsked): Promise<void> {
  const { db } = business;
  const known = { ...(providerId === undefined ? {} : { providerId }), ...(payUrl === undefined ? {} : { payUrl }) };
  await db.payment.updateMany({ where: { id: paymentId }, data: known });
  const { count } = await db.payment.updateMany({ where: { id: paymentId, status: { in: ['created', 'unknown'] } }, data: { status } });
  if (count > 0 && link !== undefined) await sendLink(business, paymentId, link);
}

async function sendLink({ db, name, notices, now }: Business, paymentId: string, link: string): Promise<void> {
  const { refId, amountXof } = await db.payment.update({ where: { id: paymentId }, data: { expiresAt: new Date(now.getTime() + LINK_LIFE_MS) } });
  const order = await db.order.findUniqueOrThrow({ where: { id: refId } });
  notices.push({ key: `payment:${paymentId}:link`, to: { clientId: order.clientId }, what: 'payLink', purpose: 'payment', values: { business: name, number: shortNumber(order.seq), amount: xof(amountXof), link } });
}
