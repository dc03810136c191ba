import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateOf, dayAt, dayFrom, dayOf, daysBetween, endOf, mondayOf, weekday, type Day } from '../../../src/domain/calendar/day.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1999-12-31', count));
const ZONES = ['Africa/Porto-Novo', 'Africa/Dakar', 'UTC'];

test('E39 · a day is the day of the place: half past eleven in London is the next day in Cotonou', () => {
  expect(dayAt(new Date('2026-11-30T23:30:00Z'), 'Africa/Porto-Novo')).toBe('2026-12-01');
  expect(dayAt(new Date('2026-11-30T23:30:00Z'), 'Africa/Dakar')).toBe('2026-11-30');
  expect(endOf('2026-11-30', 'Africa/Porto-Novo').toISOString()).toBe('2026-11-30T23:00:00.000Z');
  expect(endOf('2026-11-30', 'Africa/Dakar').toISOString()).toBe('2026-12-01T00:00:00.000Z');
});

describe('whatever the day', () => {
  test('it is counted on and back, and is kept as it is', () => fc.assert(fc.property(anyDay, fc.integer({ min: -3_000, max: 3_000 }), (day, count) => {
    expect(daysBetween(day, addDays(day, count))).toBe(count);
    expect(dayOf(dateOf(day))).toBe(day);
  })));

  test('its week begins on a Monday', () => fc.assert(fc.property(anyDay, (day) => {
    const monday = mondayOf(day);
    expect(weekday(monday)).toBe(1);
    expect(daysBetween(monday, day)).toBe(weekday(day) - 1);
  })));

  test('it ends where the next one begins', () => fc.assert(fc.property(anyDay, fc.constantFrom(...ZONES), (day, zone) => {
    const end = endOf(day, zone);
    expect([dayAt(new Date(end.getTime() - 1), zone), dayAt(end, zone)]).toEqual([day, addDays(day, 1)]);
  })));
});

test.each<[number, number, number, Day | undefined]>([[2028, 2, 29, '2028-02-29'], [2026, 2, 29, undefined], [2026, 13, 1, undefined], [2026, 4, 31, undefined], [2026, 1, 1, '2026-01-01']])('%i, month %i, the %i', (year, month, date, day) => {
  expect(dayFrom(year, month, date)).toBe(day);
});
