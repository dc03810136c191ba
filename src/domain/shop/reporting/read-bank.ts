import { dayAt, type Day } from '../../calendar/day.ts';
import { earnedIn, type Earned } from '../../stock/margin.ts';
import type { Business } from '../../tenants/business.ts';
import { soldDays } from '../knowing/figures.ts';
import { healthOf } from '../knowing/health.ts';
import { readShelves } from '../knowing/read-shelves.ts';
import { totalOf } from '../knowing/sum.ts';
import { firstSaleOn } from './first-sale.ts';
import { daysIn, firstOf, isWhole, lastOf, monthAfter, monthOf, type Month } from './months.ts';

const MONTHS = 6;

export type BankMonth = Earned & { month: Month; turnoverXof: number; sales: number; daysSold: number; days: number };
export type BankRead = { months: BankMonth[]; firstSaleOn: Day; stock?: { costXof: number; lastPriceXof: number; products: number; unvalued: number }; credit?: { xof: number; clients: number; oldestOn?: Day } };

/** The last six months that are over, or those since the first sale. Five questions. */
export async function readBank(business: Business): Promise<BankRead | undefined> {
  const today = dayAt(business.now, business.timezone);
  const first = await firstSaleOn(business);
  if (first === undefined) return undefined;
  const months = monthsOf(first, today);
  const [from, to] = [months[0] ?? monthOf(today), months.at(-1) ?? monthOf(today)];
  const days = Map.groupBy(await soldDays(business, firstOf(from), lastOf(to)), ({ on }) => monthOf(on));
  const shelves = await readShelves(business);
  const { worthXof, lastWorthXof, products, unvalued } = healthOf(shelves);
  const credit = await creditOf(business);
  return {
    firstSaleOn: first,
    months: months.map((month) => {
      const sold = days.get(month) ?? [];
      const turnoverXof = totalOf(sold, ({ totalXof }) => totalXof);
      return { month, turnoverXof, ...earnedIn(sold), sales: totalOf(sold, ({ count }) => count), daysSold: sold.length, days: month === monthOf(today) ? Number(today.slice(8)) : daysIn(month) };
    }),
    ...(products === 0 ? {} : { stock: { costXof: worthXof, lastPriceXof: lastWorthXof, products, unvalued } }), ...(credit === undefined ? {} : { credit }),
  };
}

/** A first month of which only the end was sold would be the weakest, and say nothing of the shop; one that has no other is shown with it. */
function monthsOf(first: Day, today: Day): Month[] {
  const over = Array.from({ length: MONTHS }, (_, at) => monthAfter(monthOf(today), at - MONTHS)).filter((month) => month >= monthOf(first));
  const whole = over.filter((month) => isWhole(month, first));
  return whole.length > 0 ? whole : over.length > 0 ? over : [monthOf(today)];
}

/** What clients owe, and since when the one has who has owed something longest. Undefined where nothing was ever sold on credit. */
async function creditOf({ db, id, timezone }: Business): Promise<BankRead['credit']> {
  const [row] = await db.$queryRaw<{ known: boolean; xof: number; clients: number; since: Date | null }[]>`
    WITH sums AS MATERIALIZED (SELECT "clientId", id, at, sum("amountXof") OVER (PARTITION BY "clientId" ORDER BY id) AS owed FROM "DebtEntry" WHERE "tenantId" = ${id}::uuid),
    last AS (SELECT "clientId", (array_agg(owed ORDER BY id DESC))[1] AS owed, coalesce(max(id) FILTER (WHERE owed <= 0), 0) AS settled FROM sums GROUP BY 1),
    owing AS (SELECT * FROM last WHERE owed > 0)
    SELECT EXISTS (SELECT 1 FROM sums) AS known, (SELECT coalesce(sum(owed), 0) FROM owing)::float8 AS xof, (SELECT count(*) FROM owing)::int AS clients,
      (SELECT min(s.at) FROM sums s JOIN owing o ON o."clientId" = s."clientId" AND s.id > o.settled) AS since`;
  if (row?.known !== true) return undefined;
  return { xof: row.xof, clients: row.clients, ...(row.since === null ? {} : { oldestOn: dayAt(row.since, timezone) }) };
}
