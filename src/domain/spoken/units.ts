/** Shorter than this it is an abbreviation: « 5 kg ». */
const WORD_CHARS_MIN = 3;

/** « 32 sacs », « 2 plateaux », « 5 kg »: as a unit is written behind a number. */
export function unitFor(unit: string, count: number): string {
  if (Math.abs(count) < 2 || unit.length < WORD_CHARS_MIN || /[sxz]$/i.test(unit)) return unit;
  return /eau$/i.test(unit) ? `${unit}x` : `${unit}s`;
}
