import { addDays, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';
import type { Figures, SoldProduct } from './figures.ts';
import { dormantOf } from './health.ts';
import { adviceFor, momentOf } from './judge.ts';
import type { KnownShelf } from './read-shelves.ts';
import { foretoldOuts } from './stock-outs.ts';
import { totalOf } from './sum.ts';

/** A sentence to be said, by its kind, and what stands in it. */
export type Counsel = { kind: 'order' | 'orderNow' | 'restock' | 'asleep' | 'growth' | 'fall' | 'lost' | 'star'; values: Record<string, string | number> };

const SENTENCES = 3;
/** Less than that is no change. */
const CHANGE = 0.05;

/** What matters most now, at most three sentences, each computed from what is known today. */
export function counselOf(business: Business, shelves: readonly KnownShelf[], week: Figures, best: readonly SoldProduct[]): Counsel[] {
  return [outOf(shelves, business), orderOf(shelves, business), asleepOf(shelves, momentOf(business).today), changeOf(week), lostOf(week), starOf(best)].filter((each) => each !== undefined).slice(0, SENTENCES);
}

/** What is out and sells best. */
function outOf(shelves: readonly KnownShelf[], business: Business): Counsel | undefined {
  const worth = ({ foreseen, priceXof }: KnownShelf): number => (foreseen?.perDay ?? 0) * priceXof;
  const [shelf] = shelves.filter((each) => each.available <= 0 && worth(each) > 0).sort((one, other) => worth(other) - worth(one));
  if (shelf?.foreseen === undefined) return undefined;
  return { kind: 'restock', values: { product: shelf.name, amount: Math.round(worth(shelf)), units: unitsOf(shelf, business), supplier: shelf.supplier } };
}

/** What will run out first among what matters most. */
function orderOf(shelves: readonly KnownShelf[], business: Business): Counsel | undefined {
  const foretold = foretoldOuts(shelves, business).filter(({ shelf }) => unitsOf(shelf, business) > 0);
  const { today } = momentOf(business);
  const first = foretold.find(({ shelf }) => shelf.foreseen?.abc === 'A') ?? foretold[0];
  if (first?.judged.out.on === undefined) return undefined;
  const { shelf, judged } = first;
  const inTime = addDays(judged.out.on ?? today, -Math.ceil(shelf.foreseen?.leadDays ?? 0));
  return { kind: inTime <= today ? 'orderNow' : 'order', values: { product: shelf.name, on: judged.out.on ?? today, units: unitsOf(shelf, business), amount: Math.round(unitsOf(shelf, business) * shelf.unitCostXof), priced: shelf.unitCostXof > 0 ? 'known' : 'unknown', before: inTime } };
}

function unitsOf(shelf: KnownShelf, business: Business): number {
  const advice = shelf.foreseen && adviceFor(shelf, shelf.foreseen.target, momentOf(business).today);
  return advice !== undefined && 'units' in advice ? advice.units : 0;
}

function asleepOf(shelves: readonly KnownShelf[], today: Day): Counsel | undefined {
  const asleep = dormantOf(shelves, today);
  return asleep[0] && { kind: 'asleep', values: { products: asleep.length, amount: Math.round(totalOf(asleep, ({ worthXof }) => worthXof)), product: asleep[0].name } };
}

function changeOf({ growth, turnoverXof }: Figures): Counsel | undefined {
  if (growth === undefined || Math.abs(growth) < CHANGE) return undefined;
  return { kind: growth > 0 ? 'growth' : 'fall', values: { pct: Math.round(Math.abs(growth) * 100), amount: turnoverXof } };
}

const lostOf = ({ lost, service }: Figures): Counsel | undefined => (lost > 0 && service !== undefined ? { kind: 'lost', values: { lost, pct: Math.round(service * 100) } } : undefined);

function starOf([first, ...others]: readonly SoldProduct[]): Counsel | undefined {
  if (first === undefined) return undefined;
  return { kind: 'star', values: { product: first.name, amount: first.revenueXof, pct: Math.round((first.revenueXof / (first.revenueXof + totalOf(others, ({ revenueXof }) => revenueXof))) * 100) } };
}
