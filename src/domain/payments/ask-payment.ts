import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { hasLapsed, holdOrder, keepAgain } from '../orders/change-status.ts';
import { PAYABLE, type OrderStatus } from '../orders/lifecycle.ts';
import type { Business } from '../tenants/business.ts';
import { LIVE } from './lifecycle.ts';

export type Asked = { orderId: string; amountXof: number; method: 'push' | 'link'; mode?: string; phone?: string; contactId?: string; delayMs?: number; key: string };
export type NotAsked = Refused<'unknown' | 'closed' | 'noAccount' | 'nothingDue' | 'short'> | (Refused<'live'> & { paymentId: string }) | (Refused<'tooMuch'> & { dueXof: number });

/** Of a link: until it is sent. */
const PATIENCE_MS = 15 * 60_000;
/** The operator's prompt is a USSD session too: it fails while the handset is in ours. */
const AFTER_USSD_MS = 5_000;

/** Writes that a payment is to be asked for; the provider is called once this is committed. While one is live, a second is refused. */
export async function askPayment(business: Business, { orderId, amountXof, method, mode, phone, contactId, delayMs = business.channel === 'ussd' && method === 'push' ? AFTER_USSD_MS : 0, key }: Asked): Promise<{ paymentId: string; askedAt: Date } | NotAsked> {
  const { db, id: tenantId, now, actor, channel } = business;
  const held = await holdOrder(business, orderId);
  if (held?.totalXof == null) return { refused: 'unknown' };
  const order = hasLapsed(held) ? await keepAgain(business, held) : held;
  if ('refused' in order) return order;
  if (order.totalXof === null) return { refused: 'unknown' };
  if (!PAYABLE.includes(order.status as OrderStatus)) return { refused: 'closed' };
  const dueXof = xof(order.totalXof - order.paidXof);
  if (dueXof === 0) return { refused: 'nothingDue' };
  if (amountXof > dueXof) return { refused: 'tooMuch', dueXof };
  const live = await db.payment.findFirst({ where: { refId: orderId, purpose: 'order', status: { in: [...LIVE] } }, select: { id: true } });
  if (live !== null) return { refused: 'live', paymentId: live.id };
  const account = await db.paymentAccount.findFirst({ where: { closedAt: null }, select: { id: true } });
  if (account === null) return { refused: 'noAccount' };

  const payment = await db.payment.create({
    data: {
      tenantId, accountId: account.id, clientId: order.clientId, contactId: contactId ?? null, purpose: 'order', refId: orderId, amountXof: BigInt(amountXof), method, mode: mode ?? null, phone: phone ?? null,
      key, status: 'created', channel, by: actor, expiresAt: new Date(now.getTime() + PATIENCE_MS), createdAt: now,
    },
  });
  const askedAt = new Date(now.getTime() + delayMs);
  await db.due.create({ data: { key: `payment:${payment.id}:ask`, kind: 'payment.ask', tenantId, payload: { paymentId: payment.id }, runAt: askedAt, createdAt: now } });
  return { paymentId: payment.id, askedAt };
}
