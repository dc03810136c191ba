import { addDays, dateOf, dayAt, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';

/** What a night knows of one product; each list is of its days one after another, the last of them yesterday; `took`: how many days the last deliveries of its supplier took. Only plain values: it travels to another thread. */
export type ProductHistory = {
  variantId: string; code: string; category: string; priceXof: number; leadDays: number; took: number[]; revenueXof: number; sold: number[]; lost: number[]; inStock: number[];
};
export type ShopHistory = { today: Day; country: string; products: ProductHistory[] };

const HISTORY_DAYS = 365;
/** What a product brings in is judged by so many days. */
const REVENUE_DAYS = 90;
/** Where a product has no supplier. */
const USUAL_LEAD_DAYS = 7;

/** The past of every product on the shelves: one question, one row for each. */
export async function readHistory({ db, id, now, timezone, country }: Business): Promise<ShopHistory> {
  const today = dayAt(now, timezone);
  const products = await db.$queryRaw<ProductHistory[]>`
    SELECT v.id::text AS "variantId", p.code || ' ' || v.name AS code, coalesce(p."categoryId"::text, '') AS category, v."priceXof"::float8 AS "priceXof", coalesce(s."leadTimeDays", ${USUAL_LEAD_DAYS})::float8 AS "leadDays", t.took, d.*
    FROM "Variant" v JOIN "Product" p ON p.id = v."productId" LEFT JOIN "Supplier" s ON s.id = p."supplierId"
    CROSS JOIN LATERAL (
      SELECT array_agg(d.sold::float8 ORDER BY d.day) AS sold, array_agg(d.lost::float8 ORDER BY d.day) AS lost, array_agg(d."inStock"::float8 ORDER BY d.day) AS "inStock",
        coalesce(sum(d."revenueXof") FILTER (WHERE d.day >= ${dateOf(addDays(today, -REVENUE_DAYS))}::date), 0)::float8 AS "revenueXof"
      FROM "DemandDay" d WHERE d."variantId" = v.id AND d.day >= ${dateOf(addDays(today, -HISTORY_DAYS))}::date AND d.day < ${dateOf(today)}::date
      HAVING count(*) > 0) d
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(o.days), '{}') AS took FROM (
        SELECT extract(epoch FROM "receivedAt" - "sentAt")::float8 / 86400 AS days FROM "PurchaseOrder"
        WHERE "supplierId" = s.id AND status = 'received' AND "receivedAt" IS NOT NULL AND "sentAt" IS NOT NULL ORDER BY "receivedAt" DESC LIMIT 20) o) t
    WHERE v."tenantId" = ${id}::uuid AND v."archivedAt" IS NULL AND p."archivedAt" IS NULL ORDER BY 2`;
  return { today, country, products };
}

