/** Said in words, and never by a colour alone. */
export type Reliability = 'high' | 'medium' | 'low';
export type Evidence = { usableDays: number; expectedUnits: number; wape: number | undefined };

/** How far a forecast can be leaned on: from how many days it was made, for how many units, and how well the same way would have foreseen the last weeks. */
export function reliability({ usableDays, expectedUnits, wape }: Evidence): Reliability {
  if (wape === undefined || wape > 0.35 || usableDays < 28) return 'low';
  return usableDays >= 56 && expectedUnits >= 64 && wape <= 0.15 ? 'high' : 'medium';
}

/** What a forecast that knows the true mean still errs on average, as a part of it, where customers come as they like (Poisson). */
export function leastError(expectedUnits: number): number {
  let error = 2 * Math.exp(-expectedUnits);
  for (let unit = 1; unit <= expectedUnits; unit++) error *= expectedUnits / unit;
  return error;
}
