import { readdirSync, readFileSync } from 'node:fs';
import i18next, { type i18n } from 'i18next';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = 'fr';

export type Say = (key: string, values?: Record<string, unknown>) => string;

const FOLDER = new URL('../locales/', import.meta.url);

/** Every sentence a person reads, by language and file: `home.client` is the key `client` of locales/<language>/home.json. */
export function loadTexts(folder = FOLDER): i18n {
  const texts = i18next.createInstance();
  const resources = Object.fromEntries(LANGUAGES.map((language) => [language, { translation: read(new URL(`${language}/`, folder)) }]));
  void texts.init({ lng: DEFAULT_LANGUAGE, resources, initAsync: false, interpolation: { escapeValue: false }, returnEmptyString: false });
  texts.services.formatter?.add('money', (value, language) => `${new Intl.NumberFormat(language, { useGrouping: true }).format(Number(value)).replace(/[\u202f\u00a0]/g, ' ')} F`);
  return texts;
}

const read = (folder: URL) =>
  Object.fromEntries(
    readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object]),
  );

/** A sayer for one person on one channel: `key_ussd` wins over `key` when USSD has words of its own. */
export const sayer = (texts: i18n, language: string, channel: string): Say => (key, values = {}) => {
  const said = texts.t(key, { ...values, lng: language, context: channel });
  if (said === key) throw new Error(`locales/${language} has no ${key}`);
  return said;
};

export const has = (texts: i18n, key: string, language: string): boolean => texts.exists(key, { lng: language, fallbackLng: language });

export const languageOf = (wanted: string | null | undefined): Language => LANGUAGES.find((language) => language === wanted) ?? DEFAULT_LANGUAGE;
