import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/day.ts';
import { readAmount } from '../../../src/domain/spoken/amount.ts';
import { findDay, readDay } from '../../../src/domain/spoken/day.ts';
import { unitFor } from '../../../src/domain/spoken/units.ts';
import { fullNumber, readOrderRef, shortNumber } from '../../../src/domain/spoken/order-number.ts';

describe('E33 · an amount, as people type it', () => {
  test.each<[string, number | undefined]>([
    ['2500', 2_500], ['2 500', 2_500], ['2.500', 2_500], ['2,500 F', 2_500], ['2500f', 2_500], ['12 500 FCFA', 12_500], ['25k', 25_000], ['25 mille', 25_000], ['12,5k', 12_500], ['1.250.000', 1_250_000], ['５０００', 5_000],
    ['1.5', undefined], ['2.50', undefined], ['0', undefined], ['-5', undefined], ['abc', undefined], ['', undefined], ['1e9', undefined], ['999999999999', undefined], ['12,5555k', undefined], ['25 00', undefined],
  ])('«%s»', (typed, francs) => expect(readAmount(typed)).toBe(francs));

  test('whatever the amount, each way of writing it is read back', () => fc.assert(fc.property(fc.integer({ min: 1, max: 100_000_000 }), fc.constantFrom(' ', '.', ',', ' ', ''), fc.constantFrom('', 'f', ' F', ' fcfa', ' francs'), (francs, between, after) => {
    expect(readAmount(`${String(francs).replace(/\B(?=(\d{3})+(?!\d))/g, between)}${after}`)).toBe(francs);
  })));

  test('whatever is typed, what comes out is a whole number of francs or nothing', () => fc.assert(fc.property(fc.string(), (typed) => {
    const francs = readAmount(typed);
    expect(francs === undefined || (Number.isInteger(francs) && francs > 0)).toBe(true);
  })));
});

describe('a day, as people say it on Friday 20 November 2026', () => {
  test.each<[string, object | undefined]>([
    ['28/12', { day: '2026-12-28' }], ['28-12-2026', { day: '2026-12-28' }], ['28/12/26', { day: '2026-12-28' }], ['28 décembre', { day: '2026-12-28' }], ['28 DEC', { day: '2026-12-28' }], ['20/11', { day: '2026-11-20' }],
    ['samedi', { day: '2026-11-21' }], ['Sam', { day: '2026-11-21' }], ['vendredi', { day: '2026-11-27' }], ['monday', { day: '2026-11-23' }], ['demain', { day: '2026-11-21' }], ['après-demain', { day: '2026-11-22' }], ["aujourd'hui", { day: '2026-11-20' }],
    ['12/03', { day: '2027-03-12', rolls: true }], ['1er janvier', { day: '2027-01-01', rolls: true }], ['31/02', undefined], ['28', undefined], ['bientôt', undefined], ['', undefined], ['00/12', undefined],
  ])('«%s»', (typed, day) => expect(readDay(typed, '2026-11-20')).toEqual(day));

  test('a day without its year is never behind us', () => fc.assert(fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), (ahead, date, month) => {
    const today = addDays('2026-01-01', ahead);
    const read = readDay(`${date}/${month}`, today);
    expect(read === undefined || read.day >= today).toBe(true);
  })));
});

describe('STY-12 · an order, as people call it', () => {
  test.each<[string, object | undefined]>([
    ['42', { seq: 42 }], ['0042', { seq: 42 }], ['#42', { seq: 42 }], ['n°42', { seq: 42 }], ['ORD-2026-0042', { year: 2026, seq: 42 }], ['ord 2025 42', { year: 2025, seq: 42 }], ['2025-0042', { year: 2025, seq: 42 }], ['12345', { seq: 12_345 }],
    ['0', undefined], ['', undefined], ['42 5000', undefined], ['quarante-deux', undefined], ['-42', undefined],
  ])('«%s»', (typed, ref) => expect(readOrderRef(typed)).toEqual(ref));

  test('D11 · the number of an order is read back, also past 9999', () => fc.assert(fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 2020, max: 2099 }), (seq, year) => {
    expect(readOrderRef(fullNumber({ year, seq }))).toEqual({ year, seq });
    expect(readOrderRef(shortNumber(seq))).toEqual({ seq });
  })));
});

test.each<[said: string, day: string | undefined]>([
  ['jeudi', '2026-11-26'], ["d'accord pour lundi matin", '2026-11-23'], ['le 26/11 avant midi', '2026-11-26'], ['on livre le 28 décembre', '2026-12-28'], ['jeudi ou vendredi', undefined], ['bientôt', undefined], ['', undefined],
])('the day in « %s »', (said, day) => expect(findDay(said, '2026-11-20')?.day).toBe(day));

test.each([['sac', 1, 'sac'], ['sac', 2, 'sacs'], ['plateau', 3, 'plateaux'], ['kg', 5, 'kg'], ['sac', 1.5, 'sac'], ['colis', 4, 'colis']])('%s for %d is %s', (unit, count, written) => expect(unitFor(unit, count)).toBe(written));
