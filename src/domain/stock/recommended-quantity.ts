/** How a supplier sells, and the most the shop wants to hold. */
export type BuyingTerms = { packSize?: number; minimum?: number; maxStock?: number };

/** Quantities have three decimals: what is closer than this is the same. */
const NOTHING = 1e-6;

/** What to order to reach the target: whole packs, at least what the supplier sells, never more than the most to hold; 0 where those three cannot agree. */
export function recommendedQuantity(target: number, position: number, { packSize = 1, minimum = 0, maxStock = Infinity }: BuyingTerms = {}): number {
  const missing = target - position;
  if (missing <= NOTHING) return 0;
  const least = packsUp(minimum, packSize);
  const room = packsDown(maxStock - position, packSize);
  const wanted = Math.min(Math.max(packsUp(missing, packSize), least), room);
  return wanted < least || wanted <= 0 ? 0 : wanted;
}

const packsUp = (units: number, packSize: number): number => Math.ceil(units / packSize - NOTHING) * packSize;
const packsDown = (units: number, packSize: number): number => (units === Infinity ? Infinity : Math.floor(units / packSize + NOTHING) * packSize);
