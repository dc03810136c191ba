/** Dice of a seed (sfc32), and what they make. */
export type Chance = ReturnType<typeof chance>;

export function chance(seed: number) {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 15; warm++) next();

  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const between = (low: number, high: number): number => low + (high - low) * next();
  /** Marsaglia and Tsang. */
  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * next() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }
  function poisson(mean: number): number {
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let count = 0;
    for (let left = next(); left > Math.exp(-mean); left *= next()) count += 1;
    return count;
  }
  return {
    next, normal, between, gamma, poisson,
    whole: (low: number, high: number): number => Math.floor(between(low, high + 1)),
    lognormal: (median: number, sd: number): number => median * Math.exp(sd * normal()),
    /** Poisson whose mean varies: the smaller the shape, the wilder. */
    negativeBinomial: (mean: number, shape: number): number => poisson(mean * (gamma(shape) / shape)),
    oneOf: <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value,
  };
}
