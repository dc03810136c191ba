import { addDays, dayAt, endOf, type Day } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { seeTill } from './till.ts';

/** What the owners are told when the shop closes: what was sold that day, on credit and in all, what the till should hold and what is out of stock. Nothing where nothing was sold and no cash waits. */
export async function eveningClose(business: Business, day: Day): Promise<void> {
  const { id, code, notices, now, timezone } = business;
  if (dayAt(now, timezone) > addDays(day, 1)) return; // a process that slept longer
  const { sales, total, credit, out } = await daySales(business, day);
  const { expectedXof } = await seeTill(business, day);
  if (sales === 0 && expectedXof === 0) return;
  notices.push({
    key: `evening:${id}:${day}`, to: { owners: true }, purpose: 'report', what: 'eveningClose',
    values: { day, sales, total, credit, cash: expectedXof, out },
    offers: [{ verb: 'till', line: `caisse ${code}` }],
  });
}

async function daySales({ db, id, timezone, now }: Business, day: Day): Promise<{ sales: number; total: number; credit: number; out: number }> {
  const from = endOf(addDays(day, -1), timezone);
  const to = dayAt(now, timezone) === day ? now : endOf(day, timezone);
  const [row] = await db.$queryRaw<{ sales: number; total: bigint; credit: bigint; out: number }[]>`
    SELECT count(*)::int AS sales, coalesce(sum("totalXof"), 0)::bigint AS total, coalesce(sum("totalXof") FILTER (WHERE "paidHow" = 'credit'), 0)::bigint AS credit,
      (SELECT count(*)::int FROM "Variant" v JOIN "Product" p ON p.id = v."productId" WHERE v."tenantId" = ${id}::uuid AND v."onHand" - v.reserved <= 0 AND v."archivedAt" IS NULL AND p."archivedAt" IS NULL) AS out
    FROM "Sale" WHERE "tenantId" = ${id}::uuid AND "soldAt" >= ${from}::timestamptz AND "soldAt" <= ${to}::timestamptz AND "voidedAt" IS NULL`;
  return { sales: row?.sales ?? 0, total: xof(row?.total ?? 0n), credit: xof(row?.credit ?? 0n), out: row?.out ?? 0 };
}
