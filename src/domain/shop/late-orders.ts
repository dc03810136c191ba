import { dateOf, dayAt, dayOf } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import { purchaseNumber } from './purchase-number.ts';

/** Says once of each order that it was to have come by now, so that somebody calls. */
export async function lateOrders({ db, notices, now, timezone, code }: Business): Promise<void> {
  const late = await db.purchaseOrder.findMany({ where: { status: { in: ['confirmed', 'partial', 'sent'] }, etaOn: { lt: dateOf(dayAt(now, timezone)) }, lateToldAt: null }, orderBy: { etaOn: 'asc' } });
  if (late.length === 0) return;
  const suppliers = new Map((await db.supplier.findMany({ where: { id: { in: late.map(({ supplierId }) => supplierId) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
  for (const { id, seq, supplierId, etaOn } of late) {
    const number = purchaseNumber(seq);
    notices.push({ key: `purchase:${id}:late`, to: { owners: true }, what: 'purchaseLate', purpose: 'alert', values: { supplier: suppliers.get(supplierId) ?? '', number, day: dayOf(etaOn ?? now) }, offers: [{ verb: 'purchase', line: `bc ${String(seq)} ${code}` }] });
  }
  await db.purchaseOrder.updateMany({ where: { id: { in: late.map(({ id }) => id) } }, data: { lateToldAt: now } });
}
