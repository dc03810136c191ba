import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCommand, readParts, type ReadCommand } from '../../../src/conversation/grammar/read-command.ts';
import { METHODS, STAGES, VERBS } from '../../../src/conversation/grammar/vocabulary.ts';
import { globalSpellings, stopWord } from '../../../src/conversation/words.ts';

const FRIDAY = '2026-11-20';
/** As the one verb that reads all of it, else as the first that it begins with. */
const read = (text: string): ReadCommand | undefined => {
  const readings = readCommand(text, FRIDAY);
  return readings.find((each) => 'args' in each) ?? readings[0];
};

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
    ['rapport banque', { verb: 'report', args: { report: 'bank' } }],
    ['rapport stock fichier', { verb: 'report', args: { report: 'stock', file: true } }],
    ['rapport mois en PDF', { verb: 'report', args: { report: 'month', file: true } }],
    ['rapport mois dernier', { verb: 'report', args: { report: 'lastMonth' } }],
    ['report excel', { verb: 'report', args: { file: true } }],
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
    ['vente riz 2 credit awa', { verb: 'sell', args: { goods: 'riz', qty: { milli: 2_000 }, debtor: 'awa' } }],
    ['vente riz 2 sacs à 18000 à crédit Awa Dossou', { verb: 'sell', args: { goods: 'riz', qty: { milli: 2_000 }, unit: 'sacs', price: 18_000, debtor: 'Awa Dossou' } }],
    ['vente 2 sacs riz credit awa', { verb: 'sell', args: { goods: 'riz', qty: { milli: 2_000 }, unit: 'sacs', debtor: 'awa' } }],
    ['vente lait 1l 3 à crédit Awa', { verb: 'sell', args: { goods: 'lait 1l', qty: { milli: 3_000 }, debtor: 'Awa' } }],
    ['vente riz 2 credit', { verb: 'sell', args: { goods: 'riz', qty: { milli: 2_000 }, debtor: '' } }],
    ['doit', { verb: 'owes', args: {} }],
    ['doit awa dossou', { verb: 'owes', args: { who: 'awa dossou' } }],
    ['paye awa 5000', { verb: 'settle', args: { who: 'awa', amount: 5_000 } }],
    ['payer Awa Dossou 5 000 f momo', { verb: 'settle', args: { who: 'Awa Dossou', amount: 5_000, method: 'momo' } }],
    ['paye awa', { verb: 'settle', args: { who: 'awa' } }],
    ['paye 770000001 5000', { verb: 'settle', args: { who: '770000001', amount: 5_000 } }],
    ['annule P-12', { verb: 'unsettle', args: { settled: 12 } }],
    ['annule V-12', { verb: 'unsell', args: { sale: 12 } }],
    ['caisse 86500', { verb: 'till', args: { cash: 86_500 } }],
    ['caisse 0', { verb: 'till', args: { cash: 0 } }],
    ['caisse', { verb: 'till', missing: true }],
    ['oui jeudi', { verb: 'accept', args: { day: { day: '2026-11-26' } } }],
    ['oui 26/11', { verb: 'accept', args: { day: { day: '2026-11-26' } } }],
    ['oui BC-3-DIOP', { verb: 'accept', args: { purchase: { seq: 3, code: 'DIOP' } } }],
    ['oui bc-3 lundi', { verb: 'accept', args: { purchase: { seq: 3 }, day: { day: '2026-11-23' } } }],
    ['oui alertes', { verb: 'accept', args: { alerts: true } }],
    ['non bc-3', { verb: 'decline', args: { purchase: { seq: 3 } } }],
    ['commander sucre 1kg 20', { verb: 'order', args: { goods: 'sucre 1kg', qty: { milli: 20_000 } } }],
    ['commander lait 1l', { verb: 'order', args: { goods: 'lait 1l' } }],
    ['alerte riz 5', { verb: 'alert', args: { goods: 'riz', qty: { milli: 5_000 } } }],
    ['couper alerte riz parfumé', { verb: 'mute', args: { goods: 'riz parfumé' } }],
    ['rappeler demain riz', { verb: 'later', args: { goods: 'riz' } }],
    ['entree bougies 6 a 480 TILENE', { verb: 'goodsIn', args: { goods: 'bougies', qty: { milli: 6_000 }, price: 480, supplier: 'TILENE' } }],
    ['vente vitamine a 2 a 500', { verb: 'sell', args: { goods: 'vitamine a', qty: { milli: 2_000 }, price: 500 } }],
    ['entrée riz 10 à 17500 CFAO', { verb: 'goodsIn', args: { goods: 'riz', qty: { milli: 10_000 }, price: 17_500, supplier: 'CFAO' } }],
    ['entrée lait 24 à 850 marché tilène exp 12/12', { verb: 'goodsIn', args: { goods: 'lait', qty: { milli: 24_000 }, price: 850, supplier: 'marché tilène', expiry: '2026-12-12' } }],
    ['entrée lait 24 exp 12/01', { verb: 'goodsIn', args: { goods: 'lait', qty: { milli: 24_000 }, expiry: '2027-01-12' } }],
    ['bc 12', { verb: 'purchase', args: { order: { seq: 12 } } }],
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

  test('whatever is owed and paid by name is no order, and whatever order is paid is nobody\'s name', () => fc.assert(fc.property(fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{2,12}$/), fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom('paye', 'payer', 'pay'), (name, seq, francs, verb) => {
    fc.pre(METHODS.get(name.toLowerCase()) === undefined);
    const whole = (text: string) => readCommand(text, FRIDAY).filter((each) => 'args' in each).map((each) => each.verb);
    expect(whole(`${verb} ${name} ${francs}`)).toEqual(['settle']);
    expect(whole(`${verb} ${seq} ${francs}`)).toEqual(['pay']);
    expect(readParts('settle', `${name} ${francs}`, FRIDAY)).toEqual({ who: name, amount: francs });
  })));

  test('a long line takes no long time', () => {
    expect(read(`recu ${'1 '.repeat(5_000)}`)).toMatchObject({ missing: true });
    expect(read(`livre 42 ${'force '.repeat(5_000)}`)).toMatchObject({ verb: 'deliver' });
  });
});

