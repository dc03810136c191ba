import type { Order } from '../../generated/prisma/client.ts';
import type { Refused } from '../../scope.ts';
import { goodsOf } from '../goods-of-order.ts';
import type { Business } from '../tenants/business.ts';
import { record } from './history.ts';
import { ENDED, mayBecome, type OrderKind, type OrderStatus } from './lifecycle.ts';
import { planTasks } from './plan-tasks.ts';
import { planTimers } from './timers.ts';

type Stamp = 'confirmedAt' | 'priceLockedAt' | 'readyAt' | 'deliveredAt';
/** When an order reached a status, where somebody asks for it later. */
const STAMPS: Partial<Record<OrderStatus, readonly Stamp[]>> = { confirmed: ['confirmedAt', 'priceLockedAt'], awaiting_payment: ['confirmedAt'], preparing: ['confirmedAt'], ready: ['readyAt'], delivered: ['deliveredAt'] };

/** The order as it is, held until the transaction ends. Null when this business has none. */
export async function holdOrder({ db, id: tenantId }: Business, orderId: string): Promise<Held | null> {
  const [order] = await db.$queryRaw<Order[]>`SELECT * FROM "Order" WHERE id = ${orderId}::uuid AND "tenantId" = ${tenantId}::uuid FOR UPDATE`;
  return order ?? null;
}
export type Held = Order;

/** The only place where the status of an order changes, and its timers are set. What the lifecycle does not know is refused, and the refusal is in the history too. */
export async function changeStatus(business: Business, order: Held, to: OrderStatus, reason?: string): Promise<{ from: OrderStatus } | Refused<'impossible'>> {
  const from = order.status as OrderStatus;
  const why = reason === undefined ? {} : { reason };
  if (!mayBecome({ kind: order.kind as OrderKind, status: from, heldFrom: order.heldFrom }, to, business.role)) return refuseChange(business, order, to, reason);

  const stamps = Object.fromEntries((STAMPS[to] ?? []).map((stamp) => [stamp, business.now]));
  const changed = await business.db.order.update({
    where: { id: order.id },
    data: { status: to, heldFrom: to === 'on_hold' ? from : null, ...stamps, endedAt: ENDED.includes(to) ? business.now : null },
  });
  await record(business, order.id, [{ change: 'status', field: 'status', before: from, after: to, ...why }]);
  await planTimers(business, order.id, to);
  if (to === 'in_progress') await planTasks(business, order.id);
  await goodsOf(order.kind)?.follow(business, changed);
  await beginPaid(business, changed);
  return { from };
}

/** Nothing changes, but that it was tried. */
export async function refuseChange(business: Business, { id, status }: Held, to: OrderStatus, reason?: string): Promise<Refused<'impossible'>> {
  await record(business, id, [{ change: 'refused', field: 'status', before: status, after: to, ...(reason === undefined ? {} : { reason }) }]);
  return { refused: 'impossible' };
}

/** With nothing missing of its deposit the work on what is confirmed begins of itself; what was in a cart leaves the shelf once all of it is paid. */
export async function beginPaid(business: Business, order: Held): Promise<void> {
  const bySystem = { ...business, role: 'system', actor: 'system' } as const;
  if (order.status === 'confirmed' && order.paidXof >= order.depositXof) await changeStatus(bySystem, order, 'in_progress');
  if (order.kind !== 'shop' || order.endedAt !== null || order.paidXof < (order.totalXof ?? 0n)) return;
  await goodsOf(order.kind)?.paid(business, order);
  if (order.status === 'awaiting_payment') await changeStatus(bySystem, order, 'preparing');
}

/** A cart that was no longer kept is kept again, as it was and at its price, where all of it is still there. After a day it is filled anew. */
export async function keepAgain(business: Business, order: Held): Promise<Held | Refused<'short' | 'closed'>> {
  const { now, db } = business;
  if (!mayBecome({ kind: order.kind as OrderKind, status: order.status as OrderStatus, heldFrom: order.heldFrom }, 'awaiting_payment', business.role)) return { refused: 'closed' };
  if (now.getTime() - order.createdAt.getTime() > PRICE_MS) return { refused: 'short' };
  if ((await goodsOf(order.kind)?.keep(business, order)) !== true) return { refused: 'short' };
  const changed = await changeStatus(business, order, 'awaiting_payment');
  return 'refused' in changed ? { refused: 'closed' } : db.order.findUniqueOrThrow({ where: { id: order.id } });
}

/** The order that money has come for. A cart that was no longer kept is kept again; one whose goods have gone meanwhile takes none. */
export async function asItCanBe(business: Business, order: Held): Promise<Held> {
  const goods = goodsOf(order.kind);
  if (goods === undefined) return order;
  if (hasLapsed(order)) {
    const again = await keepAgain(business, order);
    return 'refused' in again ? order : again;
  }
  if (order.endedAt !== null || (await goods.hold(business, order))) return order;
  await changeStatus({ ...business, role: 'system', actor: 'system' }, order, 'expired', 'gone');
  return business.db.order.findUniqueOrThrow({ where: { id: order.id } });
}

/** Whether it is one that may be kept again. */
export const hasLapsed = ({ kind, status }: Pick<Held, 'kind' | 'status'>): boolean => kind === 'shop' && status === 'expired';

/** A price that was shown holds so long. */
const PRICE_MS = 24 * 3_600_000;
