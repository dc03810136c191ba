import type { Prisma } from '../../db/open-database.ts';
import { pageOf, type ListPage, type PageAsk } from './list-page.ts';

export type ParkedTurn = { id: string; contactId: string; key: string; kind: string; channel: string | null; attempts: number; error: string | null; receivedAt: Date };

/** Turns that failed too often, the oldest first. What the person wrote is not read here. */
export async function listParked(db: Prisma, { after = '0', limit }: PageAsk): Promise<ListPage<ParkedTurn>> {
  const rows = await db.$queryRaw<ParkedTurn[]>`
    SELECT s."eventId"::text AS id, s."contactId"::text, c.key, e.kind, e.channel::text, s.attempts, s.error, e."receivedAt"
    FROM "InboundState" s JOIN "InboundEvent" e ON e.id = s."eventId" JOIN "Contact" c ON c.id = s."contactId"
    WHERE s.status = 'parked' AND s."eventId" > ${after}::bigint ORDER BY s."eventId" LIMIT ${limit + 1}`;
  return pageOf(rows, limit);
}
