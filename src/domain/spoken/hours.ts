import { weekdayNamed } from './day.ts';

/** When a business works in a usual week; `hours` null where it only said which days. */
export type SpokenHours = { workdays: number[]; hours: { opens: string; closes: string } | null };

const EVERY_DAY = /\b(?:tous les jours|chaque jour|7 ?j|7 jours sur 7|7\/7|every ?day|daily)\b/;
const TIME = /^(\d{1,2})(?:[h:](\d{2})?)?$/;
const TO = new Set(['-', 'au', 'a', 'to', 'until']);
const BESIDE = new Set(['et', 'and', 'de', 'du', 'le', 'from', 'the', 'puis']);
const WEEK = [1, 2, 3, 4, 5, 6, 7];

type Token = { day: number } | { time: string } | 'to';

/** « lun-sam 8h-18h », « lundi au vendredi de 8h30 à 17h », « tous les jours 7-20 ». Undefined where it may mean something else. */
export function readHours(typed: string): SpokenHours | undefined {
  const text = typed.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[–—−]/g, '-');
  const everyDay = EVERY_DAY.test(text);
  const tokens = text.replace(EVERY_DAY, ' ').replace(/(\d) ?h ?(\d\d)(?! ?[\dh])/g, '$1h$2').replace(/(\d) h\b/g, '$1h').replace(/-/g, ' - ').split(/[\s,;.]+/).filter((word) => word !== '' && !BESIDE.has(word)).map(tokenOf);
  if (tokens.includes(undefined)) return undefined;
  const said = tokens as Token[];
  const workdays = everyDay ? WEEK : daysIn(said.filter((token) => !isTime(token)));
  const hours = hoursIn(said);
  return workdays === undefined || hours === undefined ? undefined : { workdays, hours };
}

function tokenOf(word: string): Token | undefined {
  if (TO.has(word)) return 'to';
  const day = weekdayNamed(word);
  if (day !== undefined) return { day };
  const [, hour, minute = '00'] = TIME.exec(word) ?? [];
  const whole = Number(hour);
  return hour === undefined || whole > 24 || Number(minute) > 59 || (whole === 24 && minute !== '00') ? undefined : { time: `${hour.padStart(2, '0')}:${minute}` };
}

/** A span goes round the end of the week: « sam-lun ». */
function daysIn(tokens: Token[]): number[] | undefined {
  const days = new Set<number>();
  let last: number | undefined;
  let spans = false;
  for (const token of tokens) {
    if (token === 'to') spans = last !== undefined;
    if (typeof token === 'string' || !('day' in token)) continue;
    const from = spans && last !== undefined ? last : token.day;
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === token.day) break;
    }
    last = token.day;
    spans = false;
  }
  return days.size === 0 ? undefined : WEEK.filter((day) => days.has(day));
}

/** The first and the last of the times said: a pause at noon is within them. */
function hoursIn(tokens: Token[]): SpokenHours['hours'] | undefined {
  const times = tokens.flatMap((token) => (isTime(token) ? [token.time] : []));
  const [opens, closes] = [times[0], times.at(-1)];
  if (opens === undefined || closes === undefined) return null;
  const rising = times.every((time, at) => at === 0 || time > (times[at - 1] ?? ''));
  return times.length % 2 === 0 && rising ? { opens, closes } : undefined;
}

const isTime = (token: Token): token is { time: string } => typeof token === 'object' && 'time' in token;
