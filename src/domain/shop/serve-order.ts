import { earnedBy } from '../stock/margin.ts';
import { leave } from '../stock/moving-average.ts';
import type { Business } from '../tenants/business.ts';
import { nextNumber } from '../tenants/next-number.ts';
import { bringBack } from './bring-back.ts';
import { holdVariants, type Shelf } from './hold-variant.ts';
import { freeGoods, keepGoods, keptFor, release } from './keep-goods.ts';
import { moveStock } from './move-stock.ts';
import { linesOfOrder, type Ordered, type OrderedLine } from './ordered.ts';
import { keptQty } from './quantity.ts';
import { costOfSale, keptCostXof, keptEarned } from './sale-cost.ts';
import type { PaidHow } from './sell.ts';
import { watchShelf } from './watch-shelf.ts';

/** V-318 goes on from one year to the next. */
const NO_YEAR = 0;
/** At the counter it is kept this much longer. */
const COUNTER_MS = 24 * 3_600_000;

/** Whether what an order wants is there: a count may have found less than was kept for it. */
export async function goodsHold(business: Business, order: Ordered): Promise<boolean> {
  if (business.settings.sellsBelowZero || (await saleOf(business, order.id)) !== null) return true;
  const lines = await linesOfOrder(business, order.id);
  const kept = await keptFor(business, order.id);
  const shelves = await holdVariants(business, lines.map(({ variantId }) => variantId), { archivedToo: true });
  return lines.every(({ variantId, qty }) => {
    const shelf = shelves.find((each) => each.variantId === variantId);
    return shelf !== undefined && qty <= (kept.some((each) => each.variantId === variantId) ? shelf.onHand : shelf.available);
  });
}

/** What was ordered leaves the shelf as one sale, once, however often it is said that it is paid. */
export async function leaveShelf(business: Business, order: Ordered): Promise<void> {
  const { db, id: tenantId, now } = business;
  if ((await saleOf(business, order.id)) !== null) return;
  const lines = await linesOfOrder(business, order.id);
  const shelves = await shelvesFor(business, order, lines);
  const leaving = lines.flatMap((line) => {
    const shelf = shelves.find(({ variantId }) => variantId === line.variantId);
    if (shelf === undefined) return [];
    const { holding, costMilliXof } = leave(shelf.held, BigInt(line.qty));
    return [{ line, shelf, holding, lineXof: line.lineXof, costXof: costOfSale(shelf, costMilliXof) }];
  });
  const before = await db.sale.count({ where: { orderId: order.id } });
  const seq = await nextNumber(business, 'sale', NO_YEAR);
  const { id: saleId } = await db.sale.create({
    data: { tenantId, seq, totalXof: order.totalXof ?? 0n, ...keptEarned(earnedBy(leaving)), paidHow: await paidHow(business, order), clientId: order.clientId, orderId: order.id, by: `client:${order.clientId}`, channel: order.source, key: `order:${order.id}:${before}`, soldAt: now },
    select: { id: true },
  });
  await db.saleLine.createMany({ data: leaving.map(({ line, costXof }) => ({ tenantId, saleId, variantId: line.variantId, qty: keptQty(line.qty), unitXof: BigInt(line.unitXof), lineXof: BigInt(line.lineXof), costXof: keptCostXof(costXof), soldAt: now })) });
  for (const { shelf, holding } of leaving) await watchShelf(business, await moveStock(business, shelf, { kind: 'sale', to: holding, ref: { type: 'sale', id: saleId } }));
}

/** It was not paid after all: what had left is there again, and kept for it. */
export async function takeBack(business: Business, order: Ordered): Promise<void> {
  const sale = await saleOf(business, order.id);
  if (sale === null || order.status === 'delivered' || order.paidXof >= (order.totalXof ?? 0n)) return;
  await bringBack(business, sale);
  await keepGoods(business, order.id);
}

/** Given up, its goods are there for others; handed over, they are gone whether paid or not; to be paid at the counter, they are kept for a day. */
export async function followOrder(business: Business, order: Ordered): Promise<void> {
  const { id, status } = order;
  if (status === 'delivered') return leaveShelf(business, order);
  if (status === 'preparing') await business.db.reservation.updateMany({ where: { orderId: id, releasedAt: null }, data: { expiresAt: new Date(business.now.getTime() + COUNTER_MS) } });
  if (status !== 'expired' && status !== 'cancelled') return;
  const sale = await saleOf(business, id);
  if (sale !== null) await bringBack(business, sale);
  await freeGoods(business, id);
}

const saleOf = ({ db }: Business, orderId: string) => db.sale.findFirst({ where: { orderId, voidedAt: null }, select: { id: true } });

/** With what was kept for it let go. */
async function shelvesFor(business: Business, { id }: Ordered, lines: OrderedLine[]): Promise<Shelf[]> {
  const released = await release(business, id);
  const held = await holdVariants(business, lines.map(({ variantId }) => variantId), { archivedToo: true });
  return held.map((shelf) => released.find(({ variantId }) => variantId === shelf.variantId) ?? shelf);
}

/** As the till counts it: what is handed over unpaid is owed for the order, and what its client had here is no money that comes. */
async function paidHow({ db }: Business, { id, totalXof, paidXof }: Ordered): Promise<PaidHow | 'other'> {
  if (paidXof < (totalXof ?? 0n)) return 'credit';
  const last = await db.payment.findFirst({ where: { refId: id, purpose: 'order', status: 'approved' }, orderBy: { settledAt: 'desc' }, select: { method: true } });
  if (last?.method === 'credit') return 'other';
  return last?.method === 'cash' ? 'cash' : 'momo';
}
