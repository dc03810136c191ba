import { plainDigits } from '../spoken/plain-digits.ts';
import { isMeasure, MEASURES, type MeasureKey, type Values } from './measures.ts';

/** `same`: what is not named stays as it was. `unread`: words that mean no measure. */
export type ReadMeasures = { values: Values; same: boolean; unread: string[] };

const KEY_OF = new Map(Object.entries(MEASURES).flatMap(([key, { names }]) => names.map((name): [string, MeasureKey] => [name, key as MeasureKey])));
const SAME = /\b(?:le )?reste (?:pareil|idem|meme chose|inchange)\b|\b(?:the )?rest (?:is )?(?:the )?same\b|\bpareil\b|\bidem\b/;
const NUMBER = /^\d{1,3}(?:[.,]\d)?$/;
const PAIR = /^([a-z]+)[ :=]*(\d{1,3}(?:[.,]\d)?)$/;
const UNKNOWN = new Set(['x', '-', '?', 'inconnu', 'unknown']);

/**
 * Measures in centimetres as people dictate them: « ep45 po98 ta80 ha102 », « poitrine 100, le reste pareil »; or only
 * numbers, in the order in which they were asked, with x for what is not known.
 */
export function readMeasures(typed: string, asked: readonly MeasureKey[]): ReadMeasures {
  const text = plainDigits(typed).normalize('NFD').replace(/\p{M}/gu, '');
  const same = SAME.test(text);
  const words = text.replace(SAME, ' ').replace(/(\d)\s*cm\b/g, '$1').replace(/([a-z]{2,})\s*[:=]?\s+(?=\d)/g, '$1').replace(/(?<=\d)(?=[a-z])/g, ' ').split(/[\s;]+|,(?!\d)/).filter((word) => word !== '' && word !== 'et' && word !== 'and');
  const numbersOnly = words.length > 0 && words.every((word) => NUMBER.test(word) || UNKNOWN.has(word));
  return numbersOnly ? { ...inOrder(words, asked), same } : { ...named(words), same };
}

function inOrder(words: string[], asked: readonly MeasureKey[]): Omit<ReadMeasures, 'same'> {
  const values: Values = {};
  const unread: string[] = [];
  words.forEach((word, at) => {
    const key = asked[at];
    if (key === undefined) unread.push(word);
    else if (!UNKNOWN.has(word)) values[key] = millimetres(word);
  });
  return { values, unread };
}

function named(words: string[]): Omit<ReadMeasures, 'same'> {
  const values: Values = {};
  const unread: string[] = [];
  for (const word of words) {
    const [, name = '', number = ''] = PAIR.exec(word) ?? [];
    const key = KEY_OF.get(name) ?? byBeginning(name);
    if (key === undefined) unread.push(word);
    else values[key] = millimetres(number);
  }
  return { values, unread };
}

/** « poitr 98 »: the beginning of one measure's name only. */
function byBeginning(name: string): MeasureKey | undefined {
  if (name.length < 3) return undefined;
  const keys = new Set([...KEY_OF].filter(([full]) => full.startsWith(name)).map(([, key]) => key));
  const [only] = keys;
  return keys.size === 1 && only !== undefined && isMeasure(only) ? only : undefined;
}

const millimetres = (centimetres: string): number => Math.round(Number(centimetres.replace(',', '.')) * 10);
