import type { Refused } from '../../scope.ts';
import { addDays, dayAt, endOf, type Day } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';

/** The cash that came since the till was last counted, by where it came from; what was given back or voided since is taken off. */
export type Till = { expectedXof: number; salesXof: number; debtsXof: number; ordersXof: number; since: Date };
/** `expectedXof`: as it was when the count was compared with it. */
export type Count = { countedXof: number; expectedXof: number; reason?: string; key: string };

type Sums = { sales: bigint; debts: bigint; orders: bigint };
type Last = { seq: number; at: Date; salesXof: bigint; debtsXof: bigint; ordersXof: bigint };

/**
 * What should be in the till; the goods of an order are paid as the order is. It is the difference of two sums over all that ever came: whatever is written while somebody
 * counts is in the one count or in the next, and never in both. Who never counted begins with today, or with the day that is spoken of.
 */
export async function seeTill(business: Business, day = dayAt(business.now, business.timezone)): Promise<Till> {
  return (await tillNow(business, day)).till;
}

/** Writes a count, as long as nothing has come since it was compared. */
export async function closeTill(business: Business, { countedXof, expectedXof, reason, key }: Count): Promise<Till | (Refused<'changed'> & Till)> {
  const { db, id: tenantId, actor, channel, now } = business;
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`till:${tenantId}`}, 0))::text`;
  const { till, sums, seq } = await tillNow(business, dayAt(now, business.timezone));
  if (till.expectedXof !== expectedXof) return { refused: 'changed', ...till };
  await db.tillCount.create({
    data: { tenantId, seq: seq + 1, countedXof: BigInt(countedXof), expectedXof: BigInt(expectedXof), salesXof: sums.sales, debtsXof: sums.debts, ordersXof: sums.orders, reason: reason ?? null, by: actor, channel, key, at: now },
    select: { id: true },
  });
  return till;
}

async function tillNow(business: Business, firstDay: Day): Promise<{ till: Till; sums: Sums; seq: number }> {
  const { db, timezone } = business;
  const last: Last | null = await db.tillCount.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, at: true, salesXof: true, debtsXof: true, ordersXof: true } });
  const since = last?.at ?? endOf(addDays(firstDay, -1), timezone);
  const sums = await sumsOf(business);
  const before = last === null ? await sumsBefore(business, since) : { sales: last.salesXof, debts: last.debtsXof, orders: last.ordersXof };
  const [sales, debts, orders] = [xof(sums.sales - before.sales), xof(sums.debts - before.debts), xof(sums.orders - before.orders)];
  return { till: { expectedXof: sales + debts + orders, salesXof: sales, debtsXof: debts, ordersXof: orders, since }, sums, seq: last?.seq ?? 0 };
}

async function sumsOf({ db, id }: Business): Promise<Sums> {
  const [sums] = await db.$queryRaw<Sums[]>`
    SELECT (SELECT coalesce(sum("totalXof"), 0)::bigint FROM "Sale" WHERE "tenantId" = ${id}::uuid AND "paidHow" = 'cash' AND "orderId" IS NULL AND "voidedAt" IS NULL) AS sales,
      (SELECT coalesce(-sum("amountXof"), 0)::bigint FROM "DebtEntry" WHERE "tenantId" = ${id}::uuid AND "paidHow" = 'cash') AS debts,
      (SELECT coalesce(sum("debitXof" - "creditXof"), 0)::bigint FROM "LedgerEntry" WHERE "tenantId" = ${id}::uuid AND account = 'cash') AS orders`;
  return sums ?? { sales: 0n, debts: 0n, orders: 0n };
}

/** The same as they stood at that moment. */
async function sumsBefore({ db, id }: Business, at: Date): Promise<Sums> {
  const [sums] = await db.$queryRaw<Sums[]>`
    SELECT (SELECT coalesce(sum("totalXof"), 0)::bigint FROM "Sale" WHERE "tenantId" = ${id}::uuid AND "paidHow" = 'cash' AND "orderId" IS NULL AND "soldAt" < ${at}::timestamptz AND ("voidedAt" IS NULL OR "voidedAt" >= ${at}::timestamptz)) AS sales,
      (SELECT coalesce(-sum("amountXof"), 0)::bigint FROM "DebtEntry" WHERE "tenantId" = ${id}::uuid AND "paidHow" = 'cash' AND at < ${at}::timestamptz) AS debts,
      (SELECT coalesce(sum("debitXof" - "creditXof"), 0)::bigint FROM "LedgerEntry" WHERE "tenantId" = ${id}::uuid AND account = 'cash' AND at < ${at}::timestamptz) AS orders`;
  return sums ?? { sales: 0n, debts: 0n, orders: 0n };
}
