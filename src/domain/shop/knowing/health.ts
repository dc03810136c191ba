import { coverageDays } from '../../stock/coverage.ts';
import { isDormant } from '../../stock/dormant.ts';
import type { Day } from '../../calendar/day.ts';
import { totalOf } from './sum.ts';
import type { KnownShelf } from './read-shelves.ts';

export type ShelfState = 'rupture' | 'low' | 'fine';
/** `worthXof`: at what it cost; `lastWorthXof`: at the last price paid; `unvalued`: products on the shelf that are in neither, as nobody knows what they cost. */
export type Health = { products: number; out: number; low: number; unvalued: number; worthXof: number; lastWorthXof: number };

export const stateNow = ({ available, min }: KnownShelf): ShelfState => (available <= 0 ? 'rupture' : min !== undefined && available <= min ? 'low' : 'fine');

export const healthOf = (shelves: readonly KnownShelf[]): Health => ({
  products: shelves.length, out: shelves.filter((shelf) => stateNow(shelf) === 'rupture').length, low: shelves.filter((shelf) => stateNow(shelf) === 'low').length, unvalued: shelves.filter(isUnvalued).length,
  worthXof: Math.round(totalOf(shelves, ({ worthXof }) => worthXof)), lastWorthXof: Math.round(totalOf(shelves, ({ lastWorthXof }) => lastWorthXof)),
});

const isUnvalued = ({ onHand, worthXof, unitCostXof }: KnownShelf): boolean => onHand > 0 && worthXof === 0 && unitCostXof === 0;

const RANK: Record<ShelfState, number> = { rupture: 0, low: 1, fine: 2 };

/** The worst first: what is out, what is low, and of those what lasts least. */
export const worstFirst = (shelves: readonly KnownShelf[]): KnownShelf[] => shelves.toSorted((one, other) =>
  RANK[stateNow(one)] - RANK[stateNow(other)] || lasts(one) - lasts(other) || one.name.localeCompare(other.name));

const lasts = ({ available, foreseen }: KnownShelf): number => coverageDays(available, foreseen?.perDay ?? 0) ?? Infinity;

/** What sleeps on the shelves, what it holds most money in first. */
export const dormantOf = (shelves: readonly KnownShelf[], today: Day, days?: number): KnownShelf[] =>
  shelves.filter((shelf) => isDormant({ onHand: shelf.onHand, lastEntryOn: shelf.lastEntryOn, ...(shelf.lastSoldOn === undefined ? {} : { lastSoldOn: shelf.lastSoldOn }) }, today, days)).sort((one, other) => other.worthXof - one.worthXof);

/** What the shelves of each category are worth, the most first. */
export const worthByCategory = (shelves: readonly KnownShelf[]): { category: string; worthXof: number }[] =>
  [...Map.groupBy(shelves, ({ category }) => category)].map(([category, all]) => ({ category, worthXof: Math.round(totalOf(all, ({ worthXof }) => worthXof)) })).sort((one, other) => other.worthXof - one.worthXof);
