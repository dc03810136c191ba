import type { i18n } from 'i18next';
import { NOTICE_TEMPLATES, type NoticeTemplate } from '../conversation/notice-templates.ts';
import { filled, LANGUAGES, sayer, type Language } from '../i18n.ts';
import { NOTICE_VALUES } from './notice-values.ts';

/** Meta refuses a body that begins with a blank, or has too few words for its blanks: there a lead goes before the words. */
const WORDS_A_BLANK = 2;

const BLANK = /\{\{([^}]+)\}\}/g;

/** The files of templates/whatsapp by their names: what Meta is asked to approve is what the notices say, word for word. */
export const templateFiles = (texts: i18n): Record<string, string> =>
  Object.fromEntries(Object.entries(NOTICE_TEMPLATES).flatMap(([what, template]) =>
    LANGUAGES.map((language) => [`${template.name}.${language}.json`, `${JSON.stringify(written(what, template, language, texts), null, 2)}\n`])));

function written(what: string, { name, category, values, buttons = [] }: NoticeTemplate, language: Language, texts: i18n) {
  const words = texts.t(`notices.${what}`, { lng: language, skipInterpolation: true });
  const say = sayer(texts, language, 'whatsapp');
  const text = [...(standsAlone(words, values.length) ? [] : [say('common.lead')]), words].join(' ').replace(BLANK, (_, blank: string) => `{{${values.indexOf(blank.trim()) + 1}}}`);
  const titles = buttons.map((verb) => ({ type: 'QUICK_REPLY', text: say(`notices.do.${verb}`) }));
  return {
    name, language, category,
    components: [{ type: 'BODY', text, example: { body_text: [values.map((value) => example(value, language, texts))] } }, ...(titles.length === 0 ? [] : [{ type: 'BUTTONS', buttons: titles }])],
  };
}

const standsAlone = (words: string, blanks: number): boolean => /^\p{L}/u.test(words) && words.replace(BLANK, ' ').split(/[^\p{L}\p{N}'’-]+/u).filter(Boolean).length > WORDS_A_BLANK * blanks;

function example(value: string, language: Language, texts: i18n): string {
  const examples = Object.fromEntries(Object.entries(NOTICE_VALUES).map(([of, { example: one }]) => [of, one]));
  return filled(texts, language, `{{${value}}}`, examples);
}
