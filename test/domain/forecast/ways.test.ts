import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bootstrapTotals, quantileOf } from '../../../src/domain/forecast/bootstrap.ts';
import { classify, demandShape, type DemandClass } from '../../../src/domain/forecast/classify.ts';
import { countQuantile } from '../../../src/domain/forecast/count-quantile.ts';
import { croston, sba, sbj, tsb } from '../../../src/domain/forecast/croston.ts';
import { LEVELS, smoothedLevel } from '../../../src/domain/forecast/levels.ts';
import { seededRandom } from '../../../src/domain/forecast/random.ts';
import type { Series } from '../../../src/domain/forecast/series.ts';
import { winsorised } from '../../../src/domain/forecast/winsorise.ts';

const NOW_AND_THEN = [0, 2, 0, 0, 3, 0, 1, 0, 0, 0, 2, 0, 0, 4, 0];
const demand = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 120 });
const plain = (units: number[]): Series => ({ units: Float64Array.from(units), weights: new Float64Array(units.length).fill(1), at: Int32Array.from(units.keys()) });

describe('5.6 · what sells now and then', () => {
  test('5.6 · three days apart (ADI), sizes that hardly vary (CV² 0.181)', () => {
    const shape = demandShape(NOW_AND_THEN);
    expect([shape?.interval, shape?.variation.toFixed(3)]).toEqual([3, '0.181']);
  });
  test.each([['Croston', croston, 0.932], ['SBA', sba, 0.885], ['SBJ', sbj, 0.883], ['TSB', tsb, 0.805]] as const)('5.6 · %s', (_, way, perDay) => expect(way(NOW_AND_THEN)).toBeCloseTo(perDay, 3));

  test.each<[number[], DemandClass]>([[[5, 6, 4, 5, 6], 'smooth'], [[1, 1, 20, 1, 1], 'erratic'], [NOW_AND_THEN, 'intermittent'], [[0, 1, 0, 0, 20, 0, 1, 0], 'lumpy'], [[0, 0, 0], 'intermittent']])('5.6 · %j is %s', (days, is) => expect(classify(days)).toBe(is));

  test('5.6 · TSB falls on each day without a sale, Croston never', () => fc.assert(fc.property(demand.filter((days) => days.some((units) => units > 0)), (days) => {
    expect(croston([...days, 0, 0, 0])).toBe(croston(days));
    expect(tsb([...days, ...Array<number>(200).fill(0)])).toBeLessThan(0.2 * Math.max(...days));
  })));
  test('whatever was sold, a forecast is neither below nothing nor above the best day', () => fc.assert(fc.property(demand, (days) => {
    for (const way of [croston, sba, sbj, tsb, ...Object.values(LEVELS).map((level) => (units: number[]) => level(plain(units)))]) {
      expect(way(days)).toBeGreaterThanOrEqual(0);
      expect(way(days)).toBeLessThanOrEqual(Math.max(...days) + 1e-9);
    }
  })));
});

describe('5.6 · levels', () => {
  test('a day twice as strong as usual, and one sold out at noon, count as what they are', () => {
    const series = { units: Float64Array.from([10, 20, 5]), weights: Float64Array.from([1, 2, 0.5]), at: Int32Array.from([0, 1, 2]) };
    expect([LEVELS.mean(series), LEVELS.smoothing(series), LEVELS.tsb(series)]).toEqual([10, 10, 10]);
  });
  test('smoothing follows faster the larger its α', () => {
    const doubled = plain([...Array<number>(60).fill(5), ...Array<number>(10).fill(10)]);
    expect(smoothedLevel(doubled, 0.1)).toBeCloseTo(10 - 5 * 0.9 ** 10, 1);
    expect(smoothedLevel(doubled, 0.3)).toBeGreaterThan(smoothedLevel(doubled, 0.1));
  });
  test('one wedding of forty sacks is not next week’s demand', () => {
    const days = Array.from({ length: 60 }, (_, at) => (at === 30 ? 40 : 2 + (at % 3)));
    expect(Math.max(...winsorised(plain(days)).units)).toBe(4);
    expect(winsorised(plain(days.slice(20, 40))).units[10]).toBe(40); // too few days to tell
  });
});

describe('quantiles of what may be sold', () => {
  test.each([[0.95, 1, 1, 3], [0.1, 12, 12, 8], [0.9, 5, 15, 10], [0.95, 0, 0, 0], [0.5, 1_000, 1_000, 1_000]])('%d of a mean of %d that varies by %d is %d', (p, mean, variance, units) => expect(countQuantile(p, mean, variance)).toBeCloseTo(units, 6));

  test('it rises with the share, and about that share of draws stays within', () => fc.assert(fc.property(fc.double({ min: 0.05, max: 60, noNaN: true }), fc.double({ min: 1, max: 6, noNaN: true }), (mean, excess) => {
    const [low, middle, high] = [0.1, 0.5, 0.9].map((p) => countQuantile(p, mean, mean * excess)) as [number, number, number];
    expect(low <= middle && middle <= high).toBe(true);
    expect(high).toBeLessThan(mean + 6 * Math.sqrt(mean * excess) + 2);
  })));

  test('weeks are drawn whole: a Saturday market sells once a week', () => {
    const market = Array.from({ length: 70 }, (_, day) => (day % 7 === 5 ? 12 : 0));
    expect(new Set(bootstrapTotals(market, () => 14, seededRandom(3)))).toEqual(new Set([24]));
    expect(bootstrapTotals(market.slice(0, 6), () => 14, seededRandom(3))).toEqual([]);
  });
  test('the same seed draws the same', () => fc.assert(fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 7, maxLength: 60 }), fc.nat(), (days, seed) => {
    const draws = bootstrapTotals(days, () => 10, seededRandom(seed), 50);
    expect(draws).toEqual(bootstrapTotals(days, () => 10, seededRandom(seed), 50));
    expect(quantileOf(draws, 0.9)).toBeGreaterThanOrEqual(quantileOf(draws, 0.5));
  })));
});
