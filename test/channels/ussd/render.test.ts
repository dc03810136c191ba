import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Option, Reply } from '../../../src/channels/channel.ts';
import { cutAtWords } from '../../../src/channels/ussd/cut-at-words.ts';
import { renderUssd } from '../../../src/channels/ussd/render.ts';

const reply = (text: string, options: Option[] = [], rest: Partial<Reply> = {}): Reply => ({ text, options, menu: 'Choisir', more: 'Suite', over: false, step: 1, ...rest });
const list = (...labels: string[]): Option[] => labels.map((label, index) => ({ id: `o${index + 1}`, label }));
const allPages = (said: Reply, max?: number) => Array.from({ length: renderUssd(said, 0, max).pages }, (_, page) => renderUssd(said, page, max));
const screens = (said: Reply, max?: number) => allPages(said, max).map(({ screen }) => screen);

test('Awa sees the fixed menu of a client, numbers as printed', () => {
  const labels = ['Mes commandes (2)', 'Commander', 'Prendre RDV', 'Payer', 'Trouver un styliste', 'Mes mesures', 'Acheter (boutique)', 'Plus'];
  const menu = labels.map((label, index) => ({ id: `c${index + 1}`, label, key: String(index + 1) }));
  expect(renderUssd(reply('Bonjour Awa', menu, { back: 'Quitter' }))).toEqual({
    screen: 'CON Bonjour Awa\n1.Mes commandes (2)\n2.Commander\n3.Prendre RDV\n4.Payer\n5.Trouver un styliste\n6.Mes mesures\n7.Acheter (boutique)\n8.Plus\n0.Quitter',
    pages: 1,
    shown: { keys: { 1: 'c1', 2: 'c2', 3: 'c3', 4: 'c4', 5: 'c5', 6: 'c6', 7: 'c7', 8: 'c8' }, more: false, back: true },
  });
});

test('an entry absent from a fixed menu leaves its number unused, and 9 may be an entry', () => {
  const menu = [{ id: 'client', label: 'Je suis client', key: '1' }, { id: 'english', label: 'English', key: '4' }, { id: 'terms', label: 'Conditions et STOP', key: '9' }];
  const { screen, shown } = renderUssd(reply('Bienvenue chez Griot', menu, { back: 'Quitter' }));
  expect(screen).toBe('CON Bienvenue chez Griot\n1.Je suis client\n4.English\n9.Conditions et STOP\n0.Quitter');
  expect(shown).toEqual({ keys: { 1: 'client', 4: 'english', 9: 'terms' }, more: false, back: true });
});

test('a list longer than a screen goes on, numbered from 1 again under its short heading', () => {
  const orders = list(...Array.from({ length: 8 }, (_, index) => `00${40 + index} Boubou bazin PRET 12 500F`));
  expect(screens(reply('Mes commandes', orders, { back: 'Retour' }))).toEqual([
    'CON Mes commandes\n1.0040 Boubou bazin PRET 12 500F\n2.0041 Boubou bazin PRET 12 500F\n3.0042 Boubou bazin PRET 12 500F\n9.Suite\n0.Retour',
    'CON Mes commandes\n1.0043 Boubou bazin PRET 12 500F\n2.0044 Boubou bazin PRET 12 500F\n3.0045 Boubou bazin PRET 12 500F\n9.Suite\n0.Retour',
    'CON Mes commandes\n1.0046 Boubou bazin PRET 12 500F\n2.0047 Boubou bazin PRET 12 500F\n0.Retour',
  ]);
  expect(renderUssd(reply('Mes commandes', orders, { back: 'Retour' }), 1).shown).toEqual({ keys: { 1: 'o4', 2: 'o5', 3: 'o6' }, more: true, back: true });
  expect(renderUssd(reply('Mes commandes', orders, { back: 'Retour' }), 2).shown).toEqual({ keys: { 1: 'o7', 2: 'o8' }, more: false, back: true });
});

test('ten short options are eight and two', () => {
  expect(screens(reply('Heure?', list(...'abcdefghij')))).toEqual(['CON Heure?\n1.a\n2.b\n3.c\n4.d\n5.e\n6.f\n7.g\n8.h\n9.Suite', 'CON Heure?\n1.i\n2.j']);
});

test('the ninth option of nine does not need a 9 it could not have', () => {
  expect(allPages(reply('', list(...'abcdefghi'))).map(({ shown }) => shown)).toEqual([
    { keys: { 1: 'o1', 2: 'o2', 3: 'o3', 4: 'o4', 5: 'o5', 6: 'o6', 7: 'o7', 8: 'o8' }, more: true, back: false },
    { keys: { 1: 'o9' }, more: false, back: false },
  ]);
});

test('a list with entries of its own keeps them on each page, and numbers around them', () => {
  const options: Option[] = [...list('CFAO: 4 produits 412 000F', 'Marche Dantokpa: 1 produit 38 000F', 'Sococe: 2 produits 90 000F', 'Erevan: 1 produit 12 000F'), { id: 'all', label: 'Tout par SMS', key: '2' }];
  expect(allPages(reply('A commander', options, { back: 'Retour' }))).toEqual([
    { screen: 'CON A commander\n1.CFAO: 4 produits 412 000F\n3.Marche Dantokpa: 1 produit 38 000F\n4.Sococe: 2 produits 90 000F\n2.Tout par SMS\n9.Suite\n0.Retour', pages: 2, shown: { keys: { 1: 'o1', 3: 'o2', 4: 'o3', 2: 'all' }, more: true, back: true } },
    { screen: 'CON A commander\n1.Erevan: 1 produit 12 000F\n2.Tout par SMS\n0.Retour', pages: 2, shown: { keys: { 1: 'o4', 2: 'all' }, more: false, back: true } },
  ]);
});

