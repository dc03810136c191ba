import { addDays, dayAt, endOf } from '../calendar/day.ts';
import { fillRate, isFalling, type Served } from '../stock/served-rates.ts';
import type { Business } from '../tenants/business.ts';

const WEEK = 7;
const BEFORE = 28;
/** Nearly as usual again: nearer than this it is well. */
const NEAR = 0.025;
const OBJECTIVE = 0.95;

export type Service = { rate: number | undefined; usual: number | undefined; gone: number; isFalling: boolean; isWell: boolean };

/** Of what was asked for in the last seven days, what was served, beside the four weeks before; and how often somebody left without. */
export async function servedLately({ db, id, now, timezone }: Business): Promise<Service> {
  const today = dayAt(now, timezone);
  const [week, before] = [endOf(addDays(today, -WEEK - 1), timezone), endOf(addDays(today, -WEEK - BEFORE - 1), timezone)];
  const rows = await db.$queryRaw<{ lately: boolean; served: number; lost: number; gone: number }[]>`
    SELECT at >= ${week}::timestamptz AS lately, sum(served)::float8 AS served, sum(lost)::float8 AS lost, count(*) FILTER (WHERE lost > 0)::int AS gone FROM (
      SELECT s."soldAt" AS at, l.qty AS served, 0 AS lost FROM "Sale" s JOIN "SaleLine" l ON l."saleId" = s.id WHERE s."tenantId" = ${id}::uuid AND s."soldAt" >= ${before}::timestamptz AND s."voidedAt" IS NULL
      UNION ALL SELECT g.at, 0, g.qty FROM "Variant" v JOIN "LostDemand" g ON g."variantId" = v.id WHERE v."tenantId" = ${id}::uuid AND g.at >= ${before}::timestamptz) d GROUP BY 1`;
  const of = (lately: boolean): Served[] => rows.filter((row) => row.lately === lately).map(({ served, lost }) => ({ served, lost }));
  const [rate, usual] = [fillRate(of(true)), fillRate(of(false))];
  const isWell = rate === undefined || usual === undefined || rate >= usual - NEAR || rate >= OBJECTIVE;
  return { rate, usual, gone: rows.find(({ lately }) => lately)?.gone ?? 0, isFalling: isFalling({ lastWeek: of(true), before: of(false) }), isWell };
}
