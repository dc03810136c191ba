import type { Prisma } from './open-database.ts';

/** The shops in which something is wrong and not noted, noted and no longer wrong, or to be told: the others are left alone. */
export const shopsToTend = async (db: Pick<Prisma, '$queryRaw'>, now: Date): Promise<string[]> => (await db.$queryRaw<{ id: string }[]>`
  SELECT t.id::text FROM "Tenant" t WHERE t."isActive" AND t.id IN (
    SELECT v."tenantId" FROM "Variant" v JOIN "Product" p ON p.id = v."productId"
    WHERE v."archivedAt" IS NULL AND p."archivedAt" IS NULL AND v."lastInAt" IS NOT NULL AND v."onHand" - v.reserved <= coalesce(v."minStock", 0)
      AND NOT EXISTS (SELECT 1 FROM "AlertEpisode" e WHERE e."tenantId" = v."tenantId" AND coalesce(e."variantId", e."tenantId") = v.id AND e."closedAt" IS NULL AND e.kind = CASE WHEN v."onHand" - v.reserved <= 0 THEN 'rupture' ELSE 'low' END)
    UNION
    SELECT e."tenantId" FROM "AlertEpisode" e JOIN "Variant" v ON v.id = e."variantId" JOIN "Product" p ON p.id = v."productId"
    WHERE e."closedAt" IS NULL AND (v."archivedAt" IS NOT NULL OR p."archivedAt" IS NOT NULL OR (e.kind = 'rupture' AND v."onHand" - v.reserved > 0)
      OR (e.kind = 'low' AND coalesce(v."onHand" - v.reserved > v."minStock" + greatest(1, v."minStock" * 0.1), true)))
    UNION
    SELECT e."tenantId" FROM "AlertEpisode" e
    WHERE e."closedAt" IS NULL AND (e."toldAt" IS NULL OR e."remindAt" IS NOT NULL) AND (e."toldAt" IS NULL OR e."remindAt" <= ${now}::timestamptz)
      AND NOT EXISTS (SELECT 1 FROM "AlertRule" r WHERE r."tenantId" = e."tenantId" AND (r."pausedAt" IS NOT NULL OR r."mutedUntil" > ${now}::timestamptz) AND CASE WHEN r."variantId" IS NULL THEN r.kind = e.kind ELSE r."variantId" = e."variantId" END))`).map(({ id }) => id);
