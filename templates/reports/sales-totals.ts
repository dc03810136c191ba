import { addDays } from '../../src/domain/calendar/day.ts';
import { earnedBy } from '../../src/domain/stock/margin.ts';
import type { SalesFigures, SoldLine } from './figures.ts';

export interface Sum {
  xof: number;
  /** Of the lines whose cost is known. */
  costXof: number;
  marginXof: number;
  sales: number;
}
export interface ProductSum extends Sum {
  /** The order in which it first appears: names and codes that look alike are told apart by it. */
  number: number;
  code: string;
  name: string;
  category: string;
  unit: string;
  qtyMilli: number;
}
export interface SalesTotals {
  all: Sum;
  days: Map<string, Sum>;
  products: Map<string, ProductSum>;
  categories: Map<string, Sum>;
  lastSale: string | undefined;
}

const none = (): Sum => ({ xof: 0, costXof: 0, marginXof: 0, sales: 0 });

/** Every day of the period is there, also one without a sale. */
export function emptyTotals({ from, to }: Pick<SalesFigures, 'from' | 'to'>): SalesTotals {
  const days = new Map<string, Sum>();
  for (let day = from; day <= to; day = addDays(day, 1)) days.set(day, none());
  return { all: none(), days, products: new Map(), categories: new Map(), lastSale: undefined };
}

export function addLine(totals: SalesTotals, line: SoldLine, category: string): { product: number; isNewSale: boolean } {
  const isNewSale = line.sale !== totals.lastSale;
  totals.lastSale = line.sale;
  const product = kept(totals.products, JSON.stringify([line.code, line.name]), () => ({ ...none(), number: totals.products.size + 1, code: line.code, name: line.name, category, unit: line.unit, qtyMilli: 0 }));
  product.qtyMilli += line.qtyMilli;
  const { costXof, marginXof } = earnedBy([line]);
  for (const sum of [totals.all, product, kept(totals.days, line.on, none), kept(totals.categories, category, none)]) {
    sum.xof += line.lineXof;
    sum.costXof += costXof;
    sum.marginXof += marginXof;
    if (isNewSale) sum.sales += 1;
  }
  return { product: product.number, isNewSale };
}

/** Those that brought in most first, as they came where two brought in the same. */
export const mostFirst = <One extends Sum>(sums: ReadonlyMap<string, One>): [string, One][] => [...sums].sort(([, one], [, other]) => other.xof - one.xof);

function kept<One>(map: Map<string, One>, key: string, make: () => One): One {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
