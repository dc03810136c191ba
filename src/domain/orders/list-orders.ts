import type { Tx } from '../../db/open-database.ts';
import { addDays, dateOf, dayAt, dayOf, type Day } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import { pageOf, type ListPage, type PageAsk } from '../operators/list-page.ts';
import type { Business } from '../tenants/business.ts';

/** `name`: whom it is with, the client for a workshop, the workshop for a client. */
export type ListedOrder = { id: string; tenantId: string; year: number; seq: number; status: string; description: string; name: string; promisedOn: Day | null; totalXof: number | null; paidXof: number };

type Row = Omit<ListedOrder, 'promisedOn' | 'totalXof' | 'paidXof'> & { promisedOn: Date | null; totalXof: bigint | null; paidXof: bigint };

/** What a client has ordered, the newest first. In one business, or outside the walls in all in which the person is a client. */
export async function listOrders(db: Tx, clientIds: string[], { after = '', limit }: PageAsk): Promise<ListPage<ListedOrder>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.id::text, o."tenantId"::text, o.year, o.seq, o.status, o.description, t.name, o."promisedOn", o."totalXof", o."paidXof"
    FROM "Order" o JOIN "Tenant" t ON t.id = o."tenantId"
    WHERE o."clientId" = ANY(${clientIds}::uuid[])
      AND (${after} = '' OR (o."createdAt", o.id) < (SELECT k."createdAt", k.id FROM "Order" k WHERE k.id = nullif(${after}, '')::uuid))
    ORDER BY o."createdAt" DESC, o.id DESC LIMIT ${limit + 1}`;
  return pageOf(rows.map(listed), limit);
}

/** `waiting` is ready and was not collected on its day; `later` is after this week. */
export type BoardPart = 'all' | 'today' | 'late' | 'week' | 'waiting' | 'later';

/** What a workshop has to finish or hand over, by the day it is promised. What is ready is late no more; the week is today and six days more. */
export async function listBoard({ db, id, now, timezone }: Business, part: BoardPart, { after = '', limit }: PageAsk): Promise<ListPage<ListedOrder>> {
  const { from, to } = daysOf(part, dayAt(now, timezone));
  // The statuses in their own words: only then is it plain that the index of what is open has them all. Names are looked up for one page only.
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.id::text, o."tenantId"::text, o.year, o.seq, o.status, o.description, p."fullName" AS name, o."promisedOn", o."totalXof", o."paidXof"
    FROM (
      SELECT * FROM "Order" b
      WHERE b."tenantId" = ${id}::uuid AND b.status IN ('confirmed', 'in_progress', 'fitting', 'preparing', 'ready', 'on_hold') AND (${part} <> 'late' OR b.status <> 'ready') AND (${part} <> 'waiting' OR b.status = 'ready')
        AND b."promisedOn" >= ${dateOf(from)}::date AND b."promisedOn" <= ${dateOf(to)}::date
        AND (${after} = '' OR (b."promisedOn", b.id) > (SELECT k."promisedOn", k.id FROM "Order" k WHERE k.id = nullif(${after}, '')::uuid))
      ORDER BY b."promisedOn", b.id LIMIT ${limit + 1}
    ) o JOIN "Client" c ON c.id = o."clientId" JOIN "Person" p ON p.id = c."personId" ORDER BY o."promisedOn", o.id`;
  return pageOf(rows.map(listed), limit);
}

/** Before any business of ours, and after any promise. */
const LONG_AGO: Day = '2000-01-01';
const FAR_OFF: Day = '2999-12-31';

const daysOf = (part: BoardPart, today: Day): { from: Day; to: Day } => ({
  all: { from: LONG_AGO, to: FAR_OFF }, today: { from: today, to: today }, late: { from: LONG_AGO, to: addDays(today, -1) }, week: { from: today, to: addDays(today, 6) },
  waiting: { from: LONG_AGO, to: addDays(today, -1) }, later: { from: addDays(today, 7), to: FAR_OFF },
})[part];

const listed = ({ promisedOn, totalXof, paidXof, ...row }: Row): ListedOrder => ({
  ...row, promisedOn: promisedOn === null ? null : dayOf(promisedOn), totalXof: totalXof === null ? null : xof(totalXof), paidXof: xof(paidXof),
});
