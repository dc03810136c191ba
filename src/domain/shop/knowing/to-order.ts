import type { Business } from '../../tenants/business.ts';
import { adviceFor, momentOf } from './judge.ts';
import type { KnownShelf } from './read-shelves.ts';

/** One product to order: so many pieces, at what they last cost. */
export type ToOrder = { shelf: KnownShelf; units: number; costXof: number };
export type SupplierNeeds = { supplierId: string; supplier: string; lines: ToOrder[]; totalXof: number };

/** What to order today, by supplier: the one that costs most first. */
export function toOrder(shelves: readonly KnownShelf[], business: Pick<Business, 'now' | 'timezone' | 'settings'>): SupplierNeeds[] {
  const { today } = momentOf(business);
  const lines = shelves.flatMap((shelf): ToOrder[] => {
    const advice = shelf.foreseen && adviceFor(shelf, shelf.foreseen.target, today);
    return advice !== undefined && 'units' in advice ? [{ shelf, units: advice.units, costXof: Math.round(advice.units * shelf.unitCostXof) }] : [];
  });
  return [...Map.groupBy(lines, ({ shelf }) => shelf.supplierId)]
    .map(([supplierId, all]) => ({ supplierId, supplier: all[0]?.shelf.supplier ?? '', lines: all.toSorted((one, other) => other.costXof - one.costXof), totalXof: all.reduce((sum, { costXof }) => sum + costXof, 0) }))
    .sort((one, other) => other.totalXof - one.totalXof);
}

export const totalToOrder = (needs: readonly SupplierNeeds[]): { products: number; totalXof: number; suppliers: number } => ({
  products: needs.reduce((sum, { lines }) => sum + lines.length, 0), totalXof: needs.reduce((sum, { totalXof }) => sum + totalXof, 0), suppliers: needs.length,
});
