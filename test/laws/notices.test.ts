import { expect, test } from '@jest/globals';
import { toGsm7 } from '../../src/channels/gsm7.ts';
import { segments } from '../../src/channels/sms/segments.ts';
import { LANGUAGES, loadTexts, sayer } from '../../src/i18n.ts';
import { TEXTS, variablesOf } from './locale-texts.ts';

const texts = loadTexts();
const notices = LANGUAGES.flatMap((language) => [...TEXTS[language].keys()].filter((key) => /^notices\.\w+$/.test(key) && !/_\w+$/.test(key)).map((key) => ({ language, key })));
const doings = LANGUAGES.flatMap((language) => [...TEXTS[language]].filter(([key]) => key.startsWith('notices.do.')).map(([key, title]) => `${language} ${key} ${title}`));

/** As long as they come; what is not here is a short word or an amount. */
const LONG: Record<string, string | number> = {
  business: 'Atelier de couture Grâce de Dieu et Fils', what: 'Grand boubou brodé en bazin riche avec pantalon', name: 'Marie-Antoinette Houngbédji Kossou', by: 'Marie-Antoinette Houngbédji Kossou',
  reason: 'le tissu ne convient pas du tout à la cérémonie', number: '0042', receipt: 'R-2026-0042', code: '*384*22*4#', url: 'https://griot.example.com/r/AbCdEfGhIjKlMnOp', link: 'https://griot.example.com/r/AbCdEfGhIjKl', pct: 100,
};
const AMOUNT = 1_250_000;

test.each(notices)('$language $key is one SMS, whatever stands in it', ({ language, key }) => {
  const twin = TEXTS[language].get(`${key}_sms`);
  expect(twin).toBeDefined();
  const said = toGsm7(sayer(texts, language, 'sms')(key, Object.fromEntries(variablesOf(twin ?? '').map((name) => [name, LONG[name] ?? AMOUNT]))));
  expect({ said, ...segments(said) }).toMatchObject({ encoding: 'GSM-7', parts: 1 });
});

test('what is offered fits a button', () => {
  expect(doings.length).toBeGreaterThan(0);
  expect(doings.filter((line) => [...line.split(' ').slice(2).join(' ')].length > 20)).toEqual([]);
});
