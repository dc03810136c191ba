/** What was sold, and what was foreseen for the same product and time. */
export type Foreseen = { actual: number; forecast: number };

/** Of all that was sold, how much was foreseen wrongly; undefined where nothing was sold. */
export const wape = (pairs: readonly Foreseen[]): number | undefined => ofSales(pairs, ({ actual, forecast }) => Math.abs(actual - forecast));
/** Above 0 too much was foreseen. */
export const bias = (pairs: readonly Foreseen[]): number | undefined => ofSales(pairs, ({ actual, forecast }) => forecast - actual);

/** In units of the error of saying « as yesterday » over the past: below 1 is better than that. */
export const mase = (pairs: readonly Foreseen[], past: readonly number[]): number | undefined => scaled(mean(pairs.map(({ actual, forecast }) => Math.abs(actual - forecast))), mean(steps(past).map(Math.abs)));
/** The same in squares: it minds large errors more. */
export const rmsse = (pairs: readonly Foreseen[], past: readonly number[]): number | undefined => scaled(Math.sqrt(mean(pairs.map(({ actual, forecast }) => (actual - forecast) ** 2))), Math.sqrt(mean(steps(past).map((step) => step ** 2))));

/** Only where something was always sold: it has no value at 0 and punishes too much harder than too little. */
export const mape = (pairs: readonly Foreseen[]): number | undefined => (pairs.length > 0 && pairs.every(({ actual }) => actual > 0) ? mean(pairs.map(({ actual, forecast }) => Math.abs(actual - forecast) / actual)) : undefined);

function ofSales(pairs: readonly Foreseen[], error: (pair: Foreseen) => number): number | undefined {
  const sold = pairs.reduce((sum, { actual }) => sum + actual, 0);
  return sold > 0 ? pairs.reduce((sum, pair) => sum + error(pair), 0) / sold : undefined;
}

const scaled = (error: number, scale: number): number | undefined => (scale > 0 ? error / scale : undefined);
const steps = (past: readonly number[]): number[] => past.slice(1).map((units, at) => units - (past[at] ?? units));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
