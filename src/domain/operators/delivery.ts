export type ReceiptSeen = { status: string; code: string | null; text: string | null };
export type Delivery = { state: string; reason: string | undefined };

type Traces = { outboxStatus: string | null; outboxError: string | null; receipts: ReceiptSeen[] };

/** From the furthest: a failure told after one of the first three changes nothing. */
const FURTHEST = ['played', 'read', 'delivered', 'failed', 'sent'];

/** How far a message of ours got; undefined for what left no trace, like a USSD screen. */
export function deliveryOf({ outboxStatus, outboxError, receipts }: Traces): Delivery | undefined {
  const told = FURTHEST.map((status) => receipts.find((receipt) => receipt.status === status)).find((receipt) => receipt !== undefined);
  if (outboxStatus === 'replaced' && (told === undefined || told.status === 'sent' || told.status === 'failed')) return { state: 'replaced', reason: outboxError ?? undefined };
  if (outboxStatus === 'failed' && (told === undefined || told.status === 'sent')) return { state: 'failed', reason: outboxError ?? undefined };
  if (told !== undefined) return { state: told.status, reason: told.status === 'failed' ? reasonOf(told) ?? outboxError ?? undefined : undefined };
  return outboxStatus === null ? undefined : { state: outboxStatus, reason: outboxError ?? undefined };
}

const reasonOf = ({ code, text }: ReceiptSeen): string | undefined => [code, text].filter(Boolean).join(' · ') || undefined;
