import type { Option } from './channel.ts';

/** What may be typed on the page a person has before them: key to option id, and whether 9 and 0 are live. Plain JSON, kept with the session. */
export type ShownPage = { keys: { [key: string]: string }; more: boolean; back: boolean };
export type Line = { key: string; option: Option };

const MORE = '9';
const BACK = '0';
const NUMBERS = Array.from('12345678');

/** One page of options, numbered anew on each page. Options with a key of their own keep it, and stand on every page. */
export function shownKeys(options: Option[], page: number, perPage = 8, back = false): { lines: Line[]; pages: number; shown: ShownPage } {
  const { fixed, listed, numbers } = keysOf(options, perPage);
  const places = Math.max(1, numbers.length);
  const pages = Math.max(1, Math.ceil(listed.length / places));
  const current = onePageOf(pages, page);
  const lines = [...numbered(listed.slice(current * places, (current + 1) * places), numbers), ...fixed];
  return { lines, pages, shown: shownPage(lines, current < pages - 1, back) };
}

/** The options with a key, those without, and the numbers left for them. Throws when two things would answer to one key. */
export function keysOf(options: Option[], perPage = 8): { fixed: Line[]; listed: Option[]; numbers: string[] } {
  const fixed = options.flatMap((option) => (option.key === undefined ? [] : [{ key: option.key, option }]));
  const listed = options.filter(({ key }) => key === undefined);
  const taken = new Set(fixed.map(({ key }) => key));
  const numbers = NUMBERS.filter((number) => !taken.has(number)).slice(0, perPage);
  if (taken.size < fixed.length) throw new Error(`Two options answer to one key: ${fixed.map(({ key }) => key).join(' ')}`);
  if (listed.length > 0 && taken.has(MORE)) throw new Error('The 9 of a list that may go on is given to an option');
  if (listed.length > 0 && numbers.length === 0) throw new Error('The keys of options leave no number for the list');
  return { fixed, listed, numbers };
}

export function shownPage(lines: Line[], more: boolean, back: boolean): ShownPage {
  if (back && lines.some(({ key }) => key === BACK)) throw new Error('The 0 of going back is given to an option');
  return { keys: Object.fromEntries(lines.map(({ key, option }) => [key, option.id])), more, back };
}

export const numbered = (options: Option[], numbers: string[]): Line[] =>
  options.flatMap((option, index) => numbers.slice(index, index + 1).map((key) => ({ key, option })));

/** A page that is no longer there (a list that has become shorter) is the last one. */
export const onePageOf = (pages: number, page: number): number => Math.min(Math.max(0, page), pages - 1);
