import { countQuantile } from './count-quantile.ts';
import type { Forecast } from './forecast-shop.ts';

/** One time in ten less, one time in ten more. */
const LOW = 0.1;
const HIGH = 0.9;

/** The units sold by the end of each day: as expected, and as one time in ten falls short of and exceeds. `openLeft` is the share of today's opening hours still to come. */
export function cumulativeDemand({ expected, dispersion, levelError }: Pick<Forecast, 'expected' | 'dispersion' | 'levelError'>, openLeft = 1): { expected: number[]; low: number[]; high: number[] } {
  let sum = 0;
  const means = expected.map((units, ahead) => (sum += ahead === 0 ? units * openLeft : units));
  const paths = (p: number): number[] => means.map((mean) => countQuantile(p, mean, dispersion * mean + (levelError * mean) ** 2));
  return { expected: means, low: paths(LOW), high: paths(HIGH) };
}
