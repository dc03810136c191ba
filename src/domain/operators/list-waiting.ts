import type { Prisma } from '../../db/open-database.ts';
import { withNames } from './contact-names.ts';
import { pageOf, type ListPage, type PageAsk } from './list-page.ts';

export type WaitingPerson = { id: string; contactId: string; name: string | null; phone: string | null; business: string | null; reason: string; openedAt: Date };

/** People for whom a human was called, the longest wait first. */
export async function listWaiting(db: Prisma, { after = '', limit }: PageAsk): Promise<ListPage<WaitingPerson>> {
  const rows = await db.$queryRaw<WaitingPerson[]>`
    SELECT h.id::text, h."contactId"::text, p."fullName" AS name, c.phone, t.name AS business, h.reason, h."openedAt"
    FROM "Handoff" h JOIN "Contact" c ON c.id = h."contactId" LEFT JOIN "Person" p ON p.id = h."personId" LEFT JOIN "Tenant" t ON t.id = h."tenantId"
    WHERE h."closedAt" IS NULL
      AND (${after} = '' OR (h."openedAt", h.id) > (SELECT k."openedAt", k.id FROM "Handoff" k WHERE k.id = nullif(${after}, '')::uuid))
    ORDER BY h."openedAt", h.id LIMIT ${limit + 1}`;
  return pageOf(await withNames(db, rows), limit);
}
