import { expect, test } from '@jest/globals';
import { wape, type Foreseen } from '../../src/domain/forecast/error-measures.ts';
import { LEVELS, type Method } from '../../src/domain/forecast/levels.ts';
import { chance } from './chance.ts';

const SEED = 5;
const REPEATS = 1_500;
const PAST = 90;
const AHEAD = 15;
const WAYS: Method[] = ['mean', 'smoothing', 'sba', 'tsb'];
/** Of a hundred repeats of a test like this, the mean of one strays so far. */
const STRAYS = 2;

test.each([[0.1, [67.5, 82.5, 72.2, 73.4]], [0.3, [39.6, 49.2, 40.6, 43.2]], [1, [22.8, 28, 25.3, 25]], [3, [12.6, 15.4, 15.4, 15]]])('5.6 · customers who come as they like, %d a day: what each way errs on a fortnight, from ninety days', (perDay, expected) => {
  const dice = chance(SEED);
  const draw = (count: number): Float64Array => Float64Array.from({ length: count }, () => dice.poisson(perDay));
  const cases = Array.from({ length: REPEATS }, () => ({ past: { units: draw(PAST), weights: new Float64Array(PAST).fill(1), at: Int32Array.from({ length: PAST }, (_, at) => at) }, actual: draw(AHEAD).reduce((sum, units) => sum + units, 0) }));
  for (const [at, way] of WAYS.entries()) {
    const pairs = cases.map(({ past, actual }): Foreseen => ({ actual, forecast: AHEAD * LEVELS[way](past) }));
    expect([way, Math.abs(100 * (wape(pairs) ?? NaN) - (expected[at] ?? NaN)) < STRAYS]).toEqual([way, true]);
  }
});
