import type { Day } from '../../domain/calendar/day.ts';
import { KEYS, type Values } from '../../domain/measures/measures.ts';
import type { Scope } from '../../scope.ts';
import { wordsFor } from './wording.ts';

/** « épaule 45, poitrine 98 », in the order in which they are asked. */
export function listed(values: Values, scope: Scope): string {
  const say = wordsFor(scope);
  return KEYS.flatMap((key) => (values[key] === undefined ? [] : [`${say(`measures.name.${key}`)} ${centimetres(values[key])}`])).join(scope.who.channel === 'ussd' ? ' ' : ', ');
}

export const centimetres = (millimetres: number): string => String(millimetres / 10).replace('.', ',');
export const inFull = (day: Day): string => day.split('-').reverse().join('/');

/** Whose measures they are, in a list. */
export const LABEL_CHARS = 20;
