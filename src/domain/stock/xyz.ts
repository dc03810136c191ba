import { mean, standardDeviation } from './spread.ts';

export type XyzClass = 'X' | 'Y' | 'Z';

/** How regularly a product sells, from its sales of equal periods: X hardly varies, Z is anybody's guess. */
export function xyzClass(sales: readonly number[]): XyzClass {
  const variation = standardDeviation(sales) / mean(sales);
  return variation < 0.5 ? 'X' : variation < 1 ? 'Y' : 'Z';
}
