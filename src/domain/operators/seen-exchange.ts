import { z } from 'zod';

/** One try of a message that its network did not simply take. */
export type SeenExchange = { at: string; ms: number; outcome: string; status: number | null; code: string | null; subcode?: number; trace?: string; retryAfterMs?: number; kind?: string; attempt?: number; why?: string };

const detail = z.object({ subcode: z.number(), trace: z.string(), retryAfterMs: z.number(), kind: z.string(), attempt: z.number(), why: z.string() }).partial();

/** As it is stored, and as it is shown. */
export type StoredExchange = { at: string; ms: number; outcome: string; status: number | null; code: string | null; detail: unknown };

export const seenExchange = ({ detail: stored, ...exchange }: StoredExchange): SeenExchange => ({ ...exchange, ...present(detail.safeParse(stored).data ?? {}) });

const present = (fields: z.output<typeof detail>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
