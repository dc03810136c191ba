import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Option, Reply } from '../../../src/channels/channel.ts';
import { isGsm7 } from '../../../src/channels/gsm7.ts';
import { renderSms } from '../../../src/channels/sms/render.ts';

const reply = (text: string, options: Option[] = [], rest: Partial<Reply> = {}): Reply => ({ text, options, menu: 'Choisir', more: 'Suite', over: false, step: 1, ...rest });
const list = (...labels: string[]): Option[] => labels.map((label, index) => ({ id: `o${index + 1}`, label }));

test('Awa reads her order in GSM-7, one part', () => {
  const said = reply('Votre boubou est prêt… Reste 12\u202f500 F', list('Payer le reste', 'Je passe demain', 'Appeler l’atelier'), { back: 'Retour' });
  expect(renderSms(said)).toEqual({
    text: "Votre boubou est pret... Reste 12 500 F\n1.Payer le reste\n2.Je passe demain\n3.Appeler l'atelier\n0.Retour",
    parts: 1,
    encoding: 'GSM-7',
    pages: 1,
    shown: { keys: { 1: 'o1', 2: 'o2', 3: 'o3' }, more: false, back: true },
  });
});

test('a business that writes in Fon keeps its letters, at their price', () => {
  const said = reply('Kwabɔ, e nyɔ́ ǎ ? Reçu…', list('Ɛɛn'), { back: 'Retour', unicode: true });
  expect(renderSms(said)).toMatchObject({ text: 'Kwabɔ, e nyɔ́ ǎ ? Reçu…\n1.Ɛɛn\n0.Retour', parts: 1, encoding: 'UCS-2' });
  expect(renderSms({ ...said, text: 'Kwabɔ '.repeat(20) }).parts).toBe(2);
});

test('a fixed menu keeps its keys and is never paged', () => {
  const menu = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => ({ id: `m${key}`, label: `Entrée ${key}`, key }));
  const { text, pages, shown } = renderSms(reply('Menu', menu, { back: 'Quitter' }), 1);
  expect(text).toBe('Menu\n1.Entrée 1\n2.Entrée 2\n3.Entrée 3\n4.Entrée 4\n5.Entrée 5\n6.Entrée 6\n7.Entrée 7\n8.Entrée 8\n9.Entrée 9\n0.Quitter');
  expect(pages).toBe(1);
  expect(shown.keys['9']).toBe('m9');
});

test('ten products are eight and two, numbered anew', () => {
  const said = reply('Boutique', list(...'abcdefghij'));
  expect(renderSms(said)).toMatchObject({ text: 'Boutique\n1.a\n2.b\n3.c\n4.d\n5.e\n6.f\n7.g\n8.h\n9.Suite', pages: 2, shown: { more: true } });
  expect(renderSms(said, 1)).toMatchObject({ text: 'Boutique\n1.i\n2.j', shown: { keys: { 1: 'o9', 2: 'o10' }, more: false, back: false } });
  expect(renderSms(said, 9)).toEqual(renderSms(said, 1));
});

test.each<[string, Reply, string]>([
  ['a link stands below the text', reply('Payez ici', [], { link: { label: 'Payer', url: 'https://griot.test/r/aB3~x_y' } }), 'Payez ici\nhttps://griot.test/r/aB3~x_y'],
  ['a document is its address', reply('Votre reçu', [], { document: { url: 'https://griot.test/r/a', fileName: 'recu.pdf' } }), 'Votre recu\nhttps://griot.test/r/a'],
  ['a label of emoji keeps a place', reply('Alors ?', list('👍', 'Non 👎')), 'Alors ?\n1.?\n2.Non'],
])('%s', (_, said, text) => expect(renderSms(said).text).toBe(text));

describe('any reply', () => {
  test('is GSM-7, with each option on one page under one key', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (text, labels) => {
      const said = reply(text, list(...labels), { back: 'Précédent' });
      const pages = Array.from({ length: renderSms(said).pages }, (_, page) => renderSms(said, page));
      expect(pages.every((page) => isGsm7(page.text) && page.encoding === 'GSM-7')).toBe(true);
      expect(pages.flatMap(({ shown }) => Object.values(shown.keys))).toEqual(said.options.map(({ id }) => id));
    }));
  });
});
