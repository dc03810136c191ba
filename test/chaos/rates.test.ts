import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Sent } from '../../chaos/verdict/evidence.ts';
import { busiestSecond, overPairRate } from '../../chaos/verdict/rates.ts';

describe('the busiest second', () => {
  test.each([
    [[], 0],
    [[5], 1],
    [[0, 999], 2],
    [[0, 1_000], 1],
    [[900, 100, 1_099, 1_100], 3],
  ])('of %j holds %i', (times, most) => {
    expect(busiestSecond(times)).toBe(most);
  });

  test('is the one that counting from every moment finds', () => fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 60 }), (times) => {
    const counted = Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
    expect(busiestSecond(times)).toBe(counted);
  })));
});

describe('one contact', () => {
  const to = (times: number[]): Sent[] => times.map((at, n) => ({ channel: 'whatsapp', contact: '+2290196100001', key: `turn:${n}:0`, text: '', at }));
  const burst = Array.from({ length: 45 }, (_, n) => n);

  test('may get 45 at once, and one more each six seconds', () => {
    expect(overPairRate(to([...burst, 6_000, 12_000, 18_000]))).toEqual([]);
  });

  test('may get no 46th before, now or after a long silence', () => {
    expect(overPairRate(to([...burst, 5_000]))).toEqual(['+2290196100001']);
    expect(overPairRate(to([0, ...burst.map((at) => 900_000 + at), 900_100]))).toEqual(['+2290196100001']);
  });
});
