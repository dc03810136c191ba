import { isDormant, type Shelf } from './dormant.ts';
import { recommendedQuantity, type BuyingTerms } from './recommended-quantity.ts';
import type { Day } from '../calendar/day.ts';

export type Advice = { units: number } | { not: 'enough' | 'dormant' | 'belowMinimum' };
type Case = { target: number; position: number; terms: BuyingTerms; shelf: Shelf; today: Day; unitCostXof: number; minimumXof?: number };

/** What to order of a product today, or why nothing: a supplier takes no order below his minimum, and what sleeps needs no company. */
export function advise({ target, position, terms, shelf, today, unitCostXof, minimumXof = 0 }: Case): Advice {
  if (isDormant(shelf, today)) return { not: 'dormant' };
  const units = recommendedQuantity(target, position, terms);
  if (units === 0) return { not: target - position > 0 ? 'belowMinimum' : 'enough' };
  return units * unitCostXof < minimumXof ? { not: 'belowMinimum' } : { units };
}
