import type { Tx } from '../../db/open-database.ts';
import { xof } from '../money/xof.ts';
import { PAYABLE } from '../orders/lifecycle.ts';

export type Debt = { orderId: string; year: number; seq: number; description: string; business: string; dueXof: number };

/** What two parts of an SMS hold. */
const DEBTS_MAX = 6;

/** A price that nobody has said yes to is no debt. */
const OWED = PAYABLE.filter((status) => status !== 'quote');

/** What a person has still to pay, the oldest first. Outside the walls: they may be client of several businesses. */
export async function listDebts(tx: Tx, clientIds: string[]): Promise<Debt[]> {
  const rows = await tx.$queryRaw<(Omit<Debt, 'dueXof'> & { dueXof: bigint })[]>`
    SELECT o.id::text AS "orderId", o.year, o.seq, o.description, t.name AS business, o."totalXof" - o."paidXof" AS "dueXof"
    FROM "Order" o JOIN "Tenant" t ON t.id = o."tenantId"
    WHERE o."clientId" = ANY(${clientIds}::uuid[]) AND o.status = ANY(${OWED}) AND o."totalXof" > o."paidXof"
    ORDER BY o."createdAt", o.id LIMIT ${DEBTS_MAX}`;
  return rows.map(({ dueXof, ...debt }) => ({ ...debt, dueXof: xof(dueXof) }));
}
