import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { holdOrder } from '../orders/change-status.ts';
import { PAYABLE, type OrderStatus } from '../orders/lifecycle.ts';
import { tellPurpose } from '../payment-purposes.ts';
import type { Business } from '../tenants/business.ts';
import { credit, type Credited } from './credit.ts';

/** `declared`: Mobile Money that the owner says has come, and nobody has verified. */
export type Taken = { orderId: string; amountXof: number; how: 'cash' | 'declared'; key: string };
export type NotTaken = Refused<'unknown' | 'closed'> | (Refused<'tooMuch'> & { dueXof: number });

/** Books what the owner took in the hand, once for each message that says so. */
export async function takeMoney(business: Business, { orderId, amountXof, how, key }: Taken): Promise<{ paymentId: string; credited: Credited } | NotTaken> {
  const { db, id: tenantId, now, actor, channel } = business;
  const order = await holdOrder(business, orderId);
  if (order === null || order.totalXof === null) return { refused: 'unknown' };
  if (!PAYABLE.includes(order.status as OrderStatus)) return { refused: 'closed' };
  const dueXof = xof(order.totalXof - order.paidXof);
  if (amountXof > dueXof) return { refused: 'tooMuch', dueXof };

  const payment = await db.payment.create({
    data: { tenantId, clientId: order.clientId, purpose: 'order', refId: orderId, amountXof: BigInt(amountXof), receivedXof: BigInt(amountXof), method: how, key, status: 'approved', channel, by: actor, createdAt: now, settledAt: now },
  });
  const credited = await credit(business, payment, amountXof);
  await tellPurpose(business, payment, { to: 'approved', receivedXof: amountXof, credited });
  return { paymentId: payment.id, credited };
}
