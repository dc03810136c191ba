import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { guess } from '../../src/conversation/guess.ts';
import { plain } from '../../src/domain/spoken/plain.ts';
import { globalSpellings, globalWord, stopWord } from '../../src/conversation/words.ts';

const options = ['Langue', 'Changer de profil', 'Parler à l’atelier', 'Stop messages', 'Mes données'].map((label) => ({ id: label, label }));

test.each([
  ['donees', ['Mes données']],
  ['lange', ['Langue']],
  ['parler atelier', ['Parler à l’atelier']],
  ['profile', ['Changer de profil']],
  ['stop message', ['Stop messages']],
  ['mesage', ['Stop messages']],
  ['zzz', []],
  ['8', []],
  ['', []],
  ['👍👍👍', []],
])('« %s » looks like %j', (typed, guesses) => {
  expect(guess(typed, options)).toEqual(guesses);
});

test('two at most, all of them offered, and the very words first', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (typed) => {
    const found = guess(typed, options);
    expect(found.length).toBeLessThanOrEqual(2);
    expect(options.map(({ label }) => label)).toEqual(expect.arrayContaining(found));
  }));
  for (const { label } of options) expect(guess(label, options)[0]).toBe(label);
  expect(guess('aaaa', [{ id: '1', label: 'aa bb cc dd' }, { id: '2', label: 'aaaa' }])[0]).toBe('aaaa');
});

test.each([
  ['Être à l’heure !', 'etre a l heure'],
  ['  A  B ', 'a b'],
  ['ÇA VA?', 'ca va'],
  ['e\u0301te\u0301', 'ete'],
  ['n°8', 'n 8'],
  ['œuf', 'œuf'],
  ['1️⃣', '1'],
  ['\u0000', ''],
])('%j is read as %j', (typed, read) => {
  expect(plain(typed)).toBe(read);
});

test('reading twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
    expect(plain(plain(text))).toBe(plain(text));
  }));
});

test('what every object has is no word', () => {
  for (const text of ['constructor', '__proto__', 'toString']) expect([globalWord(text), stopWord(text)]).toEqual([undefined, undefined]);
  for (const [spelling, word] of globalSpellings()) expect(globalWord(` ${spelling.toUpperCase()} !`)).toBe(word);
});
