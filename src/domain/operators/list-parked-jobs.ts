import type { Prisma } from '../../db/open-database.ts';
import { pageOf, type ListPage, type PageAsk } from './list-page.ts';

export type ParkedJob = { id: string; contactId: string | null; key: string | null; kind: string; attempts: number; error: string | null; runAt: Date };

/** Jobs that failed too often, the oldest first, and the contact of those that are about one. */
export async function listParkedJobs(db: Prisma, { after = '0', limit }: PageAsk): Promise<ListPage<ParkedJob>> {
  const rows = await db.$queryRaw<ParkedJob[]>`
    SELECT d.id::text, d."contactId"::text, c.key, d.kind, d.attempts, d.error, d."runAt"
    FROM "Due" d LEFT JOIN "Contact" c ON c.id = d."contactId"
    WHERE d.status = 'parked' AND d.id > ${after}::bigint ORDER BY d.id LIMIT ${limit + 1}`;
  return pageOf(rows, limit);
}
