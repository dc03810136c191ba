import type { Tx } from '../../db/open-database.ts';
import { dayOf, type Day } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import { PAYABLE, type OrderStatus } from './lifecycle.ts';

/** All that a client is told of an order of theirs. `deposit` is what is missing of it. */
export type SeenOrder = {
  orderId: string; tenantId: string; clientId: string; kind: string; year: number; seq: number; status: string; description: string; business: string;
  promisedOn: Day | null; totalXof: number | null; paidXof: number; dueXof: number; depositXof: number; readyAt: Date | null; deliveredAt: Date | null; rating: number | null;
  /** Money of it is asked back, or agreed and not given back yet. */
  isRefunding: boolean;
  /** Nothing is to be paid ahead, nothing is paid and nothing is sewn. */
  isUntouched: boolean;
};
type Row = Omit<SeenOrder, 'promisedOn' | 'totalXof' | 'paidXof' | 'dueXof' | 'depositXof'> & { promisedOn: Date | null; totalXof: bigint | null; paidXof: bigint; depositXof: bigint };

/** An order of this person, in whatever workshop it is; undefined for an order of anybody else. Outside the walls. */
export async function seeOwnOrder(tx: Tx, personId: string, orderId: string): Promise<SeenOrder | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT o.id::text AS "orderId", o."tenantId"::text, o."clientId"::text, o.kind, o.year, o.seq, o.status, o.description, t.name AS business,
      o."promisedOn", o."totalXof", o."paidXof", o."depositXof", o."readyAt", o."deliveredAt", o.rating,
      EXISTS (SELECT 1 FROM "Refund" r WHERE r."tenantId" = o."tenantId" AND r."orderId" = o.id AND r.status IN ('asked', 'agreed')) AS "isRefunding",
      o."depositXof" = 0 AND o."paidXof" = 0 AND NOT EXISTS (SELECT 1 FROM "OrderTask" w WHERE w."orderId" = o.id AND w."doneAt" IS NOT NULL) AS "isUntouched"
    FROM "Order" o JOIN "Client" c ON c.id = o."clientId" JOIN "Tenant" t ON t.id = o."tenantId"
    WHERE o.id = ${orderId}::uuid AND c."personId" = ${personId}::uuid`;
  if (row === undefined) return undefined;
  const paidXof = xof(row.paidXof);
  return {
    ...row, paidXof,
    promisedOn: row.promisedOn === null ? null : dayOf(row.promisedOn),
    totalXof: row.totalXof === null ? null : xof(row.totalXof),
    dueXof: row.totalXof === null || !PAYABLE.includes(row.status as OrderStatus) ? 0 : xof(row.totalXof) - paidXof,
    depositXof: Math.max(0, xof(row.depositXof) - paidXof),
  };
}
