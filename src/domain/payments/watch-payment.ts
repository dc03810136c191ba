import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { hasStalled, LIVE, type PaymentStatus } from './lifecycle.ts';

/** How a payment stands here: what a client says of it changes nothing. */
export type Stand = { stands: 'waiting' | 'stalled' | 'approved' | 'ended'; amountXof: number };

/** How it stands; while it may still come in, the provider is looked at soon. `key` is whoever asks. */
export async function watchPayment(business: Business, paymentId: string, key: string): Promise<Stand | undefined> {
  const payment = await business.db.payment.findFirst({ where: { id: paymentId } });
  if (payment === null) return undefined;
  const status = payment.status as PaymentStatus;
  if (LIVE.includes(status)) await lookSoon(business, paymentId, { why: 'poll', key });
  const waits = hasStalled(payment, business.now) ? 'stalled' : 'waiting';
  return { stands: LIVE.includes(status) ? waits : status === 'approved' ? 'approved' : 'ended', amountXof: xof(payment.amountXof) };
}

/**
 * The client wants to pay otherwise: nobody waits for this one any more. The provider is looked at once more, and money
 * that comes by it all the same is credited.
 */
export async function dropPayment(business: Business, paymentId: string, key: string): Promise<boolean> {
  const { db, id: tenantId, now } = business;
  await db.$queryRaw`SELECT id::text FROM "Payment" WHERE id = ${paymentId}::uuid AND "tenantId" = ${tenantId}::uuid FOR UPDATE`;
  const { count } = await db.payment.updateMany({ where: { id: paymentId, status: { in: [...LIVE] } }, data: { status: 'canceled', reason: 'otherWay' } });
  if (count === 0) return false;
  await db.paymentEvent.create({ data: { tenantId, paymentId, key: `payment:${paymentId}:dropped`, status: 'canceled', source: 'client', at: now } });
  await lookSoon(business, paymentId, { why: 'sweep', key });
  return true;
}

const lookSoon = ({ db, id: tenantId, now }: Business, paymentId: string, { why, key }: { why: 'poll' | 'sweep'; key: string }) =>
  db.due.createMany({ data: { key: `payment.look:${paymentId}:${key}`, kind: 'payment.look', tenantId, payload: { paymentId, why }, runAt: now, createdAt: now }, skipDuplicates: true });
