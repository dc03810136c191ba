import { chance } from './chance.ts';
import type { SimulatedProduct } from './simulated-shop.ts';

/** What the shop's own books say of a day. */
export type SeenDay = { sold: number; lost: number; inStock: number };
export type Shelf = ReturnType<typeof openShelf>;

/** One in so many evenings, those who left without are written down. */
const NOTED = 0.2;
const SUPPLIER_SPREAD = 0.3;

/** A product in a shop, one day after another: a delivery in the morning, customers, and in the evening perhaps an order. */
export function openShelf({ demand, leadDays, launched }: SimulatedProduct, { seed, stock }: { seed: number; stock: number }) {
  const [notes, roads] = [chance(seed), chance(seed + 500_000)];
  const seen: SeenDay[] = [];
  const stocks: number[] = [];
  const took: number[] = [];
  let coming: { on: number; units: number }[] = [];
  let onHand = stock;
  return {
    seen, stocks, took,
    live(at: number): void {
      if (at < launched) return;
      onHand += coming.filter(({ on }) => on <= at).reduce((sum, { units }) => sum + units, 0);
      coming = coming.filter(({ on }) => on > at);
      const asked = demand[at] ?? 0;
      const sold = Math.min(asked, onHand);
      const inStock = asked > sold ? sold / asked : onHand > 0 ? 1 : 0;
      onHand -= sold;
      seen.push({ sold, lost: notes.next() < NOTED ? asked - sold : 0, inStock });
      stocks.push(onHand);
    },
    position: (): number => onHand + coming.reduce((sum, { units }) => sum + units, 0),
    order(at: number, units: number): void {
      if (units <= 0) return;
      const days = Math.max(1, Math.round(leadDays * (1 + SUPPLIER_SPREAD * roads.normal())));
      took.push(days);
      coming.push({ on: at + days, units });
    },
  };
}

export type Card = { least: number; most: number };
/** A shelf card: below the least, order up to the most. */
export const byCard = (position: number, { least, most }: Card): number => (position <= least ? Math.ceil(most - position) : 0);

/** How a shop without a forecast keeps itself: by what sold over the year, some days beyond the delivery. It runs out now and then. */
function usualCard({ demand, leadDays, launched }: SimulatedProduct): Card {
  const since = demand.slice(launched);
  const perDay = since.reduce((sum, units) => sum + units, 0) / Math.max(1, since.length);
  const least = Math.max(1, perDay * (leadDays + 3));
  return { least, most: least + Math.max(2, perDay * 14) };
}

/** A product kept by its card from its first day. */
export function keptByCard(product: SimulatedProduct, { seed, to }: { seed: number; to: number }): Shelf {
  const card = usualCard(product);
  const shelf = openShelf(product, { seed, stock: Math.ceil(card.most) });
  for (let at = product.launched; at < to; at++) {
    shelf.live(at);
    shelf.order(at, byCard(shelf.position(), card));
  }
  return shelf;
}
