import type { Prisma } from './open-database.ts';

export type Wanted = { clientId: string } | { memberId: string } | { owners: true };
/** Who is meant by the one at this place of the list, and where they are reached; `contactId` null for somebody without a phone. */
export type Addressee = { at: number; personId: string; language: string | null; contactId: string | null; phone: string | null; whatsapp: string | null };

/** The people of a business who are meant, however many, in one statement: each on the phone that is theirs. */
export const addressees = (db: Pick<Prisma, '$queryRaw'>, tenantId: string, wanted: Wanted[]) => db.$queryRaw<Addressee[]>`
  WITH w AS (SELECT (n - 1)::int AS at, j->>'clientId' AS client, j->>'memberId' AS member, j ? 'owners' AS owners FROM jsonb_array_elements(${JSON.stringify(wanted)}::jsonb) WITH ORDINALITY AS x(j, n)),
  meant AS (
    SELECT w.at, c."personId" FROM w JOIN "Client" c ON c.id = w.client::uuid AND c."tenantId" = ${tenantId}::uuid
    UNION SELECT w.at, m."personId" FROM w JOIN "Member" m ON m."tenantId" = ${tenantId}::uuid AND m.status = 'active' AND (m.id = w.member::uuid OR (w.owners AND m.role = 'owner')))
  SELECT meant.at, p.id::text AS "personId", p.language, k.id::text AS "contactId", k.phone, i."externalId" AS whatsapp
  FROM meant JOIN "Person" p ON p.id = meant."personId"
  LEFT JOIN LATERAL (
    SELECT c.id, c.phone FROM "ContactPerson" cp JOIN "Contact" c ON c.id = cp."contactId"
    WHERE cp."personId" = p.id AND c."mergedIntoId" IS NULL ORDER BY cp."isDefault" DESC, cp."createdAt" DESC LIMIT 1) k ON true
  LEFT JOIN LATERAL (SELECT i."externalId" FROM "ChannelIdentity" i WHERE i."contactId" = k.id AND i.channel = 'whatsapp' ORDER BY i."lastSeenAt" DESC LIMIT 1) i ON true
  ORDER BY meant.at, p.id`;
