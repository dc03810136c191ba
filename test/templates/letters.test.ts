import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inReadingPlaces, isCommon, written } from '../../templates/pdf/letters.ts';

test.each([
  ['Élève à l’œuvre – 5 €', true], ['çÇ«»…', true], ['ɖ', false], ['ŋ', false], ['علي', false], ['ẹ', false], ['→', false], ['\u0081', false],
])('%j is written with the fonts of every reader: %s', (text, common) => expect(isCommon(text)).toBe(common));

test.each([
  ['  Awa \n\t Diop ', 'Awa Diop'], ['Awa\u202f\u00a0Diop', 'Awa Diop'], ['A\u0000b\u200dc\u202e', 'Abc'], ['👗 Mode ✨', 'Mode'], ['Afi® ©', 'Afi® ©'], ['3️⃣ 7', '3 7'], ['\ud800', '–'], ['', '–'],
])('%j is written %j', (typed, line) => expect(written(typed)).toBe(line));

test.each([
  ['Awa Diop', ['Awa', 'Diop']], ['محمد علي', ['علي', 'محمد']], ['محمد علي حسن', ['حسن', 'علي', 'محمد']], ['Chez محمد علي Diop', ['Chez', 'علي', 'محمد', 'Diop']],
])('%s is read in the places %j', (line, places) => expect(inReadingPlaces(line)).toEqual(places));

test('whatever was typed, one line remains that reads the same when written again', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => {
    const line = written(typed);
    expect(written(line)).toBe(line);
    expect(line).toMatch(/^\S(.*\S)?$/u);
  }));
});
