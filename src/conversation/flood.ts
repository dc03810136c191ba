import type { Burst, Flood } from '../db/desk.ts';

/** More messages than this within so long, and their answers are withheld until the contact is calm. */
export type FloodLimit = { messages: number; withinMs: number };

/** What becomes of the answer to a message. `ended`: the burst before it, which nobody has been told about yet. */
export type Weighed = { flood: Flood; answer: 'given' | 'notice' | 'withheld'; ended: Burst | null };

const CALM: Flood = { seen: [], burst: null };
/** What is told of a burst stays short enough for an SMS. */
const ACTS_MAX = 3;
const ACT_CHARS_MAX = 100;

/** Weighs one more counted message, by when it came to us: played late, or played twice, it weighs the same. */
export function weigh(before: Flood | null, { id, at }: { id: number; at: number }, limit: FloodLimit): Weighed {
  const { seen, burst } = before ?? CALM;
  if (burst !== null && at < calmAt({ seen }, limit)) {
    return { flood: { seen: [Math.max(at, ...seen)], burst: { ...burst, withheld: burst.withheld + 1 } }, answer: 'withheld', ended: null };
  }
  const recent = [...(burst === null ? seen.filter((each) => each > at - limit.withinMs) : []), at];
  if (recent.length > limit.messages) return { flood: { seen: [Math.max(...recent)], burst: { id, withheld: 1, acts: [], acted: 0 } }, answer: 'notice', ended: null };
  return { flood: { seen: recent, burst: null }, answer: 'given', ended: burst };
}

/** When a burst is over, if nothing more is said. */
export const calmAt = ({ seen }: Pick<Flood, 'seen'>, { withinMs }: FloodLimit): number => Math.max(...seen) + withinMs;

/** What a timer finds: its burst is over, or goes on until a later hour, or has been told about already. */
export function burstAt(flood: Flood | null, { burst: id, at }: { burst: string; at: number }, limit: FloodLimit): { ended: Burst } | { until: number } | undefined {
  if (flood?.burst == null || String(flood.burst.id) !== id) return undefined;
  const until = calmAt(flood, limit);
  return at < until ? { until } : { ended: flood.burst };
}

/** Keeps a line of what a withheld answer would have told: the latest few, and how many there were. A link stays whole. */
export function withAct(flood: Flood, act: string, url?: string): Flood {
  const { burst } = flood;
  if (burst === null) return flood;
  return { ...flood, burst: { ...burst, acts: [...burst.acts, [shortened(act), url].filter(Boolean).join(' ')].slice(-ACTS_MAX), acted: burst.acted + 1 } };
}

/** Forgets what was told: who is erased is not named afterwards. */
export const withoutActs = (flood: Flood): Flood => (flood.burst === null ? flood : { ...flood, burst: { ...flood.burst, acts: [], acted: 0 } });

/** As an act is kept. */
export const shortened = (act: string): string => {
  const letters = Array.from(act.replace(/\s+/g, ' ').trim());
  return letters.length <= ACT_CHARS_MAX ? letters.join('') : `${letters.slice(0, ACT_CHARS_MAX - 1).join('').trim()}…`;
};
