import type { Prisma } from '../../db/open-database.ts';
import { withNames } from './contact-names.ts';
import { pageOf, type ListPage, type PageAsk } from './list-page.ts';

export type OpenLead = { id: string; contactId: string; name: string | null; phone: string | null; kind: string; trade: string; createdAt: Date };

/** People to call back, the oldest first. */
export async function listLeads(db: Prisma, { after = '', limit }: PageAsk): Promise<ListPage<OpenLead>> {
  const rows = await db.$queryRaw<OpenLead[]>`
    SELECT l.id::text, l."contactId"::text, p."fullName" AS name, c.phone, l.kind, l.trade, l."createdAt"
    FROM "Lead" l JOIN "Contact" c ON c.id = l."contactId" LEFT JOIN "Person" p ON p.id = l."personId"
    WHERE l."handledAt" IS NULL
      AND (${after} = '' OR (l."createdAt", l.id) > (SELECT k."createdAt", k.id FROM "Lead" k WHERE k.id = nullif(${after}, '')::uuid))
    ORDER BY l."createdAt", l.id LIMIT ${limit + 1}`;
  return pageOf(await withNames(db, rows), limit);
}
