import { addDays, dateOf, dayAt, dayOf, endOf, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';
import { openingHours } from './opening-hours.ts';

/** What is forecast is made from a year. */
const HISTORY_DAYS = 365;
/** What a count or a late sale changes is seen on these days; a sale that is voided, on its own. */
const CHANGES_DAYS = 7;

/**
 * Writes down what each product's days asked, up to yesterday: those not known yet, and the last ones again. What the shelf held is
 * counted back from what it holds now; while it was empty nothing could be sold.
 */
export async function fillDemand(business: Business): Promise<void> {
  const { db, id, timezone, settings } = business;
  const { opens, closes } = openingHours(settings);
  const yesterday = addDays(dayAt(business.now, timezone), -1);
  const from = await firstUnknown(business, yesterday);
  if (from > yesterday) return;
  const begins = endOf(addDays(from, -1), timezone);
  await db.$executeRaw`
    WITH shelf AS (
      SELECT v.id, v."onHand", (first.at AT TIME ZONE ${timezone})::date AS since FROM "Variant" v
      CROSS JOIN LATERAL (SELECT m.at FROM "StockMove" m WHERE m."variantId" = v.id ORDER BY m.id LIMIT 1) first
      WHERE v."tenantId" = ${id}::uuid AND v."archivedAt" IS NULL),
    days AS (
      SELECT d::date AS day, (d::date + ${opens}::time) AT TIME ZONE ${timezone} AS opens, (d::date + ${closes}::time) AT TIME ZONE ${timezone} AS closes
      FROM generate_series(${dateOf(from)}::date, ${dateOf(yesterday)}::date, interval '1 day') d),
    moves AS (SELECT m.* FROM "StockMove" m WHERE m."tenantId" = ${id}::uuid AND m.at >= ${begins}::timestamptz),
    levels AS (
      SELECT m."variantId", m.at AS since, coalesce(lead(m.at) OVER (PARTITION BY m."variantId" ORDER BY m.id), 'infinity') AS until,
        s."onHand" - coalesce(sum(m.qty) OVER (PARTITION BY m."variantId" ORDER BY m.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS level
      FROM moves m JOIN shelf s ON s.id = m."variantId"
      UNION ALL
      SELECT s.id, '-infinity', coalesce(min(m.at), 'infinity'), s."onHand" - coalesce(sum(m.qty), 0) FROM shelf s LEFT JOIN moves m ON m."variantId" = s.id GROUP BY s.id, s."onHand"),
    empty AS (
      SELECT l."variantId", d.day, sum(extract(epoch FROM least(l.until, d.closes) - greatest(l.since, d.opens)) / extract(epoch FROM d.closes - d.opens)) AS share
      FROM levels l JOIN days d ON l.since < d.closes AND l.until > d.opens WHERE l.level <= 0 GROUP BY l."variantId", d.day),
    sold AS (
      SELECT m."variantId", (m.at AT TIME ZONE ${timezone})::date AS day, -sum(m.qty) AS qty FROM moves m
      WHERE m.kind IN ('sale', 'order') AND NOT EXISTS (
        SELECT 1 FROM "StockMove" u WHERE u."refType" = m."refType" AND u."refId" = m."refId" AND u.kind IN ('void', 'return') AND u."variantId" = m."variantId")
      GROUP BY 1, 2),
    money AS (
      SELECT l."variantId", (l."soldAt" AT TIME ZONE ${timezone})::date AS day, sum(l."lineXof") AS revenue, coalesce(sum(l."costXof"), 0) AS cost, coalesce(sum(l."lineXof" - l."costXof"), 0) AS margin
      FROM "Sale" s JOIN "SaleLine" l ON l."saleId" = s.id WHERE s."tenantId" = ${id}::uuid AND s."soldAt" >= ${begins}::timestamptz AND s."voidedAt" IS NULL GROUP BY 1, 2),
    lost AS (
      SELECT l."variantId", (l.at AT TIME ZONE ${timezone})::date AS day, sum(l.qty) AS qty FROM shelf s JOIN "LostDemand" l ON l."variantId" = s.id WHERE l.at >= ${begins}::timestamptz GROUP BY 1, 2)
    INSERT INTO "DemandDay" ("tenantId", "variantId", day, sold, lost, "inStock", "revenueXof", "costXof", "marginXof")
    SELECT ${id}::uuid, s.id, d.day, coalesce(sold.qty, 0), coalesce(lost.qty, 0), greatest(0, 1 - coalesce(empty.share, 0)), coalesce(money.revenue, 0), coalesce(money.cost, 0), coalesce(money.margin, 0)
    FROM shelf s JOIN days d ON d.day >= s.since
      LEFT JOIN sold ON sold."variantId" = s.id AND sold.day = d.day LEFT JOIN lost ON lost."variantId" = s.id AND lost.day = d.day
      LEFT JOIN money ON money."variantId" = s.id AND money.day = d.day LEFT JOIN empty ON empty."variantId" = s.id AND empty.day = d.day
    ON CONFLICT ("variantId", day) DO UPDATE SET sold = excluded.sold, lost = excluded.lost, "inStock" = excluded."inStock", "revenueXof" = excluded."revenueXof", "costXof" = excluded."costXof", "marginXof" = excluded."marginXof"`;
}

/** Where what is known may be wrong: a week before the last day, or where a sale was that has been voided since then, or the first movement; never more than a year ago. */
async function firstUnknown({ db, id, timezone }: Business, yesterday: Day): Promise<Day> {
  const oldest = addDays(yesterday, 1 - HISTORY_DAYS);
  const [known] = await db.$queryRaw<{ last: Date | null; first: Date | null; undone: Date | null }[]>`
    WITH last AS MATERIALIZED (SELECT max(day) AS day FROM "DemandDay" WHERE "tenantId" = ${id}::uuid)
    SELECT last.day AS last, (SELECT min(at) FROM "StockMove" WHERE "tenantId" = ${id}::uuid) AS first,
      (SELECT min(m.at) FROM "StockMove" u JOIN "StockMove" m ON m."refType" = u."refType" AND m."refId" = u."refId" AND m."variantId" = u."variantId" AND m.kind IN ('sale', 'order')
       WHERE u."tenantId" = ${id}::uuid AND u.at >= (last.day + 1)::timestamp AT TIME ZONE ${timezone} AND u.kind IN ('void', 'return')) AS undone
    FROM last`;
  const again = known?.last ? addDays(dayOf(known.last), 1 - CHANGES_DAYS) : known?.first ? dayOf(known.first) : addDays(yesterday, 1);
  const undone = known?.undone ? dayAt(known.undone, timezone) : again;
  const from = undone < again ? undone : again;
  return from < oldest ? oldest : from;
}
