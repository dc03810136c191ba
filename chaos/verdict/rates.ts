import type { Sent } from './evidence.ts';

const SECOND = 1_000;
/** What Meta takes for one pair of numbers: so many at once, then one in so long. */
const PAIR_BURST = 45;
const PAIR_MS = 6_000;

/** The most that any second held, wherever it begins. */
export function busiestSecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  return sorted.reduce((most, at, n) => {
    while (at - (sorted[first] ?? at) >= SECOND) first += 1;
    return Math.max(most, n - first + 1);
  }, 0);
}

/** Contacts who got more than 45 and one for each six seconds, in whatever stretch of time. */
export function overPairRate(sent: readonly Sent[]): string[] {
  return [...Map.groupBy(sent.filter(({ channel }) => channel === 'whatsapp'), ({ contact }) => contact)].flatMap(([contact, messages]) => {
    const times = messages.map(({ at }) => at).toSorted((a, b) => a - b);
    const over = times.some((from, i) => times.some((to, j) => j >= i && j - i + 1 > PAIR_BURST + (to - from) / PAIR_MS));
    return over ? [contact] : [];
  });
}
