import { dayAt, type Day } from '../../calendar/day.ts';
import { coverageDays } from '../../stock/coverage.ts';
import { isDormant } from '../../stock/dormant.ts';
import type { Business } from '../../tenants/business.ts';
import { stateNow } from '../knowing/health.ts';
import { readShelves, type KnownShelf } from '../knowing/read-shelves.ts';

export type StockState = 'out' | 'low' | 'fine' | 'over' | 'dormant';
/** Quantities in thousandths; what a shelf has not is left out. */
export type ShelfRow = {
  code: string; name: string; category?: string; supplier?: string; unit: string; onHandMilli: number; minMilli?: number; maxMilli?: number; priceXof: number; worthMilliXof: number; state: StockState; coverageDays?: number;
};

/** All that is on the shelves: two questions, however many there are. */
export async function readInventory(business: Business): Promise<{ rows: ShelfRow[] } | undefined> {
  const today = dayAt(business.now, business.timezone);
  const shelves = await readShelves(business);
  return shelves.length === 0 ? undefined : { rows: shelves.map((shelf) => rowOf(shelf, today)) };
}

function rowOf(shelf: KnownShelf, today: Day): ShelfRow {
  const { code, name, category, supplier, unit, onHand, available, min, maxStock, priceXof, worthXof, foreseen } = shelf;
  const lasts = coverageDays(available, foreseen?.perDay ?? 0);
  return {
    code, name, unit, priceXof, onHandMilli: milli(onHand), worthMilliXof: milli(worthXof), state: stateOf(shelf, today),
    ...(category === '' ? {} : { category }), ...(supplier === '' ? {} : { supplier }), ...(min === undefined ? {} : { minMilli: milli(min) }), ...(maxStock === undefined ? {} : { maxMilli: milli(maxStock) }), ...(lasts === undefined ? {} : { coverageDays: lasts }),
  };
}

const milli = (units: number): number => Math.round(units * 1_000);

/** One word for each: what sleeps is neither short nor too much. */
function stateOf(shelf: KnownShelf, today: Day): StockState {
  const { onHand, lastEntryOn, lastSoldOn, maxStock } = shelf;
  const state = stateNow(shelf);
  if (state === 'rupture') return 'out';
  if (isDormant({ onHand, lastEntryOn, ...(lastSoldOn === undefined ? {} : { lastSoldOn }) }, today)) return 'dormant';
  if (state === 'low') return 'low';
  return maxStock !== undefined && onHand > maxStock ? 'over' : 'fine';
}
