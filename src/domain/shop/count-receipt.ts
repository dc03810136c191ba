import type { Business } from '../tenants/business.ts';
import { becomePurchase, type PurchaseStatus } from './purchase-lifecycle.ts';
import { purchaseNumber } from './purchase-number.ts';
import { keptQty, milliOf, type Milli } from './quantity.ts';

/** `left`: still to come of this product on that order; `beyond`: how much more has come than was ordered. */
export type Counted = { number: string; left: Milli; beyond: Milli };
type Open = { lineId: string; purchaseId: string; seq: number; status: PurchaseStatus; qty: object; received: object };

/** Counts what has come against what was ordered, the oldest order first; of one supplier where that is said. Never more than was ordered. */
export async function countReceipt(business: Business, { receiptId, variantId, qty, supplierId }: { receiptId: string; variantId: string; qty: Milli; supplierId: string | undefined }): Promise<Counted | undefined> {
  const { db, id: tenantId } = business;
  const open = await db.$queryRaw<Open[]>`
    SELECT l.id::text AS "lineId", p.id::text AS "purchaseId", p.seq, p.status, l.qty, l.received FROM "PurchaseLine" l JOIN "PurchaseOrder" p ON p.id = l."purchaseId"
    WHERE l."tenantId" = ${tenantId}::uuid AND l."variantId" = ${variantId}::uuid AND l.qty > l.received AND p.status IN ('sent', 'confirmed', 'partial')
      AND (${supplierId ?? null}::uuid IS NULL OR p."supplierId" = ${supplierId ?? null}::uuid)
    ORDER BY p.seq FOR UPDATE OF p, l`;
  let beyond = qty;
  let last: Omit<Counted, 'beyond'> | undefined;
  for (const { lineId, purchaseId, seq, status, qty: wanted, received } of open) {
    const counted = Math.min(beyond, milliOf(wanted) - milliOf(received));
    if (counted === 0) break;
    beyond -= counted;
    await db.purchaseLine.update({ where: { id: lineId }, data: { received: keptQty(milliOf(received) + counted) }, select: { id: true } });
    await db.purchaseReceipt.create({ data: { tenantId, receiptId, lineId, qty: keptQty(counted) }, select: { lineId: true } });
    await settle(business, { id: purchaseId, status });
    last = { number: purchaseNumber(seq), left: milliOf(wanted) - milliOf(received) - counted };
  }
  return last && { ...last, beyond };
}

/** Goods that had not come after all are to come still. */
export async function uncountReceipt(business: Business, receiptId: string): Promise<void> {
  const { db, id: tenantId } = business;
  const counted = await db.$queryRaw<{ lineId: string; qty: object; received: object; purchaseId: string; status: PurchaseStatus }[]>`
    SELECT r."lineId"::text, r.qty, l.received, p.id::text AS "purchaseId", p.status FROM "PurchaseReceipt" r JOIN "PurchaseLine" l ON l.id = r."lineId" JOIN "PurchaseOrder" p ON p.id = l."purchaseId"
    WHERE r."tenantId" = ${tenantId}::uuid AND r."receiptId" = ${receiptId}::uuid ORDER BY p.seq FOR UPDATE OF p, l`;
  for (const { lineId, qty, received, purchaseId, status } of counted) {
    await db.purchaseLine.update({ where: { id: lineId }, data: { received: keptQty(milliOf(received) - milliOf(qty)) }, select: { id: true } });
    await settle(business, { id: purchaseId, status });
  }
  if (counted.length > 0) await db.purchaseReceipt.deleteMany({ where: { receiptId } });
}

/** What an order is by what of it has come. */
async function settle(business: Business, { id, status }: { id: string; status: PurchaseStatus }): Promise<void> {
  const { lines, answeredAt } = await business.db.purchaseOrder.findUniqueOrThrow({ where: { id }, select: { answeredAt: true, lines: { select: { qty: true, received: true } } } });
  const isAll = lines.every(({ qty, received }) => milliOf(received) >= milliOf(qty));
  const isNone = lines.every(({ received }) => milliOf(received) === 0);
  const to = isAll ? 'received' : !isNone ? 'partial' : answeredAt === null ? 'sent' : 'confirmed';
  await becomePurchase(business, { id, from: status, to, more: { receivedAt: isAll ? business.now : null } });
}
