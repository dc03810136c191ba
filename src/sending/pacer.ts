import { setTimeout as sleep } from 'node:timers/promises';
import type { Slice } from '../db/lines.ts';
import { reason, type Logger } from '../logger.ts';

/** Takes up to `count` places in the line. */
export type Places = (count: number) => Slice | Promise<Slice>;
export type Pacer = ReturnType<typeof openPacer>;

/** What is only polite passes when nobody else waits. */
export const COURTESY = 3;
const LANES = 4;
/**
 * The network counts what arrives in any second; between us and it messages bunch, the more the busier a machine is. So the
 * even pace and the burst together stay a fifth under the rate, and a place not used at its time is lost rather than used late.
 */
const SHARE = { pace: 0.75, burst: 0.05 };
const LATE_MS = 30;
const SLICE_MS = 100;
const AGAIN_MS = 200;

export const paceOf = (perSecond: number) => ({ everyMs: 1000 / (perSecond * SHARE.pace), burst: Math.floor(perSecond * SHARE.burst) });

/** Places of a line that only this process uses. Who has just started may follow one who has just stopped: no burst yet. */
export function ownPlaces({ everyMs, burst }: { everyMs: number; burst: number }): Places {
  let nextAt = performance.now();
  return (count) => {
    const now = performance.now();
    const from = Math.max(nextAt, now - burst * everyMs);
    nextAt = from + count * everyMs;
    return { inMs: from - now, count, everyMs };
  };
}

/** Lets messages leave one after another at the pace of the line, answers before bulk. Counts real time, never the story's. */
export function openPacer(places: Places, { everyMs, logger }: { everyMs: number; logger: Logger }) {
  const waiting: ((may: boolean) => void)[][] = Array.from({ length: LANES }, () => []);
  const most = Math.max(1, Math.ceil(SLICE_MS / everyMs));
  let pacing = false;
  let closed = false;
  let rest: { at: number; left: number } = { at: 0, left: 0 };

  const first = () => waiting.find((lane) => lane.length > 0)?.shift();
  const waiters = (): number => waiting.reduce((sum, lane) => sum + lane.length, 0);

  async function pace(): Promise<void> {
    while (waiters() > 0 && !closed) {
      const due = nextPlace() ?? (await refill());
      if (due === undefined) continue;
      const inMs = due - performance.now();
      if (inMs >= 1) await sleep(inMs);
      if (performance.now() - due <= LATE_MS) first()?.(true);
    }
    pacing = false;
  }

  /** When the next place of ours is to be used; those missed are lost. */
  function nextPlace(): number | undefined {
    const missed = Math.ceil((performance.now() - LATE_MS - rest.at) / everyMs);
    if (missed > 0) rest = { at: rest.at + missed * everyMs, left: rest.left - missed };
    if (rest.left <= 0) return undefined;
    const due = rest.at;
    rest = { at: due + everyMs, left: rest.left - 1 };
    return due;
  }

  async function refill(): Promise<undefined> {
    const dense = everyMs < 1;
    try {
      const asked = performance.now();
      const given = await places(dense ? most : Math.min(most, waiters()));
      const now = performance.now();
      // An answer that took longer than a slice lasts tells of places that have passed: one is used, or nobody would ever leave.
      const { inMs, count } = now - asked <= SLICE_MS ? given : { ...given, count: 1 };
      // Places of a burst lie in the past: they are used now, together.
      const burst = Math.min(count, waiters(), Math.max(0, Math.floor(-inMs / everyMs) + 1));
      for (let used = 0; used < burst; used++) first()?.(true);
      rest = { at: now + Math.max(0, inMs + burst * everyMs), left: count - burst };
    } catch (error) {
      logger.warn('the pace of a line is unknown', reason(error));
      await sleep(AGAIN_MS);
    }
  }

  return {
    /** Resolves when a message of this lane may leave, or when none will any more: then with false. */
    turn: (lane: number): Promise<boolean> =>
      new Promise((resolve) => {
        if (closed) return resolve(false);
        waiting[Math.min(lane, COURTESY)]?.push(resolve);
        if (pacing) return;
        pacing = true;
        void pace();
      }),
    /** Nobody who still waits will leave. */
    close: (): void => {
      closed = true;
      for (let waiter = first(); waiter !== undefined; waiter = first()) waiter(false);
    },
    /** How long a message that comes now would wait: for those of its lane, and of the lower ones. */
    waitMs: (lane: number): number => waiting.slice(0, lane + 1).reduce((sum, { length }) => sum + length, 0) * everyMs,
    /** Whether there is time for what is only polite. */
    isQuiet: (): boolean => waiters() === 0,
  };
}
