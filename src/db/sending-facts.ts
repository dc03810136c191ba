import type { Prisma } from './open-database.ts';

/** What decides how a message may leave, read for any number of them at once. */
export type Facts = {
  id: number;
  /** Purposes, and `sms`, that the person has refused for this business. */
  refused: string[];
  timezone: string | null;
  /** The business lets its orders' news leave at night. */
  nightOrders: boolean;
  windowExpiresAt: Date | null;
  templateStatus: string | null;
};

export const readFacts = (db: Prisma, ids: number[]) => db.$queryRaw<Facts[]>`
  SELECT o.id::int AS id,
    coalesce((SELECT array_agg(last.purpose) FROM (
      SELECT DISTINCT ON (e.purpose) e.purpose, e.value FROM "ConsentEvent" e
      WHERE e."contactId" IN (
          WITH RECURSIVE now AS (SELECT k.id, k."mergedIntoId" FROM "Contact" k WHERE k.id = o."contactId" UNION ALL SELECT k.id, k."mergedIntoId" FROM now JOIN "Contact" k ON k.id = now."mergedIntoId"),
            same AS (SELECT id FROM now UNION SELECT m.id FROM "Contact" m JOIN same ON m."mergedIntoId" = same.id) SELECT id FROM same)
        AND (e."tenantId" IS NULL OR e."tenantId" = o."tenantId")
      ORDER BY e.purpose, e.id DESC) last WHERE NOT last.value), '{}') AS refused,
    t.timezone, coalesce((t.settings->>'nightOrders')::boolean, false) AS "nightOrders", i."windowExpiresAt", s.status AS "templateStatus"
  FROM "Outbox" o
  LEFT JOIN "Tenant" t ON t.id = o."tenantId"
  LEFT JOIN "ChannelIdentity" i ON i.channel = o.channel AND i."externalId" = o."externalId"
  LEFT JOIN "TemplateState" s ON s.name = o.payload->'template'->>'name' AND s.language = o.payload->'template'->>'language'
  WHERE o.id = ANY(${ids}::bigint[])`;
