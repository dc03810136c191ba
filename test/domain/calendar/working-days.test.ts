import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/domain/calendar/day.ts';
import { feastOn } from '../../../src/domain/calendar/feasts.ts';
import { addWorkingDays, daysFor, isWorkingDay, orNextWorkingDay, type Urgency, type WorkCalendar } from '../../../src/domain/calendar/working-days.ts';

const AFI: WorkCalendar = { workdays: [1, 2, 3, 4, 5, 6], country: 'BJ', closed: new Set() };

describe('STY-09, STY-11 · a promise is so many working days away', () => {
  test.each<[Urgency, number, Day]>([['normal', 7, '2026-11-28'], ['high', 5, '2026-11-26'], ['urgent', 4, '2026-11-25']])('ordered on Friday 20 November, %s: %i days, which is %s', (urgency, days, promised) => {
    expect(daysFor(7, urgency)).toBe(days);
    expect(addWorkingDays('2026-11-20', days, AFI)).toBe(promised);
  });

  test('STY-10 · ten days are 10, 7 and 5; one day stays one', () => {
    expect((['normal', 'high', 'urgent'] as const).map((urgency) => daysFor(10, urgency))).toEqual([10, 7, 5]);
    expect(daysFor(1, 'urgent')).toBe(1);
  });

  test('feasts and the days a workshop closes itself are left out', () => {
    expect(addWorkingDays('2026-12-24', 1, AFI)).toBe('2026-12-26');
    expect(addWorkingDays('2026-12-24', 1, { ...AFI, closed: new Set<Day>(['2026-12-26']) })).toBe('2026-12-28');
    expect(orNextWorkingDay('2026-12-25', AFI)).toBe('2026-12-26');
  });

  test('a workshop that never opens promises nothing', () => expect(addWorkingDays('2026-11-20', 1, { ...AFI, workdays: [] })).toBeUndefined());

  test('no promise falls on a closed day, and none before the one of a more urgent order', () => fc.assert(fc.property(
    fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 30 }), fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.array(fc.integer({ min: 0, max: 60 })),
    (ahead, baseDays, workdays, shut) => {
      const from = addDays('2026-01-01', ahead);
      const calendar = { workdays, country: 'SN', closed: new Set(shut.map((days) => addDays(from, days))) };
      const promised = (['urgent', 'high', 'normal'] as const).map((urgency) => addWorkingDays(from, daysFor(baseDays, urgency), calendar));
      for (const day of promised) expect(day !== undefined && isWorkingDay(day, calendar) && day > from).toBe(true);
      expect(promised.toSorted()).toEqual(promised);
    })));
});

describe('the feasts on which work rests', () => {
  test.each<[string, Day, string]>([
    ['BJ', '2026-01-10', 'vodun'], ['BJ', '2026-08-01', 'independence'], ['SN', '2026-04-04', 'independence'], ['BJ', '2026-04-06', 'easterMonday'], ['BJ', '2027-03-29', 'easterMonday'],
    ['BJ', '2026-05-14', 'ascension'], ['SN', '2026-05-25', 'whitMonday'], ['SN', '2026-03-20', 'korite'], ['SN', '2026-05-27', 'tabaski'], ['BJ', '2027-05-16', 'tabaski'], ['SN', '2026-08-01', 'magal'], ['GN', '2026-12-25', 'christmas'],
  ])('%s, %s: %s', (country, day, name) => expect(feastOn(day, country)).toBe(name));

  test('Tabaski comes earlier each year, as the moon has it', () => {
    const tabaski = [2026, 2027, 2028].map((year) => Array.from({ length: 366 }, (_, ahead) => addDays(`${year}-01-01` as Day, ahead)).find((day) => feastOn(day, 'SN') === 'tabaski') ?? '');
    expect(tabaski.map((day) => day.slice(5))).toEqual(['05-27', '05-16', '05-05']);
  });
});
