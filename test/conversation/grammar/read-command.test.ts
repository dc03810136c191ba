import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCommand, type ReadCommand } from '../../../src/conversation/grammar/read-command.ts';
import { METHODS, STAGES, VERBS } from '../../../src/conversation/grammar/vocabulary.ts';
import { globalSpellings, stopWord } from '../../../src/conversation/words.ts';

const FRIDAY = '2026-11-20';
const read = (text: string) => readCommand(text, FRIDAY);

describe('3.2 · a line that says what to do', () => {
  test.each<[string, ReadCommand | undefined]>([
    ['prêt 42', { verb: 'ready', args: { order: { seq: 42 } } }],
    ['PRET 0042', { verb: 'ready', args: { order: { seq: 42 } } }],
    ['Prête n°42', { verb: 'ready', args: { order: { seq: 42 } } }],
    ['pret42', { verb: 'ready', args: { order: { seq: 42 } } }],
    ['ready ORD-2025-0042', { verb: 'ready', args: { order: { year: 2025, seq: 42 } } }],
    ['livre 42', { verb: 'deliver', args: { order: { seq: 42 } } }],
    ['livre 42 force elle paie demain', { verb: 'deliver', args: { order: { seq: 42 }, force: true, words: 'elle paie demain' } }],
    ['recu 42 5000 especes', { verb: 'take', args: { order: { seq: 42 }, amount: 5_000, method: 'cash' } }],
    ['reçu 42 5 000 espèces', { verb: 'take', args: { order: { seq: 42 }, amount: 5_000, method: 'cash' } }],
    ['recu 42 25 mille', { verb: 'take', args: { order: { seq: 42 }, amount: 25_000 } }],
    ['recu 42 mobile money', { verb: 'take', args: { order: { seq: 42 }, method: 'momo' } }],
    ['recu 42', { verb: 'take', args: { order: { seq: 42 } } }],
    ['devis 42 25000 28/12', { verb: 'quote', args: { order: { seq: 42 }, amount: 25_000, day: { day: '2026-12-28' } } }],
    ['devis 42 25 000 28 décembre', { verb: 'quote', args: { order: { seq: 42 }, amount: 25_000, day: { day: '2026-12-28' } } }],
    ['devis 42 25k', { verb: 'quote', args: { order: { seq: 42 }, amount: 25_000 } }],
    ['retard 42 30/12', { verb: 'late', args: { order: { seq: 42 }, day: { day: '2026-12-30' } } }],
    ['retard 42 samedi', { verb: 'late', args: { order: { seq: 42 }, day: { day: '2026-11-21' } } }],
    ['fini 42 couture', { verb: 'done', args: { order: { seq: 42 }, stage: 'sew' } }],
    ['fini 42', { verb: 'done', args: { order: { seq: 42 } } }],
    ['commander AFI', { verb: 'order', args: { code: 'AFI' } }],
    ['commander afi', { verb: 'order', args: { code: 'AFI' } }],
    ['payer 42', { verb: 'pay', args: { order: { seq: 42 } } }],
    ['payer 42 5000', { verb: 'pay', args: { order: { seq: 42 }, amount: 5_000 } }],
    ['où est 42', { verb: 'where', args: { order: { seq: 42 } } }],
    ['oui 42', { verb: 'accept', args: { order: { seq: 42 } } }],
    ['non 42', { verb: 'decline', args: { order: { seq: 42 } } }],
    ['souci 42 manche trop longue', { verb: 'complain', args: { order: { seq: 42 }, words: 'manche trop longue' } }],
    ['avis 42 5', { verb: 'rate', args: { order: { seq: 42 }, count: 5 } }],
    ['a livrer', { verb: 'board', args: {} }],
    ['nouveau', { verb: 'walkIn', args: {} }],
    ['client awa dossou', { verb: 'client', args: { words: 'awa dossou' } }],
    ['capacité 12', { verb: 'capacity', args: { count: 12 } }],
    ['ferme samedi', { verb: 'close', args: { day: { day: '2026-11-21' } } }],
    ['prêt', { verb: 'ready', missing: true }],
    ['prêt demain', { verb: 'ready', missing: true }],
    ['retard 42', { verb: 'late', missing: true }],
    ['devis 42 1.5', { verb: 'quote', missing: true }],
    ['oui', { verb: 'accept', missing: true }],
    ['bonjour', undefined],
    ['42', undefined],
    ['', undefined],
  ])('«%s»', (text, command) => expect(read(text)).toEqual(command));

  test('an amount and a day, however they are spaced', () => {
    expect(read('devis 42 25 000 1 12')).toEqual({ verb: 'quote', args: { order: { seq: 42 }, amount: 25_000, day: { day: '2026-12-01' } } });
    expect(read('devis 42 500 1 12 26')).toEqual({ verb: 'quote', args: { order: { seq: 42 }, amount: 500, day: { day: '2026-12-01' } } });
    expect(read('recu 2026 42')).toEqual({ verb: 'take', args: { order: { seq: 2_026 }, amount: 42 } });
    expect(read('recu 2026-42')).toEqual({ verb: 'take', args: { order: { year: 2_026, seq: 42 } } });
  });
});

describe('whatever is typed', () => {
  test('money is read one way or not at all', () => fc.assert(fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom('', ' ', '.'), fc.constantFrom('', ' f', ' fcfa', ' especes', ' momo'), (seq, francs, between, after) => {
    const written = String(francs).replace(/\B(?=(\d{3})+(?!\d))/g, between);
    expect(read(`recu ${seq} ${written}${after}`)).toMatchObject({ verb: 'take', args: { order: { seq }, amount: francs } });
  })));

  test('it is read without failing, and the same whatever its case, accents and spaces', () => fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom(...VERBS.keys()).chain((verb) => fc.string().map((rest) => `${verb} ${rest}`))), (text) => {
    expect(() => read(text)).not.toThrow();
  })));

  test('a long line takes no long time', () => {
    expect(read(`recu ${'1 '.repeat(5_000)}`)).toEqual({ verb: 'take', missing: true });
    expect(read(`livre 42 ${'force '.repeat(5_000)}`)).toMatchObject({ verb: 'deliver' });
  });
});

test('no verb is a word understood everywhere, a method or a stage', () => {
  const everywhere = [...globalSpellings().keys(), ...METHODS.keys(), ...STAGES.keys()];
  expect([...VERBS.keys()].filter((verb) => everywhere.includes(verb) || stopWord(verb) !== undefined)).toEqual([]);
});
