import type { Voice } from '../conversation/tell.ts';
import { workIn } from '../conversation/work-in.ts';
import type { PaymentToAsk } from '../db/payments.ts';
import type { Prisma, Tx } from '../db/open-database.ts';
import type { Acting, Business } from '../domain/tenants/business.ts';
import type { Logger } from '../logger.ts';
import type { PaymentProvider } from '../providers/payment-provider.ts';
import type { ProviderOf } from './payment-accounts.ts';

export type PaymentTools = { db: Prisma; providerOf: ProviderOf; voice: Voice; logger: Logger };

const MINUTE_MS = 60_000;
/** After it was asked for; at the last one nobody waits any more. A link is paid hours later, too, and may have been sent a quarter of an hour after it was asked for. */
const PUSH_ROUNDS = [0.5, 1, 2, 5, 10, 15];
const LINK_ROUNDS = [...PUSH_ROUNDS, 60, 6 * 60, 24 * 60 + 15];
const SYSTEM = { actor: 'system', role: 'system', channel: 'fedapay' } as const satisfies Omit<Acting, 'now'>;

/** The business of a payment works in the transaction that ends the job. */
export const inItsBusiness = <T>({ voice }: PaymentTools, { tenantId }: Pick<PaymentToAsk, 'tenantId'>, work: (business: Business) => Promise<T>) =>
  (tx: Tx, now: Date) => workIn(tx, tenantId, { now, ...SYSTEM }, { ...voice, now }, work);

/** A key that does not open is for who runs this to mend: SECRET_KEY is not the one it was closed under. */
export function providerFor({ providerOf, logger }: PaymentTools, payment: PaymentToAsk): PaymentProvider | undefined {
  const provider = providerOf(payment);
  if (provider === undefined) logger.error('the key of a payment account does not open', { account: payment.ref });
  return provider;
}

/** The next look at a payment that was asked for at `from`; none after the last. */
export async function planLook(tx: Tx, { id, tenantId, method }: Pick<PaymentToAsk, 'id' | 'tenantId' | 'method'>, { from, round, now }: { from: Date; round: number; now: Date }): Promise<void> {
  const minutes = (method === 'link' ? LINK_ROUNDS : PUSH_ROUNDS)[round];
  if (minutes === undefined) return;
  const payload = { paymentId: id, why: 'poll', round, from: from.toISOString() };
  await tx.due.createMany({ data: { key: `payment.look:${id}:poll:${round}`, kind: 'payment.look', tenantId, payload, runAt: new Date(from.getTime() + minutes * MINUTE_MS), createdAt: now }, skipDuplicates: true });
}
