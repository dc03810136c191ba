import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { credit, type Credited } from './credit.ts';
import { mayBecome, type PaymentStatus } from './lifecycle.ts';

/** A payment as it stands at the provider: asked for there, never taken from what a webhook or a client says. `key` tells one sighting from another. */
export type Seen = { key: string; status: PaymentStatus; amountXof: number; source: 'webhook' | 'poll' | 'sweep'; reason?: string; phone?: string };
export type Applied = { status: PaymentStatus; changed: boolean; credited?: Credited };

/** Brings a payment to what was seen of it. Seen twice, late or out of order, it is credited once. */
export async function applySeen(business: Business, paymentId: string, seen: Seen): Promise<Applied | Refused<'unknown'>> {
  const { db, id: tenantId, now } = business;
  await db.$queryRaw`SELECT id::text FROM "Payment" WHERE id = ${paymentId}::uuid AND "tenantId" = ${tenantId}::uuid FOR UPDATE`;
  const payment = await db.payment.findFirst({ where: { id: paymentId } });
  if (payment === null) return { refused: 'unknown' };
  const { key, status: to, amountXof, source } = seen;
  await db.paymentEvent.createMany({ data: [{ tenantId, paymentId, key, status: to, amountXof: BigInt(amountXof), source, at: now }], skipDuplicates: true });

  const status = payment.status as PaymentStatus;
  if (!mayBecome(status, to)) return { status, changed: false };
  const received = to === 'approved' ? { receivedXof: BigInt(amountXof), settledAt: now } : {};
  await db.payment.update({ where: { id: paymentId }, data: { status: to, reason: seen.reason ?? null, ...received, ...(seen.phone === undefined ? {} : { phone: seen.phone }) } });
  return { status: to, changed: true, ...(to === 'approved' ? { credited: await credit(business, payment, amountXof) } : {}) };
}
