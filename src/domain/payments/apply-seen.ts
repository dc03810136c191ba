import type { Payer } from '../../db/payer.ts';
import type { Payment } from '../../generated/prisma/client.ts';
import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { tellPurpose } from '../payment-purposes.ts';
import type { Business } from '../tenants/business.ts';
import { credit, type Credited } from './credit.ts';
import { giveBack } from './give-back.ts';
import { mayBecome, type PaymentStatus } from './lifecycle.ts';
import { oweRefund } from './refunds.ts';

/** A payment as it stands at the provider: asked for there, never taken from what a webhook or a client says. `key` tells one sighting from another. */
export type Seen = { key: string; status: PaymentStatus; amountXof: number; source: 'webhook' | 'poll' | 'sweep'; reason?: string; phone?: string; payer?: Payer; providerId?: string };
/** `odd`: money that an operator looks at, for it is another amount than was asked for, or nobody waited for it any more. */
export type Applied = { status: PaymentStatus; changed: boolean; credited?: Credited; odd?: 'amount' | 'late' };

/** Brings a payment to what was seen of it, and tells whom it concerns. Seen twice, late or out of order, it is credited once. */
export async function applySeen(business: Business, paymentId: string, seen: Seen): Promise<Applied | Refused<'unknown'>> {
  const { db, id: tenantId, now } = business;
  await db.$queryRaw`SELECT id::text FROM "Payment" WHERE id = ${paymentId}::uuid AND "tenantId" = ${tenantId}::uuid FOR UPDATE`;
  const payment = await db.payment.findFirst({ where: { id: paymentId } });
  if (payment === null) return { refused: 'unknown' };
  const { key, status: to, amountXof, source } = seen;
  await db.paymentEvent.createMany({ data: [{ tenantId, paymentId, key, status: to, amountXof: BigInt(amountXof), source, at: now }], skipDuplicates: true });

  const status = payment.status as PaymentStatus;
  // What was given back had come before: both are booked, also where only the end was seen.
  if (to === 'refunded' && status !== 'refunded') return takeBack(business, payment, seen);
  if (!mayBecome(status, to)) return { status, changed: false };
  await write(business, payment, seen);
  if (to === 'approved') return arrived(await come(business, payment, seen), amountXof !== xof(payment.amountXof));
  await tellPurpose(business, payment, { to: to as Exclude<typeof to, 'refunded'>, ...(seen.reason === undefined ? {} : { reason: seen.reason }) });
  return { status: to, changed: true };
}

function arrived(credited: Credited, differs: boolean): Applied {
  const odd = credited.toOrder === 0 ? 'late' : differs ? 'amount' : undefined;
  return { status: 'approved', changed: true, credited, ...(odd === undefined ? {} : { odd }) };
}

function write({ db, now }: Business, { id }: Payment, { status, amountXof, reason, phone, providerId }: Seen) {
  const received = status === 'approved' ? { receivedXof: BigInt(amountXof), settledAt: now } : {};
  return db.payment.update({ where: { id }, data: { status, reason: reason ?? null, ...received, ...(phone === undefined ? {} : { phone }), ...(providerId === undefined ? {} : { providerId }) } });
}

async function come(business: Business, payment: Payment, { amountXof, payer }: Seen): Promise<Credited> {
  const credited = await credit(business, payment, amountXof);
  await tellPurpose(business, payment, { to: 'approved', receivedXof: amountXof, credited, ...(payer === undefined ? {} : { payer }) });
  const { toOrder, toClient, clientId } = credited;
  if (toClient > 0) await oweRefund(business, { clientId, orderId: null, paymentId: payment.id, amountXof: toClient, cause: toOrder === 0 ? 'late' : 'tooMuch' });
  return credited;
}

async function takeBack(business: Business, payment: Payment, seen: Seen): Promise<Applied> {
  if (payment.status !== 'approved') {
    await write(business, payment, { ...seen, status: 'approved' });
    await come(business, payment, seen);
  }
  await write(business, payment, seen);
  const receivedXof = await giveBack(business, payment);
  await tellPurpose(business, payment, { to: 'refunded', receivedXof });
  return { status: 'refunded', changed: true };
}
