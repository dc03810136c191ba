import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DueJob } from '../db/due.ts';
import { paymentToAsk, type PaymentToAsk } from '../db/payments.ts';
import type { Tx } from '../db/open-database.ts';
import { applySeen } from '../domain/payments/apply-seen.ts';
import { LINK_LIFE_MS, recordAsked, type ToldWhenAsked } from '../domain/payments/record-asked.ts';
import type { Asked, PaymentProvider, PaymentRequest, Push, Refusal } from '../providers/payment-provider.ts';
import type { Apply, Job, NotYet } from './job.ts';
import { inItsBusiness, planLook, providerFor, type PaymentTools } from './payment-work.ts';

const about = z.object({ paymentId: z.uuid() });
const PAUSES_MS = [5_000, 10_000, 20_000, 30_000, 60_000];
const AGAIN_AFTER_MS = 10_000;
const CODE_BYTES = 9;
/** Passes by itself: it is asked again, as long as somebody may still be waiting. */
const PASSING: readonly Refusal[] = ['unreachable', 'busy'];

/** Asks the provider for what a business wants paid. Once: whatever is in doubt is found there by our own reference before it is asked for again. */
export const askPayment = (tools: PaymentTools): Job => ({
  pausesMs: PAUSES_MS,
  prepare: async (job, now) => {
    const payment = await paymentToAsk(tools.db, about.parse(job.payload).paymentId);
    if (payment === undefined || !['created', 'unknown'].includes(payment.status)) return () => Promise.resolve();
    const provider = providerFor(tools, payment);
    if (provider === undefined) return failed(tools, payment, 'account');
    if (isOver(payment, now)) return failed(tools, payment, 'unreachable');
    const asked = await askOnce(provider, payment, job.attempts > 1 || payment.status === 'unknown');
    return 'notYet' in asked ? asked : answered(tools, payment, asked);
  },
});

const isOver = ({ expiresAt }: PaymentToAsk, now: Date): boolean => expiresAt !== null && now >= expiresAt;

/** In doubt it is looked for first. A transaction names the operator once it has been asked to prompt: one without has prompted nobody. */
async function askOnce(provider: PaymentProvider, payment: PaymentToAsk, inDoubt: boolean): Promise<Asked | NotYet> {
  if (!inDoubt) return provider.ask(requestFor(payment));
  const found = await provider.find(payment.id);
  if (found.outcome === 'unreachable') return { notYet: found.reason };
  if (found.outcome === 'absent') return provider.ask(requestFor(payment));
  if (found.status !== 'pending') return { outcome: 'asked', providerId: found.providerId };
  if (payment.method === 'link') return provider.page(found.providerId);
  return found.mode === undefined ? provider.prompt(found.providerId, pushOf(payment)) : { outcome: 'asked', providerId: found.providerId };
}

const pushOf = ({ mode, phone }: PaymentToAsk): Push => ({ mode: mode ?? '', phone: phone ?? '' });

function requestFor(payment: PaymentToAsk): PaymentRequest {
  const { id, amountXof, business, number, client, phone, method } = payment;
  return {
    amountXof, merchantRef: id, description: `${business} ${number}`.trim(),
    client: { name: client, ...(phone === null ? {} : { phone }) },
    ...(method === 'push' ? { push: pushOf(payment) } : {}),
  };
}

function answered(tools: PaymentTools, payment: PaymentToAsk, asked: Asked): Apply | NotYet {
  if (asked.outcome === 'refused' && PASSING.includes(asked.reason)) return { notYet: asked.detail };
  if (asked.outcome === 'refused') return failed(tools, payment, asked.reason, asked);
  if (asked.outcome === 'unknown') return recorded(tools, payment, { ...asked, status: 'unknown' }, again);
  return payment.method === 'link' && asked.payUrl !== undefined ? withLink(tools, payment, { ...asked, payUrl: asked.payUrl }) : recorded(tools, payment, { ...asked, status: 'pending' });
}

const recorded = (tools: PaymentTools, payment: PaymentToAsk, told: ToldWhenAsked, further?: (tx: Tx, job: DueJob, now: Date) => Promise<unknown>): Apply => async (tx, job, now) => {
  await inItsBusiness(tools, payment, (business) => recordAsked(business, payment.id, told))(tx, now);
  await planLook(tx, payment, { from: now, round: 0, now });
  await further?.(tx, job, now);
};

/** Their address fits no SMS: ours leads there. */
function withLink(tools: PaymentTools, payment: PaymentToAsk, { providerId, payUrl }: { providerId: string; payUrl: string }): Apply {
  const code = randomBytes(CODE_BYTES).toString('base64url');
  return recorded(tools, payment, { status: 'pending', providerId, payUrl, link: `${tools.voice.publicUrl}/r/${code}` }, (tx, _job, now) =>
    tx.shortLink.create({ data: { code, kind: 'pay', target: payUrl, expiresAt: new Date(now.getTime() + LINK_LIFE_MS), createdAt: now } }));
}

/** Nobody knows whether it was asked: the same is begun again soon, and finds it. */
const again = (tx: Tx, { key, payload }: DueJob, now: Date) =>
  tx.due.create({ data: { key: `${key}+`, kind: 'payment.ask', payload: payload as object, runAt: new Date(now.getTime() + AGAIN_AFTER_MS), createdAt: now } });

const failed = (tools: PaymentTools, { id, tenantId, amountXof }: PaymentToAsk, reason: Refusal, { providerId }: { providerId?: string } = {}): Apply => (tx, _job, now) =>
  inItsBusiness(tools, { tenantId }, (business) => applySeen(business, id, { key: `payment:${id}:failed`, status: 'failed', amountXof, source: 'poll', reason, ...(providerId === undefined ? {} : { providerId }) }))(tx, now);
