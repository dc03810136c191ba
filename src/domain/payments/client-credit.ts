import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { asItCanBe, hasLapsed, holdOrder } from '../orders/change-status.ts';
import { PAYABLE, type OrderStatus } from '../orders/lifecycle.ts';
import { tellPurpose } from '../payment-purposes.ts';
import type { Business } from '../tenants/business.ts';
import { creditXof, holdClient } from './client-balance.ts';
import { credit, type Credited } from './credit.ts';
import { waitingFor, type Waiting } from './offer-payment.ts';
import { trimAsked } from './refund-source.ts';

export type CreditUse = { orderId: string; /** Absent: as much as there is and as is due. */ amountXof?: number; key: string };
export type CreditNotUsed = Refused<'unknown' | 'closed' | 'nothingDue' | 'short'> | (Refused<'tooMuch'> & { mostXof: number }) | (Refused<'live'> & { waiting: Waiting });

/** Pays for an order with what its client has with us, once for each message that says so. A client whose payment is under way is told of that one: both would come in. */
export async function useCredit(business: Business, { orderId, amountXof, key }: CreditUse): Promise<{ paymentId: string; credited: Credited } | CreditNotUsed> {
  const { db, id: tenantId, now, actor, role, channel } = business;
  const found = await db.order.findFirst({ where: { id: orderId }, select: { clientId: true } });
  if (found === null) return { refused: 'unknown' };
  const { clientId } = found;
  await holdClient(business, clientId);
  const held = await holdOrder(business, orderId);
  if (held === null) return { refused: 'unknown' };
  const isClient = role === 'client';
  const waiting = isClient ? await waitingFor(business, orderId) : undefined;
  if (waiting !== undefined) return { refused: 'live', waiting };
  // Whoever put it in the cart may have it kept again; nobody else may.
  const order = hasLapsed(held) && !isClient ? held : await asItCanBe(business, held);
  if (order.totalXof === null) return { refused: 'unknown' };
  if (!PAYABLE.includes(order.status as OrderStatus)) return { refused: isClient && hasLapsed(order) ? 'short' : 'closed' };
  const dueXof = xof(order.totalXof - order.paidXof);
  if (dueXof === 0) return { refused: 'nothingDue' };
  const mostXof = Math.min(dueXof, await creditXof(business, clientId));
  const used = amountXof ?? mostXof;
  if (used <= 0 || used > mostXof) return { refused: 'tooMuch', mostXof: Math.max(0, mostXof) };

  const payment = await db.payment.create({
    data: { tenantId, clientId, purpose: 'order', refId: orderId, amountXof: BigInt(used), receivedXof: BigInt(used), method: 'credit', key, status: 'approved', channel, by: actor, createdAt: now, settledAt: now },
  });
  const credited = await credit(business, payment, used);
  await trimAsked(business, { clientId, orderId: null }, await creditXof(business, clientId));
  await tellPurpose(business, payment, { to: 'approved', receivedXof: used, credited });
  return { paymentId: payment.id, credited };
}
