import { z } from 'zod';
import type { Seen } from '../payment-provider.ts';
import { isPartlyRefunded, STATUSES, whyNot } from './states.ts';

const id = z.union([z.int().positive().transform(String), z.string().regex(/^\d{1,18}$/)]);
const francs = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,15}$/).transform(Number)]);
/** A field of another shape counts as absent: it must not cost the payment it stands in. */
const maybe = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
const words = maybe(z.string().min(1).max(200));
const link = maybe(z.url({ protocol: /^https?$/ }));
const state = z.string().transform((theirs, context) => {
  const status = STATUSES.get(theirs);
  if (status !== undefined) return { status, ...(isPartlyRefunded(theirs) && { partlyRefunded: true as const }) };
  context.addIssue('an unknown status');
  return z.NEVER;
});

const schema = z
  .object({
    id, status: state, amount: francs,
    merchant_reference: words, mode: words, last_error_code: words, updated_at: words,
    payment_token: words.or(z.string().min(1)), payment_url: link,
    currency: maybe(z.object({ iso: z.string() })),
    payment_method: maybe(z.object({ number: words })),
  })
  .refine(({ currency }) => currency === undefined || currency.iso === 'XOF', 'an amount of another currency')
  .transform(({ status: state, ...rest }) => ({ ...rest, ...state }));
export type Transaction = z.infer<typeof schema>;

const tokenSchema = z.object({ token: z.string().min(1), url: link });
export type Page = { token: string; payUrl?: string };

/** They wrap what they answer in a key that names its kind; their documents print it bare. */
const unwrapped = (body: Record<string, unknown>, kind: string): unknown => body[`v1/${kind}`] ?? body;

export const transactionOf = (body: Record<string, unknown>): Transaction | undefined => schema.safeParse(unwrapped(body, 'transaction')).data;

export function tokenOf(body: Record<string, unknown>): Page | undefined {
  const { token, url } = tokenSchema.safeParse(unwrapped(body, 'token')).data ?? {};
  return token === undefined ? undefined : page(token, url);
}

/** Since 2026 the page comes with the transaction. */
export const pageOf = ({ payment_token: token, payment_url: url }: Transaction): Page | undefined => (token === undefined || url === undefined ? undefined : page(token, url));

const page = (token: string, payUrl: string | undefined): Page => ({ token, ...(payUrl !== undefined && { payUrl }) });

export function seenOf({ id: providerId, status, amount: amountXof, merchant_reference: merchantRef, partlyRefunded, mode, payment_method, last_error_code }: Transaction): Seen {
  const reason = whyNot(status, last_error_code);
  const phone = payment_method?.number;
  return {
    outcome: 'seen', providerId, status, amountXof,
    ...(merchantRef !== undefined && { merchantRef }),
    ...(partlyRefunded && { partlyRefunded }),
    ...(reason !== undefined && { reason }),
    ...(phone !== undefined && { phone }),
    ...(mode !== undefined && { mode }),
  };
}