test('no verb is a word understood everywhere, a method or a stage', () => {
  const everywhere = [...globalSpellings().keys(), ...METHODS.keys(), ...STAGES.keys()];
  expect([...VERBS.keys()].filter((verb) => everywhere.includes(verb) || stopWord(verb) !== undefined)).toEqual([]);
});

describe('a spelling of several verbs', () => {
  const several = [...VERBS].filter(([, verbs]) => verbs.length > 1);

  test('is few', () => expect(Object.fromEntries(several)).toEqual({
    payer: ['pay', 'settle'], paye: ['pay', 'settle'], pay: ['pay', 'settle'], annule: ['unsell', 'unsettle'], annulee: ['unsell', 'unsettle'], void: ['unsell', 'unsettle'],
    recu: ['take', 'receipt'], encaisse: ['take', 'receipt'], encaisser: ['take', 'receipt'], received: ['take', 'receipt'],
    rembourser: ['refund', 'askRefund'], 'a rembourser': ['refund', 'askRefund'], refund: ['refund', 'askRefund'], refunds: ['refund', 'askRefund'], 'to refund': ['refund', 'askRefund'],
  }));

  /** What only staff says goes first: those two are never said by the same person. */
  const bySpeaker = new Set(['take receipt', 'refund askRefund']);
  const part = fc.oneof(fc.integer({ min: 1, max: 9_999_999 }).map(String), fc.constantFrom('awa', 'Awa Dossou', 'P-12', 'V-12', '25k', '5 000', 'momo', 'especes', '770000001', 'credit', 'à 18000'));

  test('is read by one of them, or by none, whatever follows', () => fc.assert(fc.property(fc.constantFrom(...several.filter(([, verbs]) => !bySpeaker.has(verbs.join(' ')))), fc.array(part, { maxLength: 4 }), ([spelling], parts) => {
    expect(readCommand([spelling, ...parts].join(' '), FRIDAY).filter((each) => 'args' in each).length).toBeLessThanOrEqual(1);
  })));
});
