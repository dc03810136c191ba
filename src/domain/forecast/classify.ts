export type DemandClass = 'smooth' | 'erratic' | 'intermittent' | 'lumpy';

const RARE = 1.32;
const UNEVEN = 0.49;

/** Days between two sales (ADI), and how far the sizes of sales vary (CV²); undefined where nothing was sold. */
export function demandShape(demand: readonly number[]): { interval: number; variation: number } | undefined {
  const sales = demand.filter((units) => units > 0);
  if (sales.length === 0) return undefined;
  const size = sales.reduce((sum, units) => sum + units, 0) / sales.length;
  return { interval: demand.length / sales.length, variation: sales.reduce((sum, units) => sum + (units - size) ** 2, 0) / sales.length / size ** 2 };
}

/** Syntetos, Boylan and Croston (2005). What never sells is rare at the least. */
export function classify(demand: readonly number[]): DemandClass {
  const { interval, variation } = demandShape(demand) ?? { interval: Infinity, variation: 0 };
  if (interval < RARE) return variation < UNEVEN ? 'smooth' : 'erratic';
  return variation < UNEVEN ? 'intermittent' : 'lumpy';
}
