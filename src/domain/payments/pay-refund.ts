import type { Refused } from '../../scope.ts';
import { post, type Account } from '../money/ledger.ts';
import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { creditXof, holdClient } from './client-balance.ts';
import { holdRefund } from './refunds.ts';
import { trimAsked } from './refund-source.ts';
import { noticeOf, tellClientOf } from './tell-refund.ts';

/** How money is given back: in the hand, by Mobile Money without us, or kept as the client's credit. What the provider itself gives back is seen there. */
export const PAID_HOW = ['cash', 'declared', 'credit'] as const;
export type PaidHow = (typeof PAID_HOW)[number];
/** `reference`: what the operator calls the transfer. */
export type PaidBack = { how: PaidHow; reference?: string };

/** Later than that both sides have counted on it. */
const UNDO_MS = 15 * 60_000;
const REFERENCE_CHARS_MAX = 40;
const WORDS: Record<PaidHow, string> = { cash: 'refundPaid', declared: 'refundPaidMomo', credit: 'refundPaidCredit' };

const outOf = (how: PaidHow, clientId: string): Account => (how === 'credit' ? `client:${clientId}` : how);

/** What was agreed has been given back: whoever did it says how, and the client is told. */
export async function recordRefundPaid(business: Business, refundId: string, { how, reference = '' }: PaidBack): Promise<{ amountXof: number } | Refused<'unknown' | 'notYours'>> {
  const { db, id: tenantId, now, role } = business;
  if (role !== 'owner' && role !== 'staff') return { refused: 'notYours' };
  const held = await holdRefund(business, refundId);
  if (held?.refund.status !== 'agreed') return { refused: 'unknown' };
  const amountXof = xof(held.refund.amountXof);
  const paidRef = reference.trim().slice(0, REFERENCE_CHARS_MAX) || null;
  await post(db, { tenantId, kind: 'refund.paid', refType: 'refund', refId: refundId, at: now, debit: [{ account: `refund:${refundId}`, xof: amountXof }], credit: [{ account: outOf(how, held.refund.clientId), xof: amountXof }] });
  const paid = await db.refund.update({ where: { id: refundId }, data: { status: 'paid', paidHow: how, paidRef, paidAt: now } });
  await tellClientOf(business, paid, { what: WORDS[how], change: 'refundPaid', values: { reference: paidRef ?? '-' } });
  return { amountXof };
}

/** It was not given back after all: the reverse is booked, and the same refund waits under a new number, for a ledger says each thing once. */
export async function undoRefundPaid(business: Business, refundId: string): Promise<{ refundId: string; amountXof: number } | Refused<'unknown' | 'late' | 'gone'>> {
  const { db, id: tenantId, now } = business;
  const found = await db.refund.findFirst({ where: { id: refundId }, select: { clientId: true } });
  if (found === null) return { refused: 'unknown' };
  await holdClient(business, found.clientId);
  const { refund } = (await holdRefund(business, refundId)) ?? {};
  const how = PAID_HOW.find((each) => each === refund?.paidHow);
  if (refund?.status !== 'paid' || how === undefined) return { refused: 'unknown' };
  if (now.getTime() - (refund.paidAt?.getTime() ?? 0) > UNDO_MS) return { refused: 'late' };
  const { clientId, orderId, paymentId, reason, askedBy, agreedBy, createdAt } = refund;
  const amountXof = xof(refund.amountXof);
  if (how === 'credit' && (await creditXof(business, clientId)) < amountXof) return { refused: 'gone' };

  await db.refund.update({ where: { id: refundId }, data: { status: 'undone' } });
  const anew = await db.refund.create({ data: { tenantId, clientId, orderId, paymentId, amountXof: refund.amountXof, reason, askedBy, agreedBy, status: 'agreed', createdAt } });
  await post(db, { tenantId, kind: 'refund.unpaid', refType: 'refund', refId: refundId, at: now, debit: [{ account: outOf(how, clientId), xof: amountXof }], credit: [{ account: `refund:${anew.id}`, xof: amountXof }] });
  if (how === 'credit') await trimAsked(business, { clientId, orderId: null }, await creditXof(business, clientId));
  const sorry = await noticeOf(business, refund, { clientId }, { what: 'refundUndone', change: 'refundUndone' });
  business.takesBack.push({ keys: `refund:${refundId}:refundPaid`, orElse: sorry });
  return { refundId: anew.id, amountXof };
}
