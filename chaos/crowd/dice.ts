/** Chance that can be had again: the same seed gives the same throws. */
export type Dice = { throw: () => number; between: (min: number, max: number) => number; oneOf: <T>(choices: readonly [T, ...T[]]) => T; happens: (probability: number) => boolean; another: () => Dice };

export function createDice(seed: number): Dice {
  let state = seed >>> 0;

  /** mulberry32: small, and good enough to choose a moment. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const whole = (count: number) => Math.floor(next() * count);
  return {
    throw: next,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    oneOf: (choices) => choices[whole(choices.length)] ?? choices[0],
    happens: (probability) => next() < probability,
    another: () => createDice(Math.floor(next() * 2 ** 32)),
  };
}
