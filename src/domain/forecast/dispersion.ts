import { meanLevel } from './levels.ts';
import { total, type Series } from './series.ts';

const BLOCK = 14;

/** How much more than by chance alone (Poisson, 1) the sales of a day vary: within fortnights, so that a level that moves is no variation. */
export function dispersion(series: Series): number {
  let [squares, degrees] = [0, 0];
  for (let first = series.units.length % BLOCK; first + BLOCK <= series.units.length; first += BLOCK) {
    const block = { units: series.units.subarray(first, first + BLOCK), weights: series.weights.subarray(first, first + BLOCK), at: series.at };
    const level = meanLevel(block);
    if (level === 0) continue;
    for (const [at, units] of block.units.entries()) {
      const expected = level * (block.weights[at] ?? 0);
      squares += (units - expected) ** 2 / expected;
    }
    degrees += BLOCK - 1;
  }
  return degrees === 0 || total(series.units) === 0 ? 1 : Math.max(0.2, squares / degrees);
}
