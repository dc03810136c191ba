import { dayOf, type Day } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import { titleOf } from './hold-variant.ts';
import type { PurchaseStatus } from './purchase-lifecycle.ts';
import { milliOf, type Milli } from './quantity.ts';

export type SeenLine = { name: string; unit: string; qty: Milli; received: Milli };
export type SeenPurchase = { id: string; seq: number; supplier: string; status: PurchaseStatus; etaOn: Day | undefined; totalXof: number; lines: SeenLine[] };
type Row = { id: string; seq: number; supplier: string; status: PurchaseStatus; etaOn: Date | null; totalXof: bigint; name: string; variant: string; unit: string; qty: object; received: object };

const LISTED_MAX = 99;

/** Orders of suppliers with what of them has come: one by its number, else those that are not over, the newest first. */
export async function seePurchases({ db, id }: Business, seq?: number): Promise<SeenPurchase[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.*, s.name AS supplier, p.name, v.name AS variant, p.unit, l.qty, l.received FROM (
      SELECT id::text, seq, "supplierId", status, "etaOn", "totalXof" FROM "PurchaseOrder"
      WHERE "tenantId" = ${id}::uuid AND (seq = ${seq ?? null}::int OR (${seq ?? null}::int IS NULL AND status IN ('sent', 'confirmed', 'partial', 'refused')))
      ORDER BY seq DESC LIMIT ${LISTED_MAX}) o
    JOIN "Supplier" s ON s.id = o."supplierId" JOIN "PurchaseLine" l ON l."purchaseId" = o.id::uuid JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId"
    ORDER BY o.seq DESC, p.name`;
  return [...Map.groupBy(rows, (row) => row.seq).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { id: purchaseId, supplier, status, etaOn, totalXof } = first;
    const lines = own.map(({ name, variant, unit, qty, received }) => ({ name: titleOf(name, variant), unit, qty: milliOf(qty), received: milliOf(received) }));
    return [{ id: purchaseId, seq: first.seq, supplier, status, etaOn: etaOn === null ? undefined : dayOf(etaOn), totalXof: Number(totalXof), lines }];
  });
}
