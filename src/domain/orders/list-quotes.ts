import type { Tx } from '../../db/open-database.ts';
import { xof } from '../money/xof.ts';

export type WaitingQuote = { orderId: string; seq: number; description: string; totalXof: number };

/** What two parts of an SMS hold. */
const QUOTES_MAX = 6;

/** Prices that wait for the word of a person, the latest first. Outside the walls: they may be client of several businesses. */
export async function listQuotes(tx: Tx, clientIds: string[]): Promise<WaitingQuote[]> {
  const rows = await tx.$queryRaw<(Omit<WaitingQuote, 'totalXof'> & { totalXof: bigint })[]>`
    SELECT id::text AS "orderId", seq, description, "totalXof" FROM "Order"
    WHERE "clientId" = ANY(${clientIds}::uuid[]) AND status = 'quote' AND "totalXof" IS NOT NULL ORDER BY "quotedAt" DESC, id LIMIT ${QUOTES_MAX}`;
  return rows.map(({ totalXof, ...quote }) => ({ ...quote, totalXof: xof(totalXof) }));
}
