/** Days that what is available lasts; undefined where no sale is expected. What is owed already lasts no day. */
export const coverageDays = (available: number, perDay: number): number | undefined => (perDay > 0 ? Math.max(0, available) / perDay : undefined);

/** Days until what is available is gone, by what each of them is expected to sell: closed ones sell nothing and count. Undefined beyond the last day foreseen. */
export function daysUntilGone(available: number, expected: readonly number[]): number | undefined {
  let left = available;
  const at = expected.findIndex((units) => (left -= units) <= NOTHING);
  return at === -1 ? undefined : at + 1;
}

/** What ten additions of a tenth leave over. */
const NOTHING = 1e-9;

/** One decimal below ten days, whole days from there. */
export const shownDays = (days: number): number => (days < 9.95 ? Math.round(days * 10) / 10 : Math.round(days));
