import { addDays, dateOf, endOf, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';
import type { Span } from './months.ts';

export type Best = { name: string; qtyMilli: number; unit: string; xof: number };
export type Out = { name: string; days: number; now: number; before: number };
export type Worth = { category: string; now: number; before: number };

const BEST_MAX = 10;

/** What brought in most. Summed once: a planner that knows no figures yet would sum it anew for each product. */
export const bestOf = ({ db, id, timezone }: Business, { from, to }: Span): Promise<Best[]> => db.$queryRaw<Best[]>`
  WITH sold AS MATERIALIZED (
    SELECT l."variantId", sum(l.qty) AS qty, sum(l."lineXof") AS xof FROM "Sale" s JOIN "SaleLine" l ON l."saleId" = s.id
    WHERE s."tenantId" = ${id}::uuid AND s."soldAt" >= ${endOf(addDays(from, -1), timezone)}::timestamptz AND s."soldAt" < ${endOf(to, timezone)}::timestamptz AND s."voidedAt" IS NULL GROUP BY 1)
  SELECT trim(p.name || ' ' || v.name) AS name, p.unit, round(s.qty * 1000)::float8 AS "qtyMilli", s.xof::float8 AS xof
  FROM sold s JOIN "Variant" v ON v.id = s."variantId" JOIN "Product" p ON p.id = v."productId" ORDER BY s.xof DESC, p.code, v.name LIMIT ${BEST_MAX}`;

/** What was missing for a part of the opening hours of a day at least, in one of two periods; `days`: how many days it makes together in the second, one at least. */
export const outOf = ({ db, id }: Business, before: Span, now: Span): Promise<Out[]> => db.$queryRaw<Out[]>`
  WITH missing AS (
    SELECT "variantId", coalesce(sum(1 - "inStock") FILTER (WHERE day >= ${dateOf(now.from)}::date), 0) AS now, coalesce(sum(1 - "inStock") FILTER (WHERE day <= ${dateOf(before.to)}::date), 0) AS before
    FROM "DemandDay" WHERE "tenantId" = ${id}::uuid AND day >= ${dateOf(before.from)}::date AND day <= ${dateOf(now.to)}::date AND "inStock" < 1 GROUP BY 1)
  SELECT trim(p.name || ' ' || v.name) AS name, greatest(1, round(m.now))::int AS days, m.now::float8 AS now, m.before::float8 AS before
  FROM missing m JOIN "Variant" v ON v.id = m."variantId" JOIN "Product" p ON p.id = v."productId" ORDER BY m.now DESC, p.code, v.name`;

/** What the shelves of each category had cost at the end of two days, counted back from what they hold now. */
export const worthAt = ({ db, id, timezone }: Business, earlier: Day, later: Day): Promise<Worth[]> => db.$queryRaw<Worth[]>`
  WITH moved AS MATERIALIZED (
    SELECT "variantId", sum(worth) AS since, coalesce(sum(worth) FILTER (WHERE at >= ${endOf(later, timezone)}::timestamptz), 0) AS after
    FROM "StockMove" WHERE "tenantId" = ${id}::uuid AND at >= ${endOf(earlier, timezone)}::timestamptz GROUP BY 1)
  SELECT coalesce(c.name, '') AS category, round(sum(greatest(0, v.worth - coalesce(m.after, 0))))::float8 AS now, round(sum(greatest(0, v.worth - coalesce(m.since, 0))))::float8 AS before
  FROM "Variant" v JOIN "Product" p ON p.id = v."productId" LEFT JOIN "Category" c ON c.id = p."categoryId" LEFT JOIN moved m ON m."variantId" = v.id
  WHERE v."tenantId" = ${id}::uuid GROUP BY 1 ORDER BY 2 DESC, 1`;
