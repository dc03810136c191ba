import { addDays, dateOf, dayAt, dayOf, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';

/** What a shop sold on one day; one on which it sold nothing is left out. */
export type SalesDay = { on: Day; sales: number; units: number; turnoverXof: number; marginXof: number };

/**
 * The last days, the one that is not over among them: those before the last count as they were counted, what came since as it is now.
 * One question. A span with two ends is taken for a short one by a planner that does not know them yet.
 */
export async function salesDays({ db, id, now, timezone }: Business, count: number): Promise<SalesDay[]> {
  const from = addDays(dayAt(now, timezone), 1 - count);
  const rows = await db.$queryRaw<{ on: Date; sales: number; units: number; total: number; margin: number }[]>`
    WITH since AS (SELECT (at AT TIME ZONE ${timezone})::date::timestamp AT TIME ZONE ${timezone} AS at FROM v_refreshed)
    SELECT day AS on, sales, units::float8 AS units, "revenueXof"::float8 AS total, "marginXof"::float8 AS margin FROM v_sales_days WHERE day >= ${dateOf(from)}::date
    UNION ALL
    SELECT (s."soldAt" AT TIME ZONE ${timezone})::date, count(*)::int, sum(l.qty)::float8, sum(s."totalXof")::float8, sum(s."marginXof")::float8
    FROM "Sale" s CROSS JOIN LATERAL (SELECT sum(l.qty) AS qty FROM "SaleLine" l WHERE l."saleId" = s.id) l
    WHERE s."tenantId" = ${id}::uuid AND s."soldAt" >= (SELECT at FROM since) AND s."soldAt" <= ${now}::timestamptz AND s."voidedAt" IS NULL GROUP BY 1 ORDER BY 1`;
  return rows.map(({ on, sales, units, total, margin }) => ({ on: dayOf(on), sales, units, turnoverXof: total, marginXof: margin })).filter(({ on }) => on >= from);
}
