import { expect, test } from '@jest/globals';
import { loadTexts, sayer } from '../src/i18n.ts';

const texts = loadTexts();

test.each([
  ['Awa Dossou', 'Awa Dossou'],
  ['Jean Hounsou', 'Jean Hounsou'],
  ['Kossi Ahouandjinou', 'Kossi'],
  ['Awa D. Dossou', 'Awa D.'],
  ['Ahouandjinou-Kpossou', 'Ahouandjinou'],
  ['A Ahouandjinouvi', 'A Ahouandjin'],
  ['  Yao  ', 'Yao'],
  ['👩🏿‍🦱👩🏿‍🦱 Awa', '👩🏿‍🦱👩🏿‍🦱 Awa'],
  ['', ''],
])('on a counted screen %j is called %j', (name, shown) => {
  expect(sayer(texts, 'fr', 'ussd')('home.client', { name })).toBe(`Bonjour ${shown}`);
});

test('a channel has words of its own, and the others say the same', () => {
  const help = (channel: string) => sayer(texts, 'en', channel)('data.name');
  expect([help('ussd'), help('sms'), help('whatsapp')]).toEqual(['The right name:', 'What is the right name?', 'What is the right name?']);
});

test('a text that is missing is an error, not its name on a screen', () => {
  expect(() => sayer(texts, 'fr', 'sms')('home.tomorrow')).toThrow('locales/fr has no home.tomorrow');
});

test.each(['$t(common.menu)', '{{business}}', "$& $1 $' Awa", '__proto__'])('somebody called %s is called so, and fills nothing else', (name) => {
  expect(sayer(texts, 'en', 'sms')('data.renamed', { name, business: 'x' })).toBe(`Corrected: ${name}.`);
  expect(sayer(texts, 'en', 'ussd')('common.header', { name })).toMatch(/^[^x]*:$/);
});