test('a long text goes on at a word, and its options come on the last page', () => {
  const terms = 'Vos données servent à vos commandes, rendez-vous et paiements. Elles restent chez nous. Vous pouvez les demander, les corriger ou les effacer à tout moment en écrivant à la boutique.';
  expect(screens(reply(terms, list('Accepter', 'Refuser'), { back: 'Retour' }))).toEqual([
    'CON Vos donnees servent a vos commandes, rendez-vous et paiements. Elles restent chez nous. Vous pouvez les demander, les corriger ou les\n9.Suite\n0.Retour',
    'CON effacer a tout moment en ecrivant a la boutique.\n1.Accepter\n2.Refuser\n0.Retour',
  ]);
});

test('what a telephone cannot show is spelled without it', () => {
  expect(renderUssd(reply('Prêt : « wax » à 5\u202f000 F [n°1] 🎉', list('Ça\nva', '👍'))).screen).toBe('CON Pret : "wax" a 5 000 F (no1)\n1.Ca va\n2.?');
});

test('a product name longer than a screen loses its end, not its number', () => {
  const [first, second] = screens(reply('Choisir', list('riz '.repeat(60), 'mil'), { back: 'Retour' }));
  expect(first).toBe('CON Choisir\n9.Suite\n0.Retour');
  expect(second).toMatch(/^CON 1\.(riz )+[riz ]*\.\.\n2\.mil\n0\.Retour$/);
});

test('an END has one page, no options and no way back', () => {
  const said = reply('Demande MTN de 12 500F en route.', list('Encore'), { over: true, back: 'Retour' });
  expect(renderUssd(said)).toEqual({ screen: 'END Demande MTN de 12 500F en route.', pages: 1, shown: { keys: {}, more: false, back: false } });
});

test('a page that is no longer there is the last one', () => {
  const said = reply('Heure?', list(...'abcdefghij'));
  expect(renderUssd(said, 7)).toEqual(renderUssd(said, 1));
  expect(renderUssd(said, -1)).toEqual(renderUssd(said, 0));
});

describe('texts of ours that are too long are found by the tests, not by the caller', () => {
  const keyed = (key: string, label = 'x'): Option => ({ id: `k${key}`, label, key });
  test.each<[string, Reply, RegExp]>([
    ['an END', reply('x'.repeat(157), [], { over: true }), /END of 161 characters does not fit 160/],
    ['a fixed menu', reply('x'.repeat(100), [keyed('1', 'y'.repeat(60))]), /menu \(k1\) of 167 characters does not fit 160/],
    ['two entries on one key', reply('', [keyed('1'), keyed('1')]), /answer to one key/],
    ['an entry on the 0 of going back', reply('', [keyed('0')], { back: 'Retour' }), /0 of going back/],
    ['an entry on the 9 of a list', reply('', [keyed('9'), ...list('a')]), /9 of a list/],
    ['entries on all numbers and a list', reply('', [...Array.from('12345678', (key) => keyed(key)), ...list('a')]), /no number/],
    ['words for 9 and 0 as long as a screen', reply('x'.repeat(200), [], { back: 'y'.repeat(140) }), /leave -?\d+ characters/],
  ])('%s', (_, said, message) => expect(() => renderUssd(said)).toThrow(message));
});

describe('any reply', () => {
  const label = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem({ maxCount: 5 }), fc.string({ unit: 'grapheme', maxLength: 400 }));
  const word = fc.constantFrom('Suite', 'Retour', 'Annuler', 'Précédent', 'Quitter');
  const anyReply = fc.record({
    text: fc.oneof(fc.lorem({ maxCount: 120 }), fc.string({ unit: 'grapheme', maxLength: 500 }), fc.constant('')),
    labels: fc.array(label, { maxLength: 25 }),
    fixed: fc.uniqueArray(fc.constantFrom('2', '5', '7'), { maxLength: 2 }),
    back: fc.option(word, { nil: undefined }),
    more: word,
    max: fc.integer({ min: 120, max: 182 }),
  });

  test('fits on every page in ASCII, shows each option of a list once, and gives each key one meaning', () => {
    fc.assert(fc.property(anyReply, ({ text, labels, fixed, back, more, max }) => {
      const own = labels.length === 0 ? [] : fixed.map((key) => ({ id: `k${key}`, label: `Entrée ${key}`, key }));
      const options = [...list(...labels), ...own];
      const said = reply(text, options, { more, ...(back && { back }) });
      const pages = allPages(said, max);
      for (const { screen, shown } of pages) {
        expect(screen).toMatch(/^CON [\n -Z_a-z]*$/);
        expect(screen.length).toBeLessThanOrEqual(max);
        expect(Object.keys(shown.keys).every((key) => /^[1-8]$/.test(key))).toBe(true);
        for (const key of [...Object.keys(shown.keys), ...(shown.more ? ['9'] : []), ...(shown.back ? ['0'] : [])]) {
          expect(screen.split(/\n|^CON /).filter((line) => line.startsWith(`${key}.`)).length).toBeGreaterThanOrEqual(1);
        }
        expect(shown.back).toBe(back !== undefined);
      }
      expect(pages.map(({ shown }) => shown.more)).toEqual(pages.map((_, page) => page < pages.length - 1));
      const listed = pages.flatMap(({ shown }) => Object.values(shown.keys)).filter((id) => id.startsWith('o'));
      expect(listed.toSorted()).toEqual(list(...labels).map(({ id }) => id).toSorted());
    }), { numRuns: 400 });
  });

  test('loses no word of a long text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'c'), maxLength: 400 }), fc.integer({ min: 20, max: 150 }), (text, room) => {
      const pieces = cutAtWords(text.trim(), room);
      expect(pieces.every((piece) => piece.length <= room)).toBe(true);
      expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }));
  });
});
