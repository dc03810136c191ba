import type { Refund } from '../../generated/prisma/client.ts';
import type { Refused } from '../../scope.ts';
import { post } from '../money/ledger.ts';
import { xof } from '../money/xof.ts';
import { lowerPaid } from '../orders/lower-paid.ts';
import type { Business } from '../tenants/business.ts';
import { holdSource, type Source } from './refund-source.ts';
import { tellClientOf, tellOwnersOf } from './tell-refund.ts';

/** `orderId`: out of what was paid for it; without one, out of the client's credit. */
export type RefundWanted = { clientId: string; orderId?: string; amountXof: number; reason: string };
export type NotRefunded = Refused<'unknown'> | (Refused<'tooMuch'> & { mostXof: number }) | (Refused<'asked'> & { refundId: string });

/** Why money is to be given back that nobody has asked for: its order was given up, nobody waited for it, or it was more than was due. */
export type OwedCause = 'cancelled' | 'late' | 'tooMuch';
/** In `askedBy`, where no person asked; then `reason` is the cause. */
const BY_ITSELF = 'system';

const OPEN_STATUSES = ['asked', 'agreed'];
/** Shorter is no reason. */
const REASON_CHARS_MIN = 3;

/** Writes down that a client wants money back, and tells the owners. Nothing moves before they have agreed. */
export async function askRefund(business: Business, { clientId, orderId, amountXof, reason }: RefundWanted): Promise<{ refundId: string } | NotRefunded> {
  const source: Source = { clientId, orderId: orderId ?? null };
  const held = await holdSource(business, source);
  if (held === undefined) return { refused: 'unknown' };
  const open = await business.db.refund.findFirst({ where: { ...source, status: { in: OPEN_STATUSES } }, orderBy: { id: 'desc' }, select: { id: true } });
  if (open !== null) return { refused: 'asked', refundId: open.id };
  if (amountXof <= 0 || amountXof > held.freeXof) return { refused: 'tooMuch', mostXof: held.freeXof };

  const paymentId = orderId === undefined ? null : await paidOnceBy(business, orderId, amountXof);
  const refund = await write(business, source, { paymentId, amountXof, reason, askedBy: business.actor });
  // An owner who gives back of their own accord says yes in the same breath.
  if (business.role !== 'owner') await tellOwnersOf(business, refund, { what: 'refundAsked', change: 'refundAsked', reason });
  return { refundId: refund.id };
}

/** Money that is here and should not be waits for the owner like what a client asks for, once for each payment or order. Whoever calls has told both sides. */
export async function oweRefund(business: Business, { amountXof, cause, paymentId = null, ...source }: Source & { amountXof: number; cause: OwedCause; paymentId?: string | null }): Promise<void> {
  // Credit that has just come is nobody else's before the commit: its client is not held, for the order is already, and others hold them the other way round.
  const freeXof = source.orderId === null ? amountXof : ((await holdSource(business, source))?.freeXof ?? 0);
  const owedXof = Math.min(amountXof, freeXof);
  if (owedXof > 0) await write(business, source, { paymentId, amountXof: owedXof, reason: cause, askedBy: BY_ITSELF });
}

const write = ({ db, id: tenantId, now }: Business, { clientId, orderId }: Source, { amountXof, ...rest }: { paymentId: string | null; amountXof: number; reason: string; askedBy: string }): Promise<Refund> =>
  db.refund.create({ data: { tenantId, clientId, orderId, amountXof: BigInt(amountXof), ...rest, status: 'asked', createdAt: now } });

/** The one payment that came to as much: given back at the provider, it is this refund. */
async function paidOnceBy({ db }: Business, orderId: string, amountXof: number): Promise<string | null> {
  const payment = await db.payment.findFirst({ where: { refId: orderId, status: 'approved', accountId: { not: null }, receivedXof: BigInt(amountXof) }, select: { id: true } });
  return payment?.id ?? null;
}

/** The owner's yes, proven before by the conversation, to all of it or to a part: the money is the client's from here on, and no order's. */
export async function agreeRefund(business: Business, refundId: string, partXof?: number): Promise<{ amountXof: number } | Refused<'unknown' | 'notYours' | 'gone' | 'tooMuch'>> {
  const { db, id: tenantId, now, role, actor } = business;
  if (role !== 'owner') return { refused: 'notYours' };
  const held = await holdRefund(business, refundId);
  if (held?.refund.status !== 'asked') return { refused: 'unknown' };
  const { refund, source } = held;
  const amountXof = partXof ?? xof(refund.amountXof);
  if (amountXof <= 0 || amountXof > xof(refund.amountXof)) return { refused: 'tooMuch' };
  if (amountXof > source.holdsXof) return { refused: 'gone' };

  if (source.order !== undefined) await lowerPaid(business, source.order, amountXof);
  await post(db, { tenantId, kind: 'refund.agreed', refType: 'refund', refId: refundId, at: now, debit: [{ account: source.account, xof: amountXof }], credit: [{ account: `refund:${refundId}`, xof: amountXof }] });
  const agreed = await db.refund.update({ where: { id: refundId }, data: { status: 'agreed', agreedBy: actor, amountXof: BigInt(amountXof) } });
  const isPart = agreed.amountXof < refund.amountXof;
  await tellClientOf(business, agreed, { what: isPart ? 'refundAgreedPart' : 'refundAgreed', change: 'refundAgreed', values: { wanted: xof(refund.amountXof) } });
  return { amountXof };
}

/** The owner's no, with a reason that the client is told. The money stays where it is. */
export async function refuseRefund(business: Business, refundId: string, reason: string): Promise<object | Refused<'unknown' | 'notYours' | 'noReason'>> {
  if (business.role !== 'owner') return { refused: 'notYours' };
  if (reason.trim().length < REASON_CHARS_MIN) return { refused: 'noReason' };
  const held = await holdRefund(business, refundId);
  if (held?.refund.status !== 'asked') return { refused: 'unknown' };
  const refused = await business.db.refund.update({ where: { id: refundId }, data: { status: 'refused', agreedBy: business.actor } });
  await tellClientOf(business, refused, { what: 'refundRefused', change: 'refundRefused', reason: reason.trim() });
  return {};
}

/** A refund and where its money lies, held until the transaction ends: two owners at once agree once. */
export async function holdRefund(business: Business, refundId: string) {
  const { db, id: tenantId } = business;
  const found = await db.refund.findFirst({ where: { id: refundId }, select: { clientId: true, orderId: true } });
  const source = found === null ? undefined : await holdSource(business, found);
  if (source === undefined) return undefined;
  await db.$queryRaw`SELECT id::text FROM "Refund" WHERE id = ${refundId}::uuid AND "tenantId" = ${tenantId}::uuid FOR UPDATE`;
  return { refund: await db.refund.findUniqueOrThrow({ where: { id: refundId } }), source };
}
