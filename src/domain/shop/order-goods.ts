import type { Refused } from '../../scope.ts';
import { nextNumber } from '../tenants/next-number.ts';
import type { Business } from '../tenants/business.ts';
import type { Notice } from '../tenants/notice.ts';
import { becomePurchase } from './purchase-lifecycle.ts';
import { purchaseNumber, purchaseRef } from './purchase-number.ts';
import { keptQty, lineOf, pieces, type Milli } from './quantity.ts';
import { seeGoods } from './supply-goods.ts';

export type PurchaseLine = { variantId: string; qty: Milli; unitXof: number };
export type Ordered = { purchaseId: string; seq: number; totalXof: number };
type Named = { name: string; qty: number };

/** BC-12 goes on from one year to the next. */
const NO_YEAR = 0;
/** Two of the longest names still fit one SMS. */
const LINES_A_MESSAGE = 2;

/** Orders of a supplier on the phone that is known of them, once for each message; they answer from there. */
export async function orderGoods(business: Business, { supplierId, lines, key }: { supplierId: string; lines: PurchaseLine[]; key: string }): Promise<Ordered | Refused<'unknown' | 'quantity' | 'phone'>> {
  const { db, id: tenantId, actor, now } = business;
  if (lines.length === 0 || lines.some(({ qty }) => qty <= 0)) return { refused: 'quantity' };
  const supplier = await db.supplier.findFirst({ where: { id: supplierId, archivedAt: null } });
  const goods = new Map((await seeGoods(business, lines.map(({ variantId }) => variantId))).map((each) => [each.variantId, each]));
  if (supplier === null || lines.some(({ variantId }) => !goods.has(variantId))) return { refused: 'unknown' };
  if (supplier.phone === null) return { refused: 'phone' };
  const seq = await nextNumber(business, 'purchase', NO_YEAR);
  const totalXof = totalOf(lines);
  const { id } = await db.purchaseOrder.create({ data: { tenantId, seq, supplierId, phone: supplier.phone, status: 'draft', totalXof: BigInt(totalXof), by: actor, key, createdAt: now }, select: { id: true } });
  await db.purchaseLine.createMany({ data: lines.map(({ variantId, qty, unitXof }) => ({ tenantId, purchaseId: id, variantId, qty: keptQty(qty), unitXof: BigInt(unitXof) })) });
  await becomePurchase(business, { id, from: 'draft', to: 'sent', more: { sentAt: now } });
  const named = lines.map(({ variantId, qty }) => ({ name: goods.get(variantId)?.name ?? '', qty: pieces(qty) }));
  tellSupplier(business, { id, seq, totalXof, unitXof: lines[0]?.unitXof ?? 0 }, supplier.phone, named);
  return { purchaseId: id, seq, totalXof };
}

export const totalOf = (lines: PurchaseLine[]): number => lines.reduce((sum, { qty, unitXof }) => sum + lineOf(qty, unitXof), 0);

/** A longer order follows in several messages, each short enough for any phone. */
function tellSupplier({ notices, name: business, code }: Business, order: { id: string; seq: number; totalXof: number; unitXof: number }, phone: string, lines: Named[]): void {
  const { id, seq, totalXof, unitXof } = order;
  const number = purchaseNumber(seq);
  const ref = purchaseRef(seq, code);
  const told: Pick<Notice, 'to' | 'purpose'> = { to: { phone }, purpose: 'order' };
  const offers = [{ verb: 'supplyYes', line: `oui ${ref}` }, { verb: 'supplyNo', line: `non ${ref}` }];
  const [only, another] = lines;
  if (only !== undefined && another === undefined) {
    notices.push({ ...told, key: `purchase:${id}:asked`, what: 'purchaseAsked', values: { business, number, product: only.name, qty: only.qty, price: unitXof, total: totalXof }, offers });
    return;
  }
  for (let at = 0; at < lines.length; at += LINES_A_MESSAGE) {
    const [one = { name: '', qty: 0 }, two] = lines.slice(at, at + LINES_A_MESSAGE);
    const values = { number, qty: one.qty, product: one.name };
    notices.push({ ...told, key: `purchase:${id}:asked:line${String(at).padStart(3, '0')}`, ...(two === undefined ? { what: 'purchaseLine', values } : { what: 'purchaseLines', values: { ...values, more: two.qty, names: two.name } }) });
  }
  notices.push({ ...told, key: `purchase:${id}:asked`, what: 'purchaseAskedMany', values: { business, number, count: lines.length, total: totalXof }, offers });
}

/** Another number for the supplier, who had none or has changed it. */
export async function keepSupplierPhone({ db }: Business, supplierId: string, phone: string): Promise<void> {
  await db.supplier.update({ where: { id: supplierId }, data: { phone } });
}

