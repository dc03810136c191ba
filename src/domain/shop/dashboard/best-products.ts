import type { Business } from '../../tenants/business.ts';

export type BestProduct = { variantId: string; name: string; category: string; qty: number; turnoverXof: number; marginXof: number };

/** What brought in most, the most first, in the thirty days that end with that of the last count, and since. One question. */
export const bestProducts = ({ db, id, now, timezone }: Business, most: number): Promise<BestProduct[]> => db.$queryRaw<BestProduct[]>`
  WITH since AS (SELECT (at AT TIME ZONE ${timezone})::date::timestamp AT TIME ZONE ${timezone} AS at FROM v_refreshed),
  sold AS MATERIALIZED (
    SELECT "variantId", sum(qty) AS qty, sum(revenue) AS revenue, sum(margin) AS margin FROM (
      SELECT "variantId", qty, "revenueXof" AS revenue, "marginXof" AS margin FROM v_sold_products
      UNION ALL
      SELECT l."variantId", l.qty, l."lineXof", coalesce(l."lineXof" - l."costXof", 0) FROM "Sale" s JOIN "SaleLine" l ON l."saleId" = s.id
      WHERE s."tenantId" = ${id}::uuid AND s."soldAt" >= (SELECT at FROM since) AND s."soldAt" <= ${now}::timestamptz AND s."voidedAt" IS NULL) each
    GROUP BY 1 HAVING sum(revenue) > 0)
  SELECT v.id::text AS "variantId", trim(p.name || ' ' || v.name) AS name, coalesce(c.name, '') AS category, s.qty::float8 AS qty, s.revenue::float8 AS "turnoverXof", s.margin::float8 AS "marginXof"
  FROM sold s JOIN "Variant" v ON v.id = s."variantId" JOIN "Product" p ON p.id = v."productId" LEFT JOIN "Category" c ON c.id = p."categoryId"
  ORDER BY s.revenue DESC, p.code LIMIT ${most}`;
