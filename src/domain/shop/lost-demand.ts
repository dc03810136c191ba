import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { keptQty, type Milli } from './quantity.ts';

/** Somebody came for it and left without: a sale that was not made is demand all the same. Once for each message. */
export async function noteLost({ db, id: tenantId, actor, now }: Business, { variantId, qty, key }: { variantId: string; qty: Milli; key: string }): Promise<object | Refused<'quantity'>> {
  if (qty <= 0) return { refused: 'quantity' };
  await db.lostDemand.createMany({ data: [{ tenantId, variantId, qty: keptQty(qty), by: actor, key, at: now }], skipDuplicates: true });
  return {};
}
