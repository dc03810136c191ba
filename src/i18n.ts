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
  texts.services.formatter?.add('money', (value, language, options) => moneyText(Number(value), language, options as { zero?: string }));
  texts.services.formatter?.add('qty', (value, language) => new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(Number(value)).replace(/[\u202f\u00a0]/g, ' '));
  texts.services.formatter?.add('size', (value, language) => sizeText(Number(value), language ?? DEFAULT_LANGUAGE));
  texts.services.formatter?.add('short', (value, _language, options) => shortened(String(value), Number((options as { max?: number }).max)));
  texts.services.formatter?.add('day', (value) => String(value).replace(/^\d{4}-(\d\d)-(\d\d)$/, '$2/$1'));
  texts.services.formatter?.add('date', (value) => String(value).replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1'));
  return texts;
}

/** `{{deposit, money(zero: aucun)}}`: an amount, or the word for there being none. */
const moneyText = (amount: number, language: string | undefined, { zero }: { zero?: string }): string =>
  amount === 0 && zero !== undefined ? zero : `${new Intl.NumberFormat(language, { useGrouping: true }).format(amount).replace(/[\u202f\u00a0]/g, ' ')} F`;

/** `{{name, short(max: 12)}}`: a name on a screen whose characters are counted, cut between two words where there is one. */
function shortened(name: string, max: number): string {
  const letters = Array.from(name.trim());
  if (letters.length <= max) return letters.join('');
  const space = letters.slice(0, max + 1).lastIndexOf(' ');
  return letters.slice(0, space > 1 ? space : max).join('').trim();
}

const KB = 1024;
const MB = 1024 * KB;

/** 5 Mo, 120 ko: as telephones say it. */
function sizeText(bytes: number, language: string): string {
  const [unit, many] = bytes >= MB ? ['megabyte', bytes / MB] : ['kilobyte', Math.ceil(bytes / KB)];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(many).replace(/[\u202f\u00a0]/g, ' ');
}

const read = (folder: URL) =>
  Object.fromEntries(
    readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object]),
  );

/** A sayer for one person on one channel: `key_ussd` wins over `key` when USSD has words of its own. */
export const sayer = (texts: i18n, language: string, channel: string): Say => {
  const fixed = fixedTexts(texts, `${language} ${channel}`);
  return (key, values) => {
    const known = values?.['count'] === undefined ? (fixed.get(key) ?? readFixed(key)) : undefined;
    if (typeof known === 'string') return known;
    const said = texts.t(key, { ...values, lng: language, context: channel });
    if (said === key) throw new Error(`locales/${language} has no ${key}`);
    return said;
  };

  /** False when something is to be put into it. */
  function readFixed(key: string): string | false {
    const text = texts.t(key, { lng: language, context: channel, skipInterpolation: true });
    const found = text === key || /\{\{|\$t\(/.test(text) ? false : text;
    fixed.set(key, found);
    return found;
  }
};

/** Words of no file, filled as those of a file are: `{{due, money}}`. */
export const filled = (texts: i18n, language: string, words: string, values: Record<string, unknown>): string => texts.t('-', { ...values, lng: language, defaultValue: words });

/** Most sentences have no blanks: they are looked up once. */
const seenTexts = new WeakMap<i18n, Map<string, Map<string, string | false>>>();

function fixedTexts(texts: i18n, tongue: string): Map<string, string | false> {
  const tongues = seenTexts.get(texts) ?? new Map<string, Map<string, string | false>>();
  seenTexts.set(texts, tongues);
  const fixed = tongues.get(tongue) ?? new Map<string, string | false>();
  tongues.set(tongue, fixed);
  return fixed;
}

export const has = (texts: i18n, key: string, language: string): boolean => {
  const known = fixedTexts(texts, `has ${language}`);
  const there = known.get(key) ?? (texts.exists(key, { lng: language, fallbackLng: language }) && key);
  known.set(key, there);
  return there !== false;
};

export const languageOf = (wanted: string | null | undefined): Language => LANGUAGES.find((language) => language === wanted) ?? DEFAULT_LANGUAGE;
