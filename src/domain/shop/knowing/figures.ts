import { addDays, dateOf, dayAt, dayOf, daysBetween, endOf, type Day } from '../../calendar/day.ts';
import { earnedIn, marginOf, type Margin } from '../../stock/margin.ts';
import { availability, fillRate } from '../../stock/served-rates.ts';
import { growth } from '../../stock/sales-figures.ts';
import type { Business } from '../../tenants/business.ts';
import { totalOf } from './sum.ts';

export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];
type SoldDay = { on: Day; count: number; totalXof: number; costXof: number; marginXof: number };
/** `service` and `inStock` are shares; what cannot be known yet is undefined. */
export type Figures = {
  from: Day; to: Day; sales: number; turnoverXof: number; basketXof: number | undefined; margin: Margin | undefined; growth: number | undefined;
  sevenXof: number; thirtyXof: number; service: number | undefined; inStock: number | undefined; lost: number; everSold: boolean;
};
export type SoldProduct = { variantId: string; name: string; category: string; qty: number; revenueXof: number };

const WEEK = 7;
const MONTH = 30;
/** A month is compared with the one before it. */
const LOOK_BACK = 2 * 35;

/** The day, the seven days or the calendar month that ends today. */
const firstOf = (period: Period, today: Day): Day => (period === 'day' ? today : period === 'week' ? addDays(today, 1 - WEEK) : `${today.slice(0, 8)}01` as Day);

/** What a period brought in, and how many who came were served: two questions. Sales that were voided are not among them. */
export async function figuresOf(business: Business, period: Period): Promise<Figures> {
  const to = dayAt(business.now, business.timezone);
  const from = firstOf(period, to);
  const sold = await soldDays(business, addDays(to, -LOOK_BACK), to);
  const served = await servedIn(business, from, to);
  const within = sold.filter(({ on }) => on >= from);
  const [turnoverXof, sales] = [totalOf(within, (day) => day.totalXof), totalOf(within, (day) => day.count)];
  const last = (days: number): number => totalOf(sold.filter(({ on }) => daysBetween(on, to) < days), (day) => day.totalXof);
  return {
    from, to, sales, turnoverXof, basketXof: sales === 0 ? undefined : Math.round(turnoverXof / sales), margin: marginOf(turnoverXof, earnedIn(within)),
    growth: growthOf(sold, from, to), sevenXof: last(WEEK), thirtyXof: last(MONTH),
    // While nobody who left without was ever written down, how many were served is not known.
    service: served.everLost ? fillRate([{ served: served.sold, lost: served.lost }]) : undefined, inStock: availability({ inStock: served.inStock, all: served.days }), lost: served.lost, everSold: sold.length > 0 || served.days > 0,
  };
}

/** Today is not over: the days before it are compared with the same weekdays of before, where there were sales all that time. */
function growthOf(sold: SoldDay[], from: Day, today: Day): number | undefined {
  const [last, days] = [addDays(today, -1), daysBetween(from, today)];
  const compared = addDays(from, -WEEK * Math.ceil(days / WEEK));
  const first = sold[0]?.on;
  return days === 0 || first === undefined || first > compared ? undefined : growth(sold, last, days);
}

/** What each day from the one to the other brought in, those without a sale left out. */
export async function soldDays({ db, id, timezone }: Business, from: Day, to: Day): Promise<SoldDay[]> {
  const rows = await db.$queryRaw<{ on: Date; count: number; total: number; cost: number; margin: number }[]>`
    SELECT (s."soldAt" AT TIME ZONE ${timezone})::date AS on, count(*)::int AS count, sum(s."totalXof")::float8 AS total, sum(s."costXof")::float8 AS cost, sum(s."marginXof")::float8 AS margin
    FROM "Sale" s WHERE s."tenantId" = ${id}::uuid AND s."soldAt" >= ${endOf(addDays(from, -1), timezone)}::timestamptz AND s."soldAt" < ${endOf(to, timezone)}::timestamptz AND s."voidedAt" IS NULL GROUP BY 1 ORDER BY 1`;
  return rows.map(({ on, count, total, cost, margin }) => ({ on: dayOf(on), count, totalXof: total, costXof: cost, marginXof: margin }));
}

