import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { availability, fillRate, isFalling, onTime, type Served } from '../../../src/domain/stock/served-rates.ts';

const week = (served: number, lost: number): Served[] => Array.from({ length: 7 }, () => ({ served, lost }));
const usual = [...week(19, 1), ...week(19, 1), ...week(19, 1), ...week(19, 1)];

describe('5.4 · three rates, never mixed', () => {
  test('5.4 · of what was asked for: 27 sacks sold, three refused', () => expect(fillRate([{ served: 20, lost: 3 }, { served: 7, lost: 0 }])).toBe(0.9));
  test('5.4 · of the days, those with stock', () => expect(availability({ inStock: 285, all: 300 })).toBe(0.95));
  test('5.4 · of the orders, those by the day first promised', () => expect(onTime({ delivered: 8, onTime: 6 })).toBe(0.75));
  test('5.4 · of nothing there is no rate', () => expect([fillRate([]), availability({ inStock: 0, all: 0 }), onTime({ delivered: 0, onTime: 0 })]).toEqual([undefined, undefined, undefined]));
  test('whatever was served, a rate is a share', () => fc.assert(fc.property(fc.array(fc.record({ served: fc.nat(), lost: fc.nat() })), (days) => {
    const rate = fillRate(days);
    expect(rate === undefined || (rate >= 0 && rate <= 1)).toBe(true);
  })));
});

describe('5.4 · the rate falls', () => {
  test('5.4 · more than five points below the four weeks before, and below the objective', () => expect(isFalling({ lastWeek: week(17, 3), before: usual })).toBe(true));
  test('5.4 · five points are not more than five', () => expect(isFalling({ lastWeek: week(18, 2), before: usual })).toBe(false));
  test('5.4 · a business that aims at less is not told', () => expect(isFalling({ lastWeek: week(17, 3), before: usual, objective: 0.85 })).toBe(false));
  test('5.4 · under twenty units nobody can tell', () => {
    expect(isFalling({ lastWeek: [{ served: 9, lost: 10 }], before: usual })).toBe(false);
    expect(isFalling({ lastWeek: [{ served: 10, lost: 10 }], before: usual })).toBe(true);
  });
  test('5.4 · without weeks before there is nothing to fall from', () => expect(isFalling({ lastWeek: week(1, 9), before: [] })).toBe(false));
});
