import { Prisma } from '../generated/prisma/client.ts';

const { sql } = Prisma;

/** Purposes, and `sms`, that the holder of a phone has refused, of everybody or of one business; also by what was said on an address that has since been joined to this one. */
export const refusals = (contactId: Prisma.Sql, tenantId: Prisma.Sql) => sql`
  coalesce((SELECT array_agg(last.purpose) FROM (
    SELECT DISTINCT ON (e.purpose) e.purpose, e.value FROM "ConsentEvent" e
    WHERE e."contactId" IN (
        WITH RECURSIVE now AS (SELECT k.id, k."mergedIntoId" FROM "Contact" k WHERE k.id = ${contactId} UNION ALL SELECT k.id, k."mergedIntoId" FROM now JOIN "Contact" k ON k.id = now."mergedIntoId"),
          same AS (SELECT id FROM now UNION SELECT m.id FROM "Contact" m JOIN same ON m."mergedIntoId" = same.id) SELECT id FROM same)
      AND (e."tenantId" IS NULL OR e."tenantId" = ${tenantId})
    ORDER BY e.purpose, e.id DESC) last WHERE NOT last.value), '{}')`;
