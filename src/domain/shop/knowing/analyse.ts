import { addDays, dateOf, dayAt, type Day } from '../../calendar/day.ts';
import { marginOf, type Margin } from '../../stock/margin.ts';
import { fillRate } from '../../stock/served-rates.ts';
import type { Business } from '../../tenants/business.ts';

/** What one product did, in pieces and francs; today is not over and not among it. */
export type Analysis = { since: Day | undefined; week: number; before: number; month: number; monthXof: number; margin: Margin | undefined; lost: number; emptyDays: number; service: number | undefined };

/** A day on which there was next to nothing to sell. */
const EMPTY = 0.5;

/** The last weeks of one product: one question. */
export async function analyseProduct({ db, now, timezone }: Business, variantId: string): Promise<Analysis> {
  const today = dayAt(now, timezone);
  const ago = (days: number): Date => dateOf(addDays(today, -days));
  const [row] = await db.$queryRaw<Record<'week' | 'before' | 'month' | 'monthXof' | 'costXof' | 'marginXof' | 'lost' | 'emptyDays', number>[] & { since: string | null }[]>`
    SELECT min(day)::text AS since, coalesce(sum(sold) FILTER (WHERE day >= ${ago(7)}::date), 0)::float8 AS week, coalesce(sum(sold) FILTER (WHERE day >= ${ago(14)}::date AND day < ${ago(7)}::date), 0)::float8 AS before,
      coalesce(sum(sold), 0)::float8 AS month, coalesce(sum("revenueXof"), 0)::float8 AS "monthXof", coalesce(sum("costXof"), 0)::float8 AS "costXof", coalesce(sum("marginXof"), 0)::float8 AS "marginXof", coalesce(sum(lost), 0)::float8 AS lost,
      (count(*) FILTER (WHERE "inStock" < ${EMPTY}))::int AS "emptyDays"
    FROM "DemandDay" WHERE "variantId" = ${variantId}::uuid AND day >= ${ago(30)}::date AND day < ${dateOf(today)}::date`;
  if (row?.since == null) return { since: undefined, week: 0, before: 0, month: 0, monthXof: 0, margin: undefined, lost: 0, emptyDays: 0, service: undefined };
  const { since, week, before, month, monthXof, costXof, marginXof, lost, emptyDays } = row;
  return { since: since as Day, week, before, month, monthXof, margin: marginOf(monthXof, { costXof, marginXof }), lost, emptyDays, service: fillRate([{ served: month, lost }]) };
}
