import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bias, mape, mase, rmsse, wape, type Foreseen } from '../../../src/domain/forecast/error-measures.ts';
import { leastError, reliability, type Reliability } from '../../../src/domain/forecast/reliability.ts';

const pairs: Foreseen[] = [[10, 8], [0, 2], [4, 5], [6, 6]].map(([actual = 0, forecast = 0]) => ({ actual, forecast }));

describe('5.7 · how wrong a forecast was', () => {
  test('5.7 · sold 10, 0, 4, 6, foreseen 8, 2, 5, 6: WAPE 25 %, bias +5 %', () => expect([wape(pairs), bias(pairs)]).toEqual([0.25, 0.05]));
  test('5.7 · where a day sold nothing there is no MAPE', () => {
    expect(mape(pairs)).toBeUndefined();
    expect(mape([{ actual: 10, forecast: 8 }, { actual: 4, forecast: 5 }])).toBeCloseTo(0.225);
  });
  test('5.7 · against saying « as yesterday »', () => {
    expect(mase(pairs, [1, 3, 1, 3])).toBeCloseTo(1.25 / 2);
    expect(rmsse(pairs, [1, 3, 1, 3])).toBeCloseTo(1.5 / 2);
    expect(mase(pairs, [3, 3, 3])).toBeUndefined();
  });
  test('5.7 · of nothing sold there is no error', () => expect([wape([{ actual: 0, forecast: 3 }]), bias([])]).toEqual([undefined, undefined]));
  test('a bias is never larger than the error', () => fc.assert(fc.property(fc.array(fc.record({ actual: fc.nat({ max: 99 }), forecast: fc.nat({ max: 99 }) })), (all) => {
    expect(Math.abs(bias(all) ?? 0)).toBeLessThanOrEqual((wape(all) ?? 0) + 1e-9);
  })));
});

describe('5.8 · how far it can be leaned on', () => {
  test.each<[number, number, number | undefined, Reliability]>([
    [56, 64, 0.15, 'high'], [55, 64, 0.15, 'medium'], [56, 63, 0.15, 'medium'], [56, 64, 0.16, 'medium'], [90, 10, 0.35, 'medium'], [90, 100, 0.36, 'low'], [27, 100, 0.1, 'low'], [90, 100, undefined, 'low'],
  ])('5.8 · %d usable days, %d units expected, WAPE %d: %s', (usableDays, expectedUnits, erred, word) => expect(reliability({ usableDays, expectedUnits, wape: erred })).toBe(word));
});

describe('5.9 · what nobody can foresee better', () => {
  test.each([[1, '73.6'], [5, '35.1'], [10, '25.0'], [30, '14.5'], [64, '10.0'], [200, '5.6']])('5.9 · %d units: %s %%', (units, percent) => expect((100 * leastError(units)).toFixed(1)).toBe(percent));
});
