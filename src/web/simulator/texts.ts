import { readFileSync } from 'node:fs';
import type fr from '../../../locales/fr/simulator.json';
import { languageOf, type Language } from '../../i18n.ts';

export type TextKey = keyof typeof fr;
export type SayText = (key: TextKey, values?: Record<string, string | number>) => string;
export { languageOf, type Language };

const read = (language: Language): Record<TextKey, string> =>
  JSON.parse(readFileSync(new URL(`../../../locales/${language}/simulator.json`, import.meta.url), 'utf8')) as Record<TextKey, string>;
const TEXTS: Record<Language, Record<TextKey, string>> = { fr: read('fr'), en: read('en') };

/** The words of the simulator itself; those of Griot come from its answers. */
export const sayText = (language: Language): SayText => (key, values = {}) =>
  TEXTS[language][key].replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