/** Up to yesterday from what was written down of each day, today from what moved. A day of a product counts where it was asked for in the period. */
export async function servedIn({ db, id, now, timezone }: Business, from: Day, to: Day): Promise<{ sold: number; lost: number; inStock: number; days: number; everLost: boolean }> {
  const today = dayAt(now, timezone);
  // Where the period ended before today nothing that moves today is part of it.
  const midnight = to < today ? null : endOf(addDays(today, -1), timezone);
  const [row] = await db.$queryRaw<{ sold: number; lost: number; inStock: number; days: number; everLost: boolean }[]>`
    WITH known AS (
      SELECT "variantId", sum(sold) AS sold, sum(lost) AS lost, sum("inStock") AS "inStock", count(*) AS days FROM "DemandDay"
      WHERE "tenantId" = ${id}::uuid AND day >= ${dateOf(from)}::date AND day <= ${dateOf(to)}::date AND day < ${dateOf(today)}::date GROUP BY 1)
    SELECT coalesce((SELECT sum(sold) FROM known), 0)::float8 + coalesce((SELECT -sum(qty) FROM "StockMove" WHERE "tenantId" = ${id}::uuid AND at >= ${midnight}::timestamptz AND kind IN ('sale', 'order', 'void')), 0)::float8 AS sold,
      coalesce((SELECT sum(lost) FROM known), 0)::float8
        + coalesce((SELECT sum(l.qty) FROM "Variant" v JOIN "LostDemand" l ON l."variantId" = v.id WHERE v."tenantId" = ${id}::uuid AND l.at >= ${midnight}::timestamptz), 0)::float8 AS lost,
      coalesce((SELECT sum("inStock") FROM known WHERE sold + lost > 0), 0)::float8 AS "inStock", coalesce((SELECT sum(days) FROM known WHERE sold + lost > 0), 0)::float8 AS days,
      EXISTS (SELECT 1 FROM "Variant" v JOIN "LostDemand" l ON l."variantId" = v.id WHERE v."tenantId" = ${id}::uuid) AS "everLost"`;
  return row ?? { sold: 0, lost: 0, inStock: 0, days: 0, everLost: false };
}

/** What each product brought in from that day on, the most first. Summed once: a planner that knows no figures yet would sum it anew for each product, and takes today for a third of the past if it has no end. */
export async function soldProducts({ db, id, now, timezone }: Business, from: Day): Promise<SoldProduct[]> {
  const today = dayAt(now, timezone);
  return db.$queryRaw<SoldProduct[]>`
    WITH sold AS MATERIALIZED (
      SELECT "variantId", sum(qty) AS qty, sum(revenue) AS revenue FROM (
        SELECT "variantId", sold AS qty, "revenueXof" AS revenue FROM "DemandDay" WHERE "tenantId" = ${id}::uuid AND day >= ${dateOf(from)}::date AND day < ${dateOf(today)}::date
        UNION ALL
        SELECT l."variantId", l.qty, l."lineXof" FROM "Sale" s JOIN "SaleLine" l ON l."saleId" = s.id
        WHERE s."tenantId" = ${id}::uuid AND s."soldAt" >= ${endOf(addDays(today, -1), timezone)}::timestamptz AND s."soldAt" <= ${now}::timestamptz AND s."voidedAt" IS NULL) each
      GROUP BY 1 HAVING sum(revenue) > 0)
    SELECT v.id::text AS "variantId", trim(p.name || ' ' || v.name) AS name, coalesce(c.name, '') AS category, s.qty::float8 AS qty, s.revenue::float8 AS "revenueXof"
    FROM sold s JOIN "Variant" v ON v.id = s."variantId" JOIN "Product" p ON p.id = v."productId" LEFT JOIN "Category" c ON c.id = p."categoryId"
    ORDER BY s.revenue DESC, p.code`;
}

/** What was taken in today, so far. */
export async function soldToday({ db, id, now, timezone }: Business): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    SELECT coalesce(sum(s."totalXof"), 0)::float8 AS total FROM "Sale" s WHERE s."tenantId" = ${id}::uuid AND s."soldAt" >= ${endOf(addDays(dayAt(now, timezone), -1), timezone)}::timestamptz AND s."voidedAt" IS NULL`;
  return row?.total ?? 0;
}
