import { adjust, enter } from '../stock/moving-average.ts';
import type { Business } from '../tenants/business.ts';
import { holdVariants, type Shelf } from './hold-variant.ts';
import { moveStock } from './move-stock.ts';
import { milliOf, milliXofOf, type Milli } from './quantity.ts';
import { watchShelf } from './watch-shelf.ts';

export type Returned = { name: string; unit: string; qty: Milli; left: Shelf };

/** A sale that was none: what had left comes back at what it cost, and both stay written. Whoever calls holds it. */
export async function bringBack(business: Business, { id }: { id: string }): Promise<Returned[]> {
  const { db, now, actor } = business;
  await db.sale.update({ where: { id }, data: { voidedAt: now, voidedBy: actor }, select: { id: true } });
  const moves = await db.stockMove.findMany({ where: { refType: 'sale', refId: id, kind: 'sale' }, orderBy: { variantId: 'asc' } });
  const shelves = await holdVariants(business, moves.map(({ variantId }) => variantId), { archivedToo: true });
  const lines: Returned[] = [];
  for (const move of moves) {
    const shelf = shelves.find(({ variantId }) => variantId === move.variantId);
    if (shelf === undefined) throw new Error('goods that left a shelf that never was');
    const qty = -milliOf(move.qty);
    const worth = -milliXofOf(move.worth);
    // What had left at an unknown cost is worth what the others there are, should that be known by now.
    const { holding, correctionMilliXof } = worth === 0n ? { holding: adjust(shelf.held, BigInt(qty)), correctionMilliXof: 0n } : enter(shelf.held, BigInt(qty), worth);
    const left = await moveStock(business, shelf, { kind: 'void', to: holding, correctionMilliXof, ref: { type: 'sale', id } });
    lines.push({ name: shelf.name, unit: shelf.unit, qty, left });
  }
  await watchShelf(business, ...lines.map(({ left }) => left));
  return lines;
}
