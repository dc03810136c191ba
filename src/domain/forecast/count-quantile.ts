import { normalQuantile } from './normal-quantile.ts';

/** From here on counts are as good as normal. */
const MANY = 400;

/** The least number of units that a share `p` of all outcomes does not exceed: negative binomial, or Poisson where sales vary less than that. */
export function countQuantile(p: number, mean: number, variance: number): number {
  if (mean <= 0) return 0;
  const spread = Math.max(variance, mean);
  if (mean > MANY) return Math.max(0, mean + normalQuantile(p) * Math.sqrt(spread));
  const excess = spread / mean - 1;
  // ln P(0) and the ratio of each probability to the one before it.
  let probability = Math.exp(excess < 1e-6 ? -mean : (-mean / excess) * Math.log1p(excess));
  const far = Math.ceil(mean + 12 * Math.sqrt(spread)) + 50;
  let units = 0;
  for (let below = probability; below < p && units < far; below += probability) {
    probability *= excess < 1e-6 ? mean / (units + 1) : ((mean / excess + units) / (units + 1)) * (excess / (1 + excess));
    units += 1;
  }
  return units;
}
