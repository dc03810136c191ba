import type { Refused } from '../../scope.ts';
import { goodsOf } from '../goods-of-order.ts';
import { post, type Account } from '../money/ledger.ts';
import { xof } from '../money/xof.ts';
import { changeStatus, holdOrder, type Held } from '../orders/change-status.ts';
import { record } from '../orders/history.ts';
import { shortNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import { receiptNumber } from './receipt-number.ts';
import { trimAsked } from './refund-source.ts';

/** Later than that it is a refund: both sides have counted on it. */
const UNDO_MS = 15 * 60_000;

/** `order`: back to wait for its deposit, or it stays begun because something was done since; `same` when it never depended on this money. */
export type Undone = { dueXof: number; order: 'back' | 'stays' | 'same' };

/** A wrong entry is never wiped out: the reverse is booked beside it, with the reason, its receipt is void and the client is told. */
export async function undoTake(business: Business, paymentId: string, cause: string): Promise<Undone | Refused<'unknown' | 'late' | 'undone'>> {
  const { db, id: tenantId, now } = business;
  await db.$queryRaw`SELECT id::text FROM "Payment" WHERE id = ${paymentId}::uuid AND "tenantId" = ${tenantId}::uuid FOR UPDATE`;
  const payment = await db.payment.findFirst({ where: { id: paymentId, method: { in: ['cash', 'declared', 'credit'] } } });
  const order = payment === null ? null : await holdOrder(business, payment.refId);
  if (payment === null || order === null) return { refused: 'unknown' };
  if (payment.status !== 'approved') return { refused: 'undone' };
  if (now.getTime() - payment.createdAt.getTime() > UNDO_MS) return { refused: 'late' };

  const taken = await db.ledgerEntry.findMany({ where: { refType: 'payment', refId: paymentId, kind: 'received' } });
  const side = (of: 'debitXof' | 'creditXof') => taken.filter((entry) => entry[of] > 0n).map((entry) => ({ account: entry.account as Account, xof: xof(entry[of]) }));
  const toOrder = side('creditXof').filter(({ account }) => account === `order:${order.id}`).reduce((sum, entry) => sum + entry.xof, 0);
  // It was given back meanwhile.
  if (order.paidXof < BigInt(toOrder)) return { refused: 'undone' };
  await post(db, { tenantId, kind: 'received.undone', refType: 'payment', refId: paymentId, at: now, debit: side('creditXof'), credit: side('debitXof') });
  await db.payment.update({ where: { id: paymentId }, data: { status: 'undone', reason: cause } });
  const where = await whereItStands(business, order, { toOrder: BigInt(toOrder), at: payment.createdAt });
  const dueXof = await lower(business, order, toOrder, cause);
  await goodsOf(order.kind)?.unpaid(business, { ...order, paidXof: order.paidXof - BigInt(toOrder) });
  if (where === 'back') await changeStatus({ ...business, role: 'system', actor: 'system' }, order, 'confirmed', cause);
  await tell(business, order, { paymentId, amountXof: xof(payment.amountXof), dueXof });
  return { dueXof, order: where };
}

/** What the history says since the money was noted: the work it let begin, and whatever was done then. */
async function whereItStands({ db }: Business, { id: orderId, status, paidXof, depositXof }: Held, { toOrder, at }: { toOrder: bigint; at: Date }): Promise<Undone['order']> {
  const since = await db.orderHistory.findMany({ where: { orderId, at: { gte: at } }, orderBy: { id: 'asc' } });
  const noted = since.findLastIndex(({ change, before, after }) => change === 'paid' && BigInt(after ?? 0) - BigInt(before ?? 0) === toOrder);
  const after = since.slice(noted + 1);
  const began = after.some(({ change, before, after: became, actor }) => change === 'status' && before === 'confirmed' && became === 'in_progress' && actor === 'system');
  if (!began || paidXof - toOrder >= depositXof) return 'same';
  return status === 'in_progress' && after.length === 1 ? 'back' : 'stays';
}

async function lower(business: Business, order: Held, toOrder: number, reason: string): Promise<number> {
  const paidXof = order.paidXof - BigInt(toOrder);
  await business.db.order.update({ where: { id: order.id }, data: { paidXof } });
  await trimAsked(business, { clientId: order.clientId, orderId: order.id }, xof(paidXof));
  await record(business, order.id, [{ change: 'undone', field: 'paidXof', before: String(order.paidXof), after: String(paidXof), reason }]);
  return xof((order.totalXof ?? 0n) - paidXof);
}

/** Who has not been told yet of the money is not told at all. */
async function tell({ db, name, takesBack }: Business, { clientId, seq, description }: Held, { paymentId, amountXof, dueXof }: { paymentId: string; amountXof: number; dueXof: number }): Promise<void> {
  const key = `payment:${paymentId}:`;
  const paper = await db.receiptPaper.findFirstOrThrow({ where: { paymentId }, select: { year: true, seq: true } });
  const values = { business: name, number: shortNumber(seq), what: description, amount: amountXof, due: dueXof, receipt: receiptNumber(paper).number };
  takesBack.push({ keys: key, orElse: { key: `${key}undone`, to: { clientId }, what: 'takeUndone', purpose: 'payment', values } });
}
