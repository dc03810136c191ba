import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { holdOrder } from '../orders/change-status.ts';
import { OPEN, type OrderStatus } from '../orders/lifecycle.ts';
import type { Business } from '../tenants/business.ts';
import { LIVE } from './lifecycle.ts';

export type Asked = { orderId: string; amountXof: number; method: 'push' | 'link'; mode?: string; phone?: string; contactId?: string; delayMs: number; key: string };
export type NotAsked = Refused<'unknown' | 'closed' | 'noAccount' | 'nothingDue'> | (Refused<'live'> & { paymentId: string }) | (Refused<'tooMuch'> & { dueXof: number });

const PATIENCE_MS = 15 * 60_000;

/** Writes that a payment is to be asked for; the provider is called once this is committed. While one is live, a second is refused. */
export async function askPayment(business: Business, { orderId, amountXof, method, mode, phone, contactId, delayMs, key }: Asked): Promise<{ paymentId: string } | NotAsked> {
  const { db, id: tenantId, now, actor, channel } = business;
  const order = await holdOrder(business, orderId);
  if (order === null || order.totalXof === null) return { refused: 'unknown' };
  if (!OPEN.includes(order.status as OrderStatus)) return { refused: 'closed' };
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
  await db.due.create({ data: { key: `payment:${payment.id}:ask`, kind: 'payment.ask', tenantId, payload: { paymentId: payment.id }, runAt: new Date(now.getTime() + delayMs), createdAt: now } });
  return { paymentId: payment.id };
}
