import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { burstAt, calmAt, weigh, withAct, type FloodLimit } from '../../src/conversation/flood.ts';
import type { Flood } from '../../src/db/desk.ts';

const LIMIT: FloodLimit = { messages: 10, withinMs: 10_000 };

type Timer = { burst: string; at: number };
type Told = { notices: number[]; summaries: number[]; answers: ('given' | 'notice' | 'withheld')[]; left: Flood | null };

/**
 * A contact whose messages come at these times, and whose timers ring so much too late: what each came to, and what is
 * left when all is quiet. The state goes through JSON between any two turns, as in the database.
 */
function live(times: number[], latenessMs: number[], limit: FloodLimit): Told {
  const told: Told = { notices: [], summaries: [], answers: [], left: null };
  const timers: Timer[] = [];
  let rung = 0;
  const plan = (burst: string, at: number) => timers.push({ burst, at: at + (latenessMs[rung++ % latenessMs.length] ?? 0) });

  function ring(until: number): void {
    for (let next = earliest(timers, until); next !== undefined; next = earliest(timers, until)) {
      timers.splice(timers.indexOf(next), 1);
      const found = burstAt(told.left, next, limit);
      if (found === undefined) continue;
      if ('until' in found) plan(next.burst, found.until);
      else {
        told.summaries.push(found.ended.withheld);
        told.left = null;
      }
    }
  }

  times.forEach((at, n) => {
    ring(at);
    const { flood, answer, ended } = weigh(told.left, { id: n, at }, limit);
    told.left = JSON.parse(JSON.stringify(flood)) as Flood;
    told.answers.push(answer);
    if (ended !== null) told.summaries.push(ended.withheld);
    if (answer === 'notice') {
      told.notices.push(n);
      plan(String(n), calmAt(flood, limit));
    }
  });
  ring(Number.POSITIVE_INFINITY);
  return told;
}

const earliest = (timers: Timer[], until: number): Timer | undefined => timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];

/** How many messages came within the time before this one, itself counted. */
const within = (times: number[], n: number, { withinMs }: FloodLimit): number => times.slice(0, n + 1).filter((at) => at > (times[n] ?? 0) - withinMs).length;

const limits = fc.record({ messages: fc.integer({ min: 1, max: 12 }), withinMs: fc.integer({ min: 1, max: 20 }).map((seconds) => seconds * 1_000) });
/** Bursts, pauses of about the window, long silences. */
const gap = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 900, max: 30_000 }), fc.constantFrom(9_999, 10_000, 10_001));
const times = fc.array(gap, { maxLength: 80 }).map((gaps) => gaps.map(((at) => (gapMs: number) => (at += gapMs))(1_795_165_200_000)));
const lateness = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60_000 })), { minLength: 1, maxLength: 5 });
const each = (check: (times: number[], lateness: number[], limit: FloodLimit) => void) => fc.assert(fc.property(times, lateness, limits, check), { numRuns: 500 });

describe('whenever messages come', () => {
  test('each of them is answered, noticed or withheld, and each that was withheld is told of once', () => each((at, late, limit) => {
    const { answers, summaries } = live(at, late, limit);
    expect(answers).toHaveLength(at.length);
    expect(summaries.reduce((sum, withheld) => sum + withheld, 0)).toBe(answers.filter((answer) => answer !== 'given').length);
  }));

  test('a burst has one notice and one summary, and nothing is left open when all is quiet', () => each((at, late, limit) => {
    const { answers, notices, summaries, left } = live(at, late, limit);
    expect(summaries).toHaveLength(notices.length);
    expect(left?.burst ?? null).toBeNull();
    const withheldFirst = answers.findIndex((answer, n) => answer === 'withheld' && answers[n - 1] === 'given');
    expect(withheldFirst).toBe(-1);
  }));

  test('below the limit nothing changes', () => each((at, late, limit) => {
    const apart = at.map((time, n) => time + n * Math.ceil(limit.withinMs / limit.messages));
    expect(live(apart, late, limit).answers).toEqual(apart.map(() => 'given'));
  }));

  test('the notice answers the first message above the limit, and never one below it', () => each((at, late, limit) => {
    const { notices } = live(at, late, limit);
    const over = at.findIndex((_, n) => within(at, n, limit) > limit.messages);
    expect(notices[0] ?? -1).toBe(over);
  }));

  test('a message after a pause of the whole window is answered', () => each((at, late, limit) => {
    const { answers } = live(at, late, limit);
    const after = answers.filter((_, n) => n > 0 && (at[n] ?? 0) - (at[n - 1] ?? 0) >= limit.withinMs);
    expect(new Set(after).has('withheld') || new Set(after).has('notice')).toBe(false);
  }));

  test('what is kept stays small', () => each((at, late, limit) => {
    let kept: Flood | null = null;
    for (const [n, time] of at.entries()) {
      kept = withAct(weigh(kept, { id: n, at: time }, limit).flood, 'x'.repeat(5_000));
      expect(kept.seen.length).toBeLessThanOrEqual(limit.messages);
      expect((kept.burst?.acts ?? []).join('').length).toBeLessThanOrEqual(300);
    }
  }));
});

describe('at ten in ten seconds', () => {
  const burst = (count: number) => Array.from({ length: count }, (_, n) => n);

  test.each<[string, number[], Partial<Told>]>([
    ['ten at once are ten answers', burst(10), { notices: [], summaries: [] }],
    ['the eleventh has the notice instead, and is told of', burst(11), { notices: [10], summaries: [1] }],
    ['thirty are ten answers, one notice, one summary of twenty', burst(30), { notices: [10], summaries: [20] }],
    ['the eleventh ten seconds after the first is answered', [...burst(10), 10_000], { notices: [], summaries: [] }],
    ['the eleventh a moment earlier is not', [...burst(10), 9_999], { notices: [10], summaries: [1] }],
    ['who goes on is one burst', [...burst(11), 9_000, 18_000, 27_000], { notices: [10], summaries: [4] }],
    ['who comes back later is answered', [...burst(11), 10_010], { notices: [10], summaries: [1] }],
    ['and may burst again', [...burst(11), ...burst(11).map((at) => at + 60_000)], { notices: [10, 21], summaries: [1, 1] }],
  ])('%s', (_, at, wanted) => {
    expect(live(at, [5_000], LIMIT)).toMatchObject(wanted);
  });

  test('a clock behind that of another process ends no burst and answers nothing', () => {
    const told = live([...burst(11), -5_000, 7_000], [0], LIMIT);
    expect(told).toMatchObject({ notices: [10], summaries: [3] });
  });

  test('a timer finds its own burst only', () => {
    const { flood } = weigh({ seen: [0], burst: { id: 1, withheld: 1, acts: [], acted: 0 } }, { id: 2, at: 1 }, LIMIT);
    expect(['1', '2', ''].map((burst) => burstAt(flood, { burst, at: 20_000 }, LIMIT))).toEqual([{ ended: flood.burst }, undefined, undefined]);
  });

  test('the latest acts are kept, and how many there were', () => {
    const { flood } = weigh({ seen: [0], burst: { id: 1, withheld: 1, acts: [], acted: 0 } }, { id: 2, at: 1 }, LIMIT);
    const acted = ['a', 'b', 'c', 'd'].reduce((so, act) => withAct(so, act), flood);
    expect(acted.burst).toMatchObject({ acts: ['b', 'c', 'd'], acted: 4 });
    expect(withAct(flood, 'mot '.repeat(100), 'https://griot.example/r/1').burst?.acts).toEqual([`${'mot '.repeat(100).slice(0, 99).trim()}… https://griot.example/r/1`]);
  });
});
