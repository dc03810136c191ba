import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/domain/calendar/day.ts';
import { basketXof, bestSellers, growth, turnoverXof } from '../../../src/domain/stock/sales-figures.ts';

const LAST: Day = '2026-11-20';
const sale = (daysAgo: number, totalXof: number) => ({ on: addDays(LAST, -daysAgo), totalXof });
const sales = [sale(0, 3_000), sale(0, 5_000), sale(6, 2_000), sale(7, 4_000), sale(13, 1_000), sale(29, 7_000), sale(30, 9_000), sale(-1, 8_000)];

describe('5.11 · the figures of sales', () => {
  test('5.11 · seven days and thirty, this one among them', () => {
    expect([turnoverXof(sales, LAST, 1), turnoverXof(sales, LAST, 7), turnoverXof(sales, LAST, 30)]).toEqual([8_000, 10_000, 22_000]);
  });
  test('5.11 · what a customer spends', () => {
    expect(basketXof(sales, LAST, 7)).toBe(3_333);
    expect(basketXof([], LAST, 7)).toBeUndefined();
  });
  test('5.11 · against the same weekdays before: seven days against seven, thirty against the thirty that end five weeks earlier', () => {
    expect(growth(sales, LAST, 7)).toBe(1);
    expect(growth([sale(0, 30), sale(35, 20), sale(30, 99)], LAST, 30)).toBe((30 - 20) / 20);
    expect(growth([sale(0, 30)], LAST, 7)).toBeUndefined();
  });
  test('5.11 · the ten that bring in most', () => {
    const lines = [...Array.from({ length: 11 }, (_, at) => ({ code: `P${String(at).padStart(2, '0')}`, lineXof: 100 })), { code: 'P10', lineXof: 1 }];
    expect(bestSellers(lines).map(({ code }) => code)).toEqual(['P10', 'P00', 'P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08']);
  });
  test('whatever was sold, the days of a month sum to the month', () => fc.assert(fc.property(fc.array(fc.record({ on: fc.integer({ min: 0, max: 60 }).map((ago) => addDays(LAST, -ago)), totalXof: fc.nat() })), (all) => {
    const days = Array.from({ length: 30 }, (_, ago) => turnoverXof(all, addDays(LAST, -ago), 1));
    expect(days.reduce((sum, xof) => sum + xof, 0)).toBe(turnoverXof(all, LAST, 30));
  })));
});
