import type { Holding } from '../stock/moving-average.ts';
import type { Business } from '../tenants/business.ts';
import { callWaiting } from './call-waiting.ts';
import type { Shelf } from './hold-variant.ts';
import { keptCost, keptQty } from './quantity.ts';

export type MoveKind = 'sale' | 'void' | 'receipt' | 'return' | 'loss' | 'theft' | 'error' | 'opening' | 'order' | 'valued';
/** `to`: what is held then. `ref`: what caused it, which does so once. `costXof`: what a unit was bought at. */
export type Move = { kind: MoveKind; to: Holding; correctionMilliXof?: bigint; ref: { type: string; id: string }; costXof?: number };

const SOLD: readonly MoveKind[] = ['sale', 'order'];
const CAME: readonly MoveKind[] = ['receipt', 'opening'];

/** The only place where a stock changes: its movement, and the cache of what is there, in one go. Gives the shelf as it is now. */
export async function moveStock(business: Business, shelf: Shelf, { kind, to, correctionMilliXof = 0n, ref, costXof }: Move): Promise<Shelf> {
  const { db, id: tenantId, actor, channel, now } = business;
  const { held, variantId } = shelf;
  const qty = Number(to.milli - held.milli);
  await db.stockMove.create({
    data: { tenantId, variantId, kind, qty: keptQty(qty), worth: keptCost(to.milliXof - held.milliXof), corrected: keptCost(correctionMilliXof), refType: ref.type, refId: ref.id, by: actor, channel, at: now },
    select: { id: true },
  });
  await db.variant.update({
    where: { id: variantId },
    data: {
      onHand: keptQty(Number(to.milli)), worth: keptCost(to.milliXof), unitCost: keptCost(to.lastMilliXof), ...(costXof === undefined ? {} : { costXof: BigInt(costXof) }),
      ...(SOLD.includes(kind) ? { lastSoldAt: now } : {}), ...(CAME.includes(kind) ? { lastInAt: now } : {}),
    },
    select: { id: true },
  });
  const left = { ...shelf, held: to, onHand: Number(to.milli), available: shelf.available + qty, costXof: costXof ?? shelf.costXof };
  if (qty > 0) await callWaiting(business, left);
  return left;
}
