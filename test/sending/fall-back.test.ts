import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isGsm7 } from '../../src/channels/gsm7.ts';
import { segments } from '../../src/channels/sms/segments.ts';
import { buttonsMessage, linkMessage, listMessage, requestMessage, textMessage, type WhatsAppMessage } from '../../src/channels/whatsapp/message.ts';
import { smsTexts } from '../../src/sending/fall-back.ts';

const said = (message: WhatsAppMessage): string => smsTexts({ message }).text;
const rows = [{ id: '1', title: 'Boubou', description: 'bazin' }, { id: '2', title: 'Robe' }];
const ITEMS: [string, WhatsAppMessage, string][] = [
  ['a text', textMessage('Votre commande 0042 est prête.'), 'Votre commande 0042 est prete.'],
  ['bold words, and a code to dial', textMessage('Ici *Griot* : *prêt*, composez *384*22# ou *384*22*1*2#, 2 * 3'), 'Ici Griot : pret, composez *384*22# ou *384*22*1*2#, 2 * 3'],
  ['buttons', buttonsMessage('Confirmez-vous ?', [{ id: 'y', title: 'Oui' }, { id: 'n', title: 'Non' }]), 'Confirmez-vous ?\n- Oui\n- Non'],
  ['a list', listMessage('Que voulez-vous ?', 'Choisir', rows), 'Que voulez-vous ?\n- Boubou\n- Robe'],
  ['a link', linkMessage('Payez ici', { label: 'Payer', url: 'https://griot.test/r/abc' }), 'Payez ici\nhttps://griot.test/r/abc'],
  ['a question for the place', requestMessage('Où êtes-vous ?', 'location'), 'Où etes-vous ?'],
  ['a file with words', { type: 'document', document: { link: 'https://griot.test/r/a', filename: 'recu.pdf', caption: 'Votre reçu' } }, 'Votre recu\nhttps://griot.test/r/a'],
  ['a file without', { type: 'document', document: { link: 'https://griot.test/r/a', filename: 'recu.pdf' } }, 'recu.pdf\nhttps://griot.test/r/a'],
  ['a template, whose words only Meta knows', { type: 'template', template: { name: 'order_ready', language: { code: 'fr', policy: 'deterministic' } } }, ''],
];

describe('what WhatsApp does not carry is said by SMS', () => {
  test.each(ITEMS)('%s', (_, message, text) => {
    expect(said(message)).toBe(text);
  });

  test('in its own words where it has some', () => {
    expect(smsTexts({ message: textMessage('long'), sms: { text: 'Ẹ̀yin' } })).toEqual({ text: 'Ẹ̀yin', letters: 'Ẹ̀yin' });
  });

  test.each([[{}], [null], ['x'], [{ message: 'x' }], [{ screen: 'CON' }]])('nothing, for what is no message: %j', (payload) => {
    expect(smsTexts(payload)).toEqual({ text: '', letters: '' });
  });
});

describe('in three parts at most', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...Array.from('abcdefghijklmnop éàçœ€[]~ɛŋẹ😀👩‍👩‍👧«»\n')), maxLength: 60 }), { maxLength: 40 }).map((parts) => parts.join(' '));

  test('whatever was said, in the cheap alphabet or with its letters', () => {
    fc.assert(fc.property(words, (said) => {
      const { text, letters } = smsTexts({ message: textMessage(said) });
      expect(isGsm7(text)).toBe(true);
      expect([text, letters].map((sms) => segments(sms).parts <= 3)).toEqual([true, true]);
      expect(letters.isWellFormed()).toBe(true);
    }), { numRuns: 1_000 });
  });

  test('the letters of a business that keeps them stay', () => {
    expect(smsTexts({ message: textMessage('Ọjà yín ti dé 😀') })).toEqual({ text: 'Ojà yin ti dé', letters: 'Ọjà yín ti dé 😀' });
  });

  test('what fits is not cut, and what does not ends between two words', () => {
    const long = (n: number) => Array.from({ length: n }, (_, at) => `mot${String(at).padStart(5, '0')}`).join(' ');
    expect(said(textMessage(long(50)))).toBe(long(50));
    expect(said(textMessage(long(51)))).toBe(long(51));
    const cut = said(textMessage(long(60)));
    expect(cut).toMatch(/^(mot\d{5} )+mot\d{5}\.\.\.$/);
    expect(long(60).startsWith(cut.slice(0, -3))).toBe(true);
    expect(cut.length).toBeGreaterThan(440);
  });

  test('one word without an end is cut where the third part ends', () => {
    const cut = said(textMessage('a'.repeat(2_000)));
    expect(cut).toBe(`${'a'.repeat(456)}...`);
    expect(segments(said(textMessage('€'.repeat(600)))).parts).toBeLessThanOrEqual(3);
  });
});
