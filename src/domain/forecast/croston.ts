/** Sizes and intervals of what sells now and then, smoothed apart. */
type Croston = { size: number; interval: number };

const ALPHA = 0.1;
const TSB_CHANCE = 0.05;

/** The forecast a day, begun by the first sale; 0 while nothing was sold. */
export function croston(demand: readonly number[], alpha = ALPHA): number {
  let state: Croston | undefined;
  let since = 1;
  for (const units of demand) {
    if (units <= 0) {
      since += 1;
      continue;
    }
    state = state === undefined ? { size: units, interval: since } : { size: state.size + alpha * (units - state.size), interval: state.interval + alpha * (since - state.interval) };
    since = 1;
  }
  return state === undefined ? 0 : state.size / state.interval;
}

/** Syntetos and Boylan: Croston forecasts too much. */
export const sba = (demand: readonly number[], alpha = ALPHA): number => (1 - alpha / 2) * croston(demand, alpha);
/** Shale, Boylan and Johnston: the same, for sales that come as they like. */
export const sbj = (demand: readonly number[], alpha = ALPHA): number => (1 - alpha / (2 - alpha)) * croston(demand, alpha);

/** Teunter, Syntetos and Babai: the chance of a sale falls on each day without one, so that what nobody buys any more fades. Begun by averages. */
export function tsb(demand: readonly number[], alpha = ALPHA, beta = TSB_CHANCE): number {
  const sales = demand.filter((units) => units > 0);
  if (sales.length === 0) return 0;
  let chance = sales.length / demand.length;
  let size = sales.reduce((sum, units) => sum + units, 0) / sales.length;
  for (const units of demand) {
    if (units > 0) size += alpha * (units - size);
    chance += beta * ((units > 0 ? 1 : 0) - chance);
  }
  return chance * size;
}
