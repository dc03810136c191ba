import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { oneAtATime } from '../../src/sending/one-at-a-time.ts';

/** Jobs are put down at any moment of the work, and one look takes a few of what lies there. */
async function story(steps: { jobs: number; pauses: number }[], share: number): Promise<{ left: number; most: number }> {
  let waiting = 0;
  let under = 0;
  let most = 0;
  const working = oneAtATime(async () => {
    most = Math.max(most, (under += 1));
    await Promise.resolve();
    const taken = Math.min(share, waiting);
    await Promise.resolve();
    waiting -= taken;
    await Promise.resolve();
    under -= 1;
    return { more: taken === share };
  });
  for (const { jobs, pauses } of steps) {
    waiting += jobs;
    working.ask();
    for (let pause = 0; pause < pauses; pause++) await Promise.resolve();
  }
  while (working.running() !== undefined) await working.running();
  return { left: waiting, most };
}

describe('work done one at a time', () => {
  test('forgets no ask, whenever it comes, and never runs beside itself', async () => {
    const steps = fc.array(fc.record({ jobs: fc.integer({ min: 1, max: 4 }), pauses: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: 25 });
    await fc.assert(fc.asyncProperty(steps, fc.integer({ min: 1, max: 5 }), async (asks, share) => {
      expect(await story(asks, share)).toEqual({ left: 0, most: 1 });
    }), { numRuns: 1_000 });
  });

  test('asked any number of times while it runs, it runs once more', async () => {
    let runs = 0;
    const working = oneAtATime(async () => {
      runs += 1;
      await Promise.resolve();
      return { more: false };
    });
    for (let ask = 0; ask < 50; ask++) working.ask();
    await working.running();
    expect(runs).toBe(2);
    working.ask();
    await working.running();
    expect(runs).toBe(3);
  });
});
