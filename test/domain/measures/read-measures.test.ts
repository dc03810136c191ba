import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doubtsIn, entriesOf, MEASURES, USUAL, type MeasureKey, type Values } from '../../../src/domain/measures/measures.ts';
import { readMeasures } from '../../../src/domain/measures/read-measures.ts';

describe('measures, dictated in one line', () => {
  test.each<[string, Values, Partial<{ same: boolean; unread: string[] }>]>([
    ['ep45 po98 ta80 ha102', { shoulder: 450, chest: 980, waist: 800, hips: 1_020 }, {}],
    ['Épaule: 45, poitrine = 98,5 taille 80cm', { shoulder: 450, chest: 985, waist: 800 }, {}],
    ['po 100 le reste pareil', { chest: 1_000 }, { same: true }],
    ['chest 100, the rest is the same', { chest: 1_000 }, { same: true }],
    ['po98ta80', { chest: 980, waist: 800 }, {}],
    ['poitr 98', { chest: 980 }, {}],
    ['ep 45 po 98 zz 3', { shoulder: 450, chest: 980 }, { unread: ['zz3'] }],
    ['le reste pareil', {}, { same: true }],
    ['bonjour', {}, { unread: ['bonjour'] }],
    ['', {}, {}],
  ])('«%s»', (typed, values, { same = false, unread = [] }) => expect(readMeasures(typed, USUAL)).toEqual({ values, same, unread }));

  test('only numbers are in the order asked, with x for what is not known; one too many is not read', () => {
    expect(readMeasures('45 98 80 102', USUAL).values).toEqual({ shoulder: 450, chest: 980, waist: 800, hips: 1_020 });
    expect(readMeasures('45 x 80', USUAL)).toEqual({ values: { shoulder: 450, waist: 800 }, same: false, unread: [] });
    expect(readMeasures('45 98', ['shoulder'])).toEqual({ values: { shoulder: 450 }, same: false, unread: ['98'] });
  });

  test('whatever is dictated is read back', () => {
    const keys = Object.keys(MEASURES) as MeasureKey[];
    const one = fc.tuple(fc.constantFrom(...keys), fc.integer({ min: 100, max: 9_999 }), fc.nat({ max: 7 }));
    fc.assert(fc.property(fc.uniqueArray(one, { selector: ([key]) => key, minLength: 1 }), fc.constantFrom(' ', ', ', '; '), fc.constantFrom('', ' ', ': ', '='), (dictated, between, is) => {
      const nameOf = (key: MeasureKey, pick: number) => MEASURES[key].names.filter((name) => !/\d/.test(name))[pick % MEASURES[key].names.filter((name) => !/\d/.test(name)).length] ?? '';
      const typed = dictated.map(([key, mm, pick]) => `${nameOf(key, pick)}${is}${String(mm / 10).replace('.', ',')}`).join(between);
      expect(readMeasures(typed, USUAL)).toEqual({ values: Object.fromEntries(dictated.map(([key, mm]) => [key, mm])), same: false, unread: [] });
    }));
  });

  test('whatever is typed, what comes out is measures in millimetres', () => fc.assert(fc.property(fc.string(), (typed) => {
    for (const [, mm] of entriesOf(readMeasures(typed, USUAL).values)) expect(Number.isInteger(mm)).toBe(true);
  })));
});

describe('a measure that cannot be is asked again', () => {
  test.each<[string, Values, Values, string[]]>([
    ['as last time', { chest: 980 }, { chest: 980 }, []],
    ['a little more', { chest: 1_100 }, { chest: 980 }, []],
    ['more than 15 % more', { chest: 1_130 }, { chest: 980 }, ['chest']],
    ['more than 15 % less', { chest: 830 }, { chest: 980 }, ['chest']],
    ['in inches, or a finger slipped', { chest: 98 }, {}, ['chest']],
    ['two of three', { chest: 3_000, waist: 800, neck: 50 }, {}, ['chest', 'neck']],
  ])('%s', (_, values, before, doubted) => expect(doubtsIn(values, before).map(({ key }) => key)).toEqual(doubted));

  test('no two measures go by one name', () => {
    const names = Object.values(MEASURES).flatMap((measure) => [...measure.names]);
    expect(new Set(names).size).toBe(names.length);
  });
});
