import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/domain/calendar/day.ts';
import { cumulativeDemand } from '../../../src/domain/forecast/cumulative-demand.ts';
import { coverageDays, daysUntilGone, shownDays } from '../../../src/domain/stock/coverage.ts';
import { available, position } from '../../../src/domain/stock/position.ts';
import { stockOut, stockOutDay } from '../../../src/domain/stock/stock-out.ts';

const TODAY: Day = '2026-11-20';
const steady = { expected: Array<number>(16).fill(2), dispersion: 1, levelError: 0 };
const amounts = fc.double({ min: -50, max: 5_000, noNaN: true });
const daily = fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 1, maxLength: 40 });

test('5.0 · what is reserved is not available; what is ordered is on its way', () => {
  expect(available({ onHand: 9, reserved: 1 })).toBe(8);
  expect(position({ onHand: 9, reserved: 1, onOrder: 5 })).toBe(13);
});

describe('5.1 · coverage', () => {
  test.each([[8, 4], [7, 3.5]])('5.1 · %d sacks at two a day last %d days', (units, days) => expect(coverageDays(units, 2)).toBe(days));

  test('5.1 · where no sale is expected there is no coverage, and it is no infinity', () => expect(coverageDays(8, 0)).toBeUndefined());

  test.each([[3.54, 3.5], [9.94, 9.9], [9.96, 10], [12.4, 12], [12.5, 13]])('5.1 · %d days are shown as %d', (days, shown) => expect(shownDays(days)).toBe(shown));

  test('5.1 · closed on Sunday: the days count, and sell nothing', () => {
    expect(daysUntilGone(8, [2, 2, 0, 2, 2, 2])).toBe(5);
    expect(daysUntilGone(8, [2, 2, 0])).toBeUndefined();
    expect(daysUntilGone(0.3, [0.1, 0.1, 0.1])).toBe(3);
  });

  test('whatever the stock and the sales, coverage is a number of days or none', () => fc.assert(fc.property(amounts, fc.double({ min: 0, max: 1e6, noNaN: true, noDefaultInfinity: true }).filter((units) => units === 0 || units > 1e-3), (units, perDay) => {
    const days = coverageDays(units, perDay);
    expect(days === undefined ? perDay === 0 : Number.isFinite(days) && days >= 0).toBe(true);
  })));
});

describe('5.2 · the day on which it is gone', () => {
  test.each([8, 7])('5.2 · %d sacks at two a day, computed after closing on 20 November: gone on the 24th', (units) => {
    expect(stockOut({ available: units, today: TODAY }, cumulativeDemand(steady, 0)).on).toBe('2026-11-24');
  });

  test('5.2 · at noon half of today is still to come', () => {
    expect(stockOut({ available: 7, today: TODAY }, cumulativeDemand(steady, 0.5)).on).toBe('2026-11-23');
    expect(stockOut({ available: 8, today: TODAY }, cumulativeDemand(steady, 0.5)).on).toBe('2026-11-24');
  });

  test('5.2 · a delivery that is confirmed puts it off, a late one is counted today', () => {
    const { expected } = cumulativeDemand(steady, 0);
    expect(stockOutDay({ available: 8, today: TODAY, receipts: [{ on: '2026-11-23', units: 10 }] }, expected)).toBe('2026-11-29');
    expect(stockOutDay({ available: 8, today: TODAY, receipts: [{ on: '2026-11-25', units: 10 }] }, expected)).toBe('2026-11-24');
    expect(stockOutDay({ available: 8, today: TODAY, receipts: [{ on: '2026-11-18', units: 2 }] }, expected)).toBe('2026-11-25');
  });

  test('5.2 · none within the fifteen days foreseen, and none where nothing sells', () => {
    expect(stockOut({ available: 100, today: TODAY }, cumulativeDemand(steady, 0))).toEqual({ on: undefined, earliest: undefined, latest: undefined });
    expect(stockOut({ available: 1, today: TODAY }, cumulativeDemand({ ...steady, expected: [0, 0, 0] })).on).toBeUndefined();
  });

  test('5.2 · what is sold out is gone today', () => expect(stockOut({ available: 0, today: TODAY }, cumulativeDemand(steady)).on).toBe(TODAY));

  test('5.2 · eight sacks at two a day: four times in five between the 23rd and the 26th', () => {
    expect(stockOut({ available: 8, today: TODAY }, cumulativeDemand(steady, 0))).toEqual({ on: '2026-11-24', earliest: '2026-11-23', latest: '2026-11-26' });
  });

  test('5.2 · who is less sure of the level says a wider range', () => {
    const last = (levelError: number): (number | undefined)[] => [cumulativeDemand({ ...steady, levelError }).low.at(-1), cumulativeDemand({ ...steady, levelError }).high.at(-1)];
    expect([last(0), last(0.3)]).toEqual([[25, 39], [19, 47]]);
  });

  test('whatever is expected, the day lies between its earliest and its latest, and more stock never runs out sooner', () => fc.assert(fc.property(daily, fc.double({ min: 0.3, max: 9, noNaN: true }), fc.integer({ min: 0, max: 300 }), (expected, dispersion, units) => {
    const demand = cumulativeDemand({ expected, dispersion, levelError: 0.1 });
    const { earliest, latest } = stockOut({ available: units, today: TODAY }, demand);
    const never = addDays(TODAY, 99);
    expect((earliest ?? never) <= (latest ?? never)).toBe(true);
    expect((stockOut({ available: units + 1, today: TODAY }, demand).on ?? never) >= (stockOut({ available: units, today: TODAY }, demand).on ?? never)).toBe(true);
  })));
});
