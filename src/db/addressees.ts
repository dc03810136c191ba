import { Prisma as Raw } from '../generated/prisma/client.ts';
import type { Prisma } from './open-database.ts';
import { refusals } from './refusals.ts';

const { sql } = Raw;

export type Wanted = { clientId: string } | { memberId: string } | { owners: true } | { phone: string };
/** Who is meant by the one at this place of the list, and where they are reached; `contactId` null for somebody without a phone, `personId` null for a phone nobody has said their name on; `refused` as in refusals.ts. */
export type Addressee = { at: number; personId: string | null; language: string | null; contactId: string | null; phone: string | null; whatsapp: string | null; refused: string[] };

/** The people of a business who are meant, however many, in one statement: each on the phone that is theirs. */
export const addressees = (db: Pick<Prisma, '$queryRaw'>, tenantId: string, wanted: Wanted[]) => db.$queryRaw<Addressee[]>`
  WITH w AS (SELECT (n - 1)::int AS at, j->>'clientId' AS client, j->>'memberId' AS member, j ? 'owners' AS owners, j->>'phone' AS phone FROM jsonb_array_elements(${JSON.stringify(wanted)}::jsonb) WITH ORDINALITY AS x(j, n)),
  meant AS (
    SELECT w.at, c."personId", NULL::uuid AS contact FROM w JOIN "Client" c ON c.id = w.client::uuid AND c."tenantId" = ${tenantId}::uuid
    UNION SELECT w.at, m."personId", NULL FROM w JOIN "Member" m ON m."tenantId" = ${tenantId}::uuid AND ((m.id = w.member::uuid AND m.status IN ('active', 'invited')) OR (w.owners AND m.role = 'owner' AND m.status = 'active'))
    UNION SELECT w.at, (SELECT cp."personId" FROM "ContactPerson" cp WHERE cp."contactId" = x.id ORDER BY cp."isDefault" DESC, cp."createdAt" DESC LIMIT 1), x.id FROM w JOIN "Contact" x ON x.key = w.phone AND x."mergedIntoId" IS NULL)
  SELECT meant.at, p.id::text AS "personId", p.language, x.id::text AS "contactId", x.phone, i."externalId" AS whatsapp, ${refusals(sql`x.id`, sql`${tenantId}::uuid`)} AS refused
  FROM meant LEFT JOIN "Person" p ON p.id = meant."personId"
  LEFT JOIN LATERAL (
    SELECT c.id FROM "ContactPerson" cp JOIN "Contact" c ON c.id = cp."contactId"
    WHERE meant.contact IS NULL AND cp."personId" = p.id AND c."mergedIntoId" IS NULL ORDER BY cp."isDefault" DESC, cp."createdAt" DESC LIMIT 1) k ON true
  LEFT JOIN "Contact" x ON x.id = coalesce(meant.contact, k.id)
  LEFT JOIN LATERAL (SELECT i."externalId" FROM "ChannelIdentity" i WHERE i."contactId" = x.id AND i.channel = 'whatsapp' ORDER BY i."lastSeenAt" DESC LIMIT 1) i ON true
  ORDER BY meant.at, p.id`;

/** Withdraws what has not left yet of the notices whose keys begin so. `late`: some of them have left, and nothing was withdrawn. */
export async function withdrawNotices(db: Pick<Prisma, '$queryRaw'>, keys: string): Promise<{ late: boolean }> {
  const [row] = await db.$queryRaw<{ withdrawn: number; left: boolean }[]>`
    WITH mine AS (SELECT id, status FROM "Outbox" WHERE key >= ${keys} AND key < ${`${keys}~`} AND starts_with(key, ${keys})),
    gone AS (UPDATE "Outbox" o SET status = 'withdrawn' FROM mine WHERE o.id = mine.id AND o.status IN ('held', 'waiting') RETURNING o.id)
    SELECT (SELECT count(*)::int FROM gone) AS withdrawn, EXISTS (SELECT 1 FROM mine WHERE status NOT IN ('held', 'waiting', 'withdrawn')) AS left`;
  return { late: row !== undefined && row.withdrawn === 0 && row.left };
}
