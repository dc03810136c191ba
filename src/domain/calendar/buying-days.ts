import { addDays, type Day } from './day.ts';
import { feastOn } from './feasts.ts';

/** What a feast makes people buy, they buy in the week before it. */
const WEEK = 7;

/** The days on which people buy for a feast, or keep it: `tabaski` is the day itself, `before tabaski` the days that lead up to it. */
export function buyingDays(from: Day, count: number, country: string): Map<Day, string> {
  const feasts = Array.from({ length: count + WEEK }, (_, ahead) => feastOn(addDays(from, ahead), country));
  const known = new Map<Day, string>();
  for (let ahead = 0; ahead < count; ahead++) {
    const next = feasts.slice(ahead, ahead + WEEK + 1).find((feast) => feast !== undefined);
    if (next !== undefined) known.set(addDays(from, ahead), feasts[ahead] === undefined ? `before ${next}` : next);
  }
  return known;
}
