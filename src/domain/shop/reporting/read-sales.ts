import { addDays, endOf, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';
import type { Span } from './months.ts';

/** A line as the page tells it, in JSON: its day and time there, quantities in thousandths. */
export type PageLine = {
  on: Day; clock: string; sale: string; code: string; name: string; category?: string; unit: string; qtyMilli: number; unitXof: number; lineXof: number; costXof?: number; paidBy: 'cash' | 'credit' | 'mobile_money' | 'other'; by: string;
};
/** `lines`: a JSON list of `PageLine`, which whoever draws reads. `next`: after which sale the following page begins. */
export type SalesPage = { lines: string; next: Cursor };
export type Cursor = { at: string; seq: number };

/** The lines of a sale are on one page: should one be voided meanwhile, it is in the report with all of them or with none. */
const SALES_PER_PAGE = 2_000;

/**
 * The sales of some days in the order of time, page by page, each read for itself: a month of a busy shop neither fills the memory nor keeps the
 * database from everybody else. Undefined where none is left.
 */
export async function readSalesPage({ db, id, timezone }: Business, { from, to }: Span, after: Cursor | undefined): Promise<SalesPage | undefined> {
  const { at, seq } = after ?? { at: endOf(addDays(from, -1), timezone).toISOString(), seq: -1 };
  const [page] = await db.$queryRaw<{ lines: string | null; at: string | null; seq: number | null }[]>`
    WITH page AS MATERIALIZED (
      SELECT s.id, s.seq, s."soldAt", s."paidHow", s.by FROM "Sale" s
      WHERE s."tenantId" = ${id}::uuid AND s."soldAt" >= ${at}::timestamptz AND (s."soldAt", s.seq) > (${at}::timestamptz, ${seq}::int) AND s."soldAt" < ${endOf(to, timezone)}::timestamptz AND s."voidedAt" IS NULL
      ORDER BY s."soldAt", s.seq LIMIT ${SALES_PER_PAGE}),
    last AS (SELECT "soldAt", seq FROM page ORDER BY "soldAt" DESC, seq DESC LIMIT 1)
    SELECT (SELECT "soldAt"::text FROM last) AS at, (SELECT seq FROM last) AS seq, (
      SELECT json_agg(json_strip_nulls(json_build_object(
        'on', to_char(s."soldAt" AT TIME ZONE ${timezone}, 'YYYY-MM-DD'), 'clock', to_char(s."soldAt" AT TIME ZONE ${timezone}, 'HH24:MI'), 'sale', 'V-' || s.seq, 'code', p.code, 'name', trim(p.name || ' ' || v.name), 'category', c.name, 'unit', p.unit,
        'qtyMilli', round(l.qty * 1000), 'unitXof', l."unitXof", 'lineXof', l."lineXof", 'costXof', l."costXof",
        'paidBy', CASE s."paidHow" WHEN 'cash' THEN 'cash' WHEN 'credit' THEN 'credit' WHEN 'momo' THEN 'mobile_money' ELSE 'other' END, 'by', coalesce(h."fullName", '')))
        ORDER BY s."soldAt", s.seq, l.id)::text
      FROM page s JOIN "SaleLine" l ON l."saleId" = s.id JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId" LEFT JOIN "Category" c ON c.id = p."categoryId"
        LEFT JOIN "Member" m ON 'member:' || m.id = s.by LEFT JOIN "Person" h ON h.id = m."personId") AS lines`;
  return page?.at == null || page.seq === null ? undefined : { lines: page.lines ?? '[]', next: { at: page.at, seq: page.seq } };
}
