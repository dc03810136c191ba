import type { Tx } from '../../db/open-database.ts';

export type Unrated = { orderId: string; seq: number; description: string };

/** So long after a hand-over a note is still about that order. */
const DAYS = 14;
const DAY_MS = 86_400_000;
const SHOWN_MAX = 5;

/** What was handed over to these clients lately and has no note yet, in all their workshops, the last first. Outside the walls. */
export function listUnrated(tx: Tx, clientIds: string[], now: Date): Promise<Unrated[]> {
  return tx.$queryRaw<Unrated[]>`
    SELECT id::text AS "orderId", seq, description FROM "Order"
    WHERE "clientId" = ANY(${clientIds}::uuid[]) AND status = 'delivered' AND rating IS NULL AND "deliveredAt" > ${new Date(now.getTime() - DAYS * DAY_MS)}
    ORDER BY "deliveredAt" DESC LIMIT ${SHOWN_MAX}`;
}
