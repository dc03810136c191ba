import type { Business } from '../tenants/business.ts';
import type { Shelf } from './hold-variant.ts';
import { moveStock, type Move } from './move-stock.ts';
import { costOf } from './quantity.ts';

/** The first that is heard of what something costs: what is there of it already is worth as much. What was sold before keeps its unknown cost. */
export async function valueShelf(business: Business, shelf: Shelf, unitXof: number, ref: Move['ref']): Promise<Shelf> {
  if (shelf.costXof !== null || shelf.onHand <= 0) return shelf;
  const milliXof = costOf(shelf.onHand, unitXof);
  return moveStock(business, shelf, { kind: 'valued', to: { ...shelf.held, milliXof, lastMilliXof: costOf(1_000, unitXof) }, ref, costXof: unitXof });
}
