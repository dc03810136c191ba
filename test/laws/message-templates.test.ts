import { describe, expect, test } from '@jest/globals';
import { segments } from '../../src/channels/sms/segments.ts';
import { NOTICE_TEMPLATES } from '../../src/conversation/notice-templates.ts';
import { shape } from '../../src/conversation/shape.ts';
import { templateFiles } from '../../src/dev/message-templates.ts';
import { NOTICE_VALUES } from '../../src/dev/notice-values.ts';
import { LANGUAGES, loadTexts, sayer, type Language } from '../../src/i18n.ts';
import { isOfChannel, KEYS, TEXTS } from './locale-texts.ts';
import { filesUnder, read } from './project.ts';

/** Notices that leave inside the 24 hours only, or by SMS only, each with its reason. */
const ASKED = 'who asked for the report has just written';
const WITHOUT_TEMPLATE: Record<string, string> = { reportInventory: ASKED, reportSales: ASKED, reportBank: ASKED, reportFailed: ASKED, reportNotMailed: 'the report itself has come on WhatsApp or by SMS', reportNotSent: 'the report itself has come on WhatsApp or by SMS', connected: 'who typed the keys asked for their page within the half hour' };

const ADD = 'add a line to NOTICE_TEMPLATES in src/conversation/notice-templates.ts, then npm run templates';
const BODY_MAX = 1024;
/** An account of Meta holds no more. */
const TEMPLATES_MAX = 250;
const texts = loadTexts();
const notices = [...KEYS].filter((key) => key.startsWith('notices.') && !key.startsWith('notices.do.')).map((key) => key.slice('notices.'.length));
const longest = Object.fromEntries(Object.entries(NOTICE_VALUES).map(([name, value]) => [name, value.longest]));

type Named = { what: string; language: Language; words: string; values: readonly string[]; buttons: readonly string[] };
const all: Named[] = Object.entries(NOTICE_TEMPLATES).flatMap(([what, { values, buttons = [] }]) => LANGUAGES.map((language) => ({ what, language, words: TEXTS[language].get(`notices.${what}`) ?? '', values, buttons })));
const everything = notices.flatMap((what) => LANGUAGES.map((language) => ({ what, language, words: TEXTS[language].get(`notices.${what}`) ?? '' })));
const where = (wrong: (each: Named) => unknown): string[] => all.filter((each) => wrong(each) === true).map(({ what, language }) => `notices.${what} ${language}`);
const bodies = Object.entries(templateFiles(texts)).map(([name, content]): [string, string] => [name, (JSON.parse(content) as { components: { text: string }[] }).components[0]?.text ?? '']);
const blanksOf = (words: string): string[] => [...words.matchAll(/\{\{([^}]+)\}\}/g)].map(([, blank = '']) => blank.trim());

describe('what a business tells somebody', () => {
  test('has a template for when the window is closed, or a reason to have none', () => {
    expect(notices.filter((what) => !(what in NOTICE_TEMPLATES) && !(what in WITHOUT_TEMPLATE)).map((what) => `notices.${what}: ${ADD}`)).toEqual([]);
    expect(Object.keys({ ...NOTICE_TEMPLATES, ...WITHOUT_TEMPLATE }).filter((what) => !notices.includes(what)).map((what) => `notices.${what} has no words`)).toEqual([]);
  });

  test('has as its template the same words in each language: npm run templates', () => {
    const files = filesUnder(['templates/whatsapp'], /\.json$/).map((file) => [file.split('/').at(-1), read(file)]);
    expect(Object.fromEntries(files)).toEqual(templateFiles(texts));
  });

  test('has its blanks in the order of its template, each once', () => {
    expect(all.filter(({ words, values }) => blanksOf(words).join('|') !== values.join('|')).map(({ what, language, words }) => `notices.${what} ${language} has [${blanksOf(words).join('] [')}]: as the values in NOTICE_TEMPLATES`)).toEqual([]);
  });

  test('has an example and a longest of each value', () => {
    const named = new Set([...all.flatMap(({ values }) => values), ...everything.flatMap(({ words }) => blanksOf(words))].map((value) => value.split(',')[0] ?? ''));
    expect([...named].filter((name) => !(name in NOTICE_VALUES)).map((name) => `${name}: add it to src/dev/notice-values.ts`)).toEqual([]);
    expect(Object.keys(NOTICE_VALUES).filter((name) => !named.has(name))).toEqual([]);
  });

  test('costs one SMS in the cheap letters, with its longest values', () => {
    const faults = everything.flatMap(({ what, language }) => {
      const say = sayer(texts, language, 'sms');
      const { text } = shape('sms', { text: say(`notices.${what}`, longest), options: [], menu: '', more: '', over: true, step: 0, unicode: false }, [], 0, 160);
      const { parts, encoding } = segments(text);
      return parts === 1 && encoding === 'GSM-7' ? [] : [`notices.${what}_sms ${language}: ${encoding} ${text.length} ${text}`];
    });
    expect(faults).toEqual([]);
    expect(where(({ what, language }) => !TEXTS[language].has(`notices.${what}_sms`))).toEqual([]);
    expect([...TEXTS.fr.keys()].filter((key) => key.startsWith('notices.') && isOfChannel(key) && !key.endsWith('_sms'))).toEqual([]);
  });
});

describe('what Meta takes as a template', () => {
  test('is one of at most 250 in all languages', () => {
    expect(bodies.length).toBeLessThanOrEqual(TEMPLATES_MAX);
  });

  test('has a name of its own in small letters', () => {
    const names = Object.values(NOTICE_TEMPLATES).map(({ name }) => name);
    expect([names.filter((name) => !/^[a-z][a-z0-9_]{0,511}$/.test(name)), new Set(names).size]).toEqual([[], names.length]);
  });

  test('begins with a word, and does not end with a blank', () => {
    expect(bodies.filter(([, body]) => !/^\p{L}/u.test(body) || /\}\}[*_~]*$/.test(body))).toEqual([]);
  });

  test('has words between its blanks: none beside another, and two words for each and one', () => {
    expect(where(({ words }) => /\}\}[\s*_~]*\{\{/.test(words))).toEqual([]);
    expect(bodies.filter(([, body]) => body.replace(/\{\{\d+\}\}/g, ' ').split(/[^\p{L}\p{N}'’-]+/u).filter(Boolean).length < 2 * [...body.matchAll(/\{\{/g)].length + 1)).toEqual([]);
  });

  test('is not longer than a body may be, with its longest values', () => {
    expect(where(({ what, language }) => sayer(texts, language, 'whatsapp')(`notices.${what}`, longest).length > BODY_MAX)).toEqual([]);
  });

  test('has three buttons at most, of different titles that fit', () => {
    expect(where(({ buttons, language }) => {
      const titles = buttons.map((verb) => TEXTS[language].get(`notices.do.${verb}`) ?? '');
      return titles.length > 3 || new Set(titles).size < titles.length || titles.some((title) => title === '' || title.length > 20);
    })).toEqual([]);
  });
});
