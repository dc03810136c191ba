import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ProviderStatus } from '../payment-provider.ts';
import { transactionOf } from './transaction.ts';

/** `key` is the same for each copy of one event, which has no id of its own. */
export type PaymentNews =
  | { kind: 'transaction'; name: string; providerId: string; merchantRef?: string; status: ProviderStatus; amountXof: number; key: string }
  | { kind: 'unknown'; name?: string; key: string };

const NAME = /^[a-z]+(?:[._][a-z]+){0,5}$/;
const event = z.object({ name: z.string().max(64).regex(NAME), entity: z.record(z.string(), z.unknown()) });

/** What a signed body says, and nothing else of it: it also tells the merchant's people, their addresses and keys. */
export function readWebhook(rawBody: Buffer): PaymentNews {
  const { name, entity } = event.safeParse(jsonOf(rawBody)).data ?? {};
  const transaction = name?.startsWith('transaction.') === true && entity !== undefined ? transactionOf(entity) : undefined;
  const hash = createHash('sha256').update(rawBody).digest('hex');
  if (name === undefined || transaction === undefined) return { kind: 'unknown', ...(name !== undefined && { name }), key: hash };
  const { id: providerId, status, amount: amountXof, merchant_reference: merchantRef, updated_at: updatedAt } = transaction;
  return { kind: 'transaction', name, providerId, ...(merchantRef !== undefined && { merchantRef }), status, amountXof, key: `${name}:${providerId}:${updatedAt ?? hash}` };
}

function jsonOf(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    return undefined;
  }
}
