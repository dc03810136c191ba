import { milliOf, type Milli } from './quantity.ts';
import type { Business } from '../tenants/business.ts';

/** An order of goods, as the shelves need to know it. */
export type Ordered = { id: string; clientId: string; status: string; source: string; totalXof: bigint | null; paidXof: bigint };
export type OrderedLine = { variantId: string; description: string; qty: Milli; unitXof: number; lineXof: number };

export async function linesOfOrder({ db }: Business, orderId: string): Promise<OrderedLine[]> {
  const items = await db.orderItem.findMany({ where: { orderId }, orderBy: { variantId: 'asc' } });
  return items.flatMap(({ variantId, description, qty, unitPriceXof, lineXof }) => (variantId === null ? [] : [{ variantId, description, qty: milliOf(qty), unitXof: Number(unitPriceXof ?? 0n), lineXof: Number(lineXof ?? 0n) }]));
}
