import { dayAt, type Day } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import { OPEN } from '../orders/lifecycle.ts';
import type { Business } from '../tenants/business.ts';

/** `erased`: they had everything deleted, and an order of theirs is still open. `dueXof`: of all that was agreed and not given up, also what was handed over before it was paid. */
export type SeenClient = { clientId: string; name: string; erased: boolean; phone: string | null; orders: number; open: number; dueXof: number; orderedOn: Day | null; measuredOn: Day | null };

type Row = { name: string; erased: boolean; phone: string | null; orders: number; open: number; due: bigint; orderedAt: Date | null; measuredAt: Date | null };

/** All that a workshop knows of a client, in one look; undefined for a client of somebody else. */
export async function seeClient({ db, id, timezone }: Business, clientId: string): Promise<SeenClient | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT p."fullName" AS name, p."erasedAt" IS NOT NULL AS erased, c.phone, o.orders, o.open, o.due, o."orderedAt", (
      SELECT max(v."takenAt") FROM "MeasureProfile" m JOIN "MeasureVersion" v ON v."profileId" = m.id WHERE m."tenantId" = c."tenantId" AND m."clientId" = c.id) AS "measuredAt"
    FROM "Client" c JOIN "Person" p ON p.id = c."personId", LATERAL (
      SELECT count(*)::int AS orders, (count(*) FILTER (WHERE b.status = ANY(${[...OPEN]})))::int AS open, max(b."createdAt") AS "orderedAt",
        coalesce(sum(b."totalXof" - b."paidXof") FILTER (WHERE b."totalXof" > b."paidXof" AND b.status <> 'quote' AND (b.status = 'delivered' OR b."endedAt" IS NULL)), 0)::bigint AS due
      FROM "Order" b WHERE b."tenantId" = c."tenantId" AND b."clientId" = c.id) o
    WHERE c."tenantId" = ${id}::uuid AND c.id = ${clientId}::uuid`;
  if (row === undefined) return undefined;
  const { due, orderedAt, measuredAt, ...rest } = row;
  const on = (at: Date | null): Day | null => (at === null ? null : dayAt(at, timezone));
  return { clientId, ...rest, dueXof: xof(due), orderedOn: on(orderedAt), measuredOn: on(measuredAt) };
}
