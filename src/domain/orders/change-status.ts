import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { record } from './history.ts';
import { mayBecome, type OrderStatus } from './lifecycle.ts';

/** When an order reached a status, where somebody asks for it later. */
const STAMPS: Partial<Record<OrderStatus, 'confirmedAt' | 'readyAt' | 'deliveredAt'>> = { confirmed: 'confirmedAt', ready: 'readyAt', delivered: 'deliveredAt' };
const ENDED: readonly OrderStatus[] = ['delivered', 'rejected', 'expired', 'cancelled'];

/** The order as it is, held until the transaction ends. Undefined when this business has none. */
export async function holdOrder({ db, id: tenantId }: Business, orderId: string) {
  await db.$queryRaw`SELECT id::text FROM "Order" WHERE id = ${orderId}::uuid AND "tenantId" = ${tenantId}::uuid FOR UPDATE`;
  return db.order.findFirst({ where: { id: orderId } });
}
export type Held = NonNullable<Awaited<ReturnType<typeof holdOrder>>>;

/** The only place where the status of an order changes. What the lifecycle does not know is refused, and the refusal is in the history too. */
export async function changeStatus(business: Business, order: Held, to: OrderStatus, reason?: string): Promise<{ from: OrderStatus } | Refused<'impossible'>> {
  const from = order.status as OrderStatus;
  const why = reason === undefined ? {} : { reason };
  if (!mayBecome({ status: from, heldFrom: order.heldFrom }, to, business.role)) {
    await record(business, order.id, [{ change: 'refused', field: 'status', before: from, after: to, ...why }]);
    return { refused: 'impossible' };
  }

  const stamp = STAMPS[to];
  await business.db.order.update({
    where: { id: order.id },
    data: { status: to, heldFrom: to === 'on_hold' ? from : null, ...(stamp === undefined ? {} : { [stamp]: business.now }), ...(ENDED.includes(to) ? { endedAt: business.now } : {}) },
  });
  await record(business, order.id, [{ change: 'status', field: 'status', before: from, after: to, ...why }]);
  return { from };
}
