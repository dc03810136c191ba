import { addDays, dayFrom, weekday, type Day } from '../calendar/day.ts';
import { plain } from './plain.ts';

/** `rolls`: the day named lies behind us this year, and next year is meant only if they say so. */
export type SpokenDay = { day: Day; rolls?: true };

const WEEKDAYS: readonly (readonly string[])[] = [
  ['lundi', 'lun', 'monday', 'mon'], ['mardi', 'mar', 'tuesday', 'tue'], ['mercredi', 'mer', 'wednesday', 'wed'], ['jeudi', 'jeu', 'thursday', 'thu'],
  ['vendredi', 'ven', 'friday', 'fri'], ['samedi', 'sam', 'saturday', 'sat'], ['dimanche', 'dim', 'sunday', 'sun'],
];
const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'jan', 'january'], ['fevrier', 'fev', 'february', 'feb'], ['mars', 'mar', 'march'], ['avril', 'avr', 'april', 'apr'], ['mai', 'may'], ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'], ['aout', 'august', 'aug'], ['septembre', 'sep', 'sept', 'september'], ['octobre', 'oct', 'october'], ['novembre', 'nov', 'november'], ['decembre', 'dec', 'december'],
];
const SOON: Record<string, number> = { 'aujourd hui': 0, aujourdhui: 0, auj: 0, today: 0, demain: 1, tomorrow: 1, 'apres demain': 2, apresdemain: 2 };

/** A day as people say it: 28/12, 28-12-2026, 28 décembre, samedi, demain. */
export function readDay(typed: string, today: Day): SpokenDay | undefined {
  const text = plain(typed);
  const soon = SOON[text];
  if (soon !== undefined) return { day: addDays(today, soon) };
  return byWeekday(text, today) ?? byDate(text, today);
}

const DAY_WORDS_MAX = 4;

/** The day in a sentence: « d'accord pour jeudi matin ». Undefined where none is named, or several. */
export function findDay(typed: string, today: Day): SpokenDay | undefined {
  const words = typed.trim().split(/\s+/);
  for (let length = Math.min(DAY_WORDS_MAX, words.length); length > 0; length--) {
    const read = words.flatMap((_, at) => (at + length > words.length ? [] : (readDay(words.slice(at, at + length).join(' '), today) ?? [])));
    const different = [...new Map(read.map((each) => [each.day, each])).values()];
    if (different.length > 0) return different.length === 1 ? different[0] : undefined;
  }
  return undefined;
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayNamed = (word: string): number | undefined => WEEKDAYS.findIndex((names) => names.includes(word)) + 1 || undefined;

/** The next one: said on a Saturday, « samedi » is in a week. */
function byWeekday(text: string, today: Day): SpokenDay | undefined {
  const named = weekdayNamed(text);
  return named === undefined ? undefined : { day: addDays(today, (named - weekday(today) + 6) % 7 + 1) };
}

function byDate(text: string, today: Day): SpokenDay | undefined {
  const [date, month, year] = /^(\d{1,2})(?:er)? ([a-z]+|\d{1,2})(?: (\d{4}|\d{2}))?$/.exec(text)?.slice(1) ?? [];
  if (date === undefined || month === undefined) return undefined;
  const monthNumber = /^\d/.test(month) ? Number(month) : MONTHS.findIndex((names) => names.includes(month)) + 1;
  if (monthNumber === 0) return undefined;
  if (year !== undefined) {
    const day = dayFrom(Number(year) % 100 + 2000, monthNumber, Number(date));
    return day === undefined ? undefined : { day };
  }
  const thisYear = Number(today.slice(0, 4));
  const near = dayFrom(thisYear, monthNumber, Number(date));
  if (near !== undefined && near >= today) return { day: near };
  const next = dayFrom(thisYear + 1, monthNumber, Number(date));
  return next === undefined ? undefined : { day: next, rolls: true };
}
