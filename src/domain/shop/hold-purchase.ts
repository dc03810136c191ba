import { dayOf, type Day } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import type { PurchaseStatus } from './purchase-lifecycle.ts';

export type Purchase = { id: string; seq: number; supplierId: string; supplier: string; phone: string; status: PurchaseStatus; etaOn: Day | undefined; totalXof: number; answeredAt: Date | null };
type Row = Omit<Purchase, 'etaOn' | 'totalXof'> & { etaOn: Date | null; totalXof: bigint };

/** One order of a supplier, held until this transaction ends; by its id or its number. */
export async function holdPurchase({ db, id: tenantId }: Business, which: { id: string } | { seq: number }): Promise<Purchase | undefined> {
  const [id, seq] = 'id' in which ? [which.id, null] : [null, which.seq];
  const [row] = await db.$queryRaw<Row[]>`
    SELECT p.id::text, p.seq, p."supplierId"::text, s.name AS supplier, p.phone, p.status, p."etaOn", p."totalXof", p."answeredAt"
    FROM "PurchaseOrder" p JOIN "Supplier" s ON s.id = p."supplierId"
    WHERE p."tenantId" = ${tenantId}::uuid AND (p.id = ${id}::uuid OR p.seq = ${seq}::int) FOR UPDATE OF p`;
  return row && { ...row, etaOn: row.etaOn === null ? undefined : dayOf(row.etaOn), totalXof: Number(row.totalXof) };
}
