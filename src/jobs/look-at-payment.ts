import { z } from 'zod';
import { payerOf } from '../db/payer.ts';
import { paymentToAsk, type PaymentToAsk } from '../db/payments.ts';
import type { Tx } from '../db/open-database.ts';
import { applySeen, type Seen } from '../domain/payments/apply-seen.ts';
import { LIVE, type PaymentStatus } from '../domain/payments/lifecycle.ts';
import { recordAsked } from '../domain/payments/record-asked.ts';
import { canonicalPhone } from '../phone.ts';
import type { Looked } from '../providers/payment-provider.ts';
import type { Apply, Job } from './job.ts';
import { inItsBusiness, planLook, providerFor, type PaymentTools } from './payment-work.ts';

const PAUSES_MS = [5_000, 15_000, 30_000, 60_000, 300_000];
/** A provider that has not answered for so long, as to a key that was revoked, is for people to look at; the next night it is asked again. */
const IN_VAIN_MS = 24 * 3_600_000;

const asked = z.object({ paymentId: z.uuid(), why: z.enum(['poll', 'webhook', 'sweep']), round: z.number().default(0), from: z.iso.datetime().optional() });
type Ask = z.output<typeof asked>;

/** Reads at the provider how a payment stands: because it is time to, or because somebody told us that it has changed. What it finds is applied once. */
export const lookAtPayment = (tools: PaymentTools): Job => ({
  pausesMs: PAUSES_MS,
  prepare: async (job, now) => {
    const ask = asked.parse(job.payload);
    const payment = await paymentToAsk(tools.db, ask.paymentId);
    if (payment === undefined || isSettled(payment, ask)) return () => Promise.resolve();
    const looked = await look(tools, payment);
    if (looked.outcome === 'seen' && looked.status !== 'pending') return seen(tools, payment, seenNow(payment, looked, ask), looked.partlyRefunded);
    const isOver = LIVE.includes(payment.status as PaymentStatus) && payment.expiresAt !== null && now >= payment.expiresAt;
    if (looked.outcome === 'unreachable' && !(isOver && ask.why === 'poll')) return now.getTime() - job.createdAt.getTime() < IN_VAIN_MS ? { notYet: looked.reason } : inVain(payment, looked.reason);
    return isOver ? seen(tools, payment, expired(payment, ask)) : stillWaiting(tools, payment, looked, ask);
  },
});

/** Nobody waits for what has ended; but money comes late, and goes back, and then somebody tells. */
const isSettled = ({ status }: PaymentToAsk, { why }: Ask): boolean => status === 'refunded' || (why === 'poll' && !LIVE.includes(status as PaymentStatus));

async function look(tools: PaymentTools, payment: PaymentToAsk): Promise<Looked> {
  const provider = providerFor(tools, payment);
  if (provider === undefined) return { outcome: 'unreachable', reason: 'the key does not open' };
  const looked = await (payment.providerId === null ? provider.find(payment.id) : provider.look(payment.providerId));
  // Found by its id it may keep our reference to itself; another's it never has.
  return looked.outcome === 'seen' && (looked.merchantRef ?? payment.id) !== payment.id ? { outcome: 'absent' } : looked;
}

function seenNow({ id, country, phone: asked }: PaymentToAsk, { status, amountXof, providerId, reason, phone }: Extract<Looked, { outcome: 'seen' }>, { why: source }: Ask): Seen {
  return {
    key: `payment:${id}:${status}:${amountXof}`, status, amountXof, source, providerId,
    ...(reason === undefined ? {} : { reason }),
    ...(phone === undefined ? {} : { phone: isSame(asked, phone) ? asked : (canonicalPhone(phone, country) ?? phone) }),
  };
}

/** They may leave out the country, which need not be that of the business. */
const isSame = (asked: string | null, seenPhone: string): asked is string => asked !== null && asked.endsWith(seenPhone.replace(/\D/g, ''));

/** Here, not there: what is approved after this still counts. */
const expired = ({ id, amountXof }: PaymentToAsk, { why: source }: Ask): Seen => ({ key: `payment:${id}:expired:here`, status: 'expired', amountXof, source });

const seen = (tools: PaymentTools, payment: PaymentToAsk, sighting: Seen, partlyRefunded = false): Apply => async (tx, _job, now) => {
  const { tenantId, clientId, country } = payment;
  const payer = sighting.phone === undefined || clientId === null ? undefined : await payerOf(tx, { tenantId, clientId, country }, sighting.phone);
  const { result } = await inItsBusiness(tools, payment, (business) => applySeen(business, payment.id, { ...sighting, ...(payer && { payer }) }))(tx, now);
  const odd = 'odd' in result ? result.odd : undefined;
  if (odd !== undefined) await tellOperators(tx, payment, { odd, receivedXof: sighting.amountXof }, now);
  if (partlyRefunded) await tellOperators(tx, payment, { odd: 'partly', receivedXof: sighting.amountXof }, now);
};

const inVain = (payment: PaymentToAsk, why: string): Apply => (tx, _job, now) => tellOperators(tx, payment, { odd: 'unseen', receivedXof: 0, why }, now);

/** Among the notices that operators read. */
const tellOperators = (tx: Tx, { id, ref: business, number, amountXof }: PaymentToAsk, { odd, receivedXof, why }: { odd: keyof typeof ODD; receivedXof: number; why?: string }, now: Date) => tx.notice.createMany({
  data: { provider: 'fedapay', eventId: `payment:${id}:${odd}`, field: 'payment', severity: 'warning', summary: `${ODD[odd]}: ${business} ${number}, ${receivedXof}/${amountXof} XOF`, value: { odd, business, paymentId: id, receivedXof, ...(why === undefined ? {} : { why }) }, at: now },
  skipDuplicates: true,
});
const ODD = { amount: 'another amount than was asked for', late: 'money that nobody waited for', partly: 'given back in part at the provider, booked here as whole', unseen: 'the provider has not told of it for a day' };

const stillWaiting = (tools: PaymentTools, payment: PaymentToAsk, looked: Looked, { why, round, from }: Ask): Apply => async (tx, _job, now) => {
  if (looked.outcome === 'seen') await inItsBusiness(tools, payment, (business) => recordAsked(business, payment.id, { status: 'pending', providerId: looked.providerId }))(tx, now);
  if (why === 'poll' && from !== undefined) await planLook(tx, payment, { from: new Date(from), round: round + 1, now });
};
