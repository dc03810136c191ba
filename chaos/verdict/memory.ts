import type { Memory } from '../machines/app-process.ts';

export type Sample = Memory & { at: number };

const MB = 1_048_576;
/**
 * What is held after a full collection, and what the system has given: the median of the last minute against that of
 * the second, when caches are warm. A leak grows with the messages; this much is noise.
 */
const ROOM = { heap: { times: 1.15, bytes: 8 * MB }, rss: { times: 1.15, bytes: 48 * MB } } as const;
const SPAN_MS_MAX = 60_000;
const SPANS_MIN = 4;

export const RULE = `memory is flat when the median of the last minute is at most ${ROOM.heap.times} times that of the second plus ${ROOM.heap.bytes / MB} MB (heap after a full collection), and ${ROOM.rss.times} times plus ${ROOM.rss.bytes / MB} MB (RSS); a run of less than ${SPANS_MIN} minutes compares its quarters`;

/** What grew, and the sentence about it. */
export function compareMemory(samples: readonly Sample[], { from, to }: { from: number; to: number }): { notes: string[]; broken: string[] } {
  const span = Math.min(SPAN_MS_MAX, (to - from) / SPANS_MIN);
  const early = samples.filter(({ at }) => at >= from + span && at < from + 2 * span);
  const late = samples.filter(({ at }) => at >= to - span && at <= to);
  if (early.length === 0 || late.length === 0) return { notes: [], broken: ['too short a run to compare memory'] };
  const compared = (['heap', 'rss'] as const).map((what) => ({ what, before: median(early, what), after: median(late, what) }));
  return {
    notes: [`memory: ${compared.map(({ what, before, after }) => `${what} ${mb(before)} → ${mb(after)} MB`).join(', ')}`],
    broken: compared.filter(({ what, before, after }) => after > before * ROOM[what].times + ROOM[what].bytes).map(({ what, before, after }) => `${what} grew from ${mb(before)} to ${mb(after)} MB`),
  };
}

const median = (samples: readonly Sample[], what: 'heap' | 'rss'): number => samples.map((sample) => sample[what]).toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0;

export const mb = (bytes: number): string => (bytes / MB).toFixed(0);
