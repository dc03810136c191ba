import type { Option, Reply } from '../channel.ts';
import { toUssdAscii } from '../gsm7.ts';
import { keysOf, numbered, onePageOf, shownPage } from '../shown.ts';
import type { Line, ShownPage } from '../shown.ts';
import { cutAtWords } from './cut-at-words.ts';

type Page = { text: string; lines: Line[] };
type Frame = { reply: Reply; fixed: Line[]; max: number };

/** A text this short is said again above the following pages of its list. */
const HEADING_MAX = 40;
const TEXT_ROOM_MIN = 20;

/**
 * A reply as one USSD screen, `CON ` or `END ` included, ASCII, never above `max` characters. Lists and long texts go on over pages;
 * a fixed menu and an END have one page, and throw when they do not fit: their texts are ours to shorten.
 */
export function renderUssd(reply: Reply, page = 0, max = 160): { screen: string; pages: number; shown: ShownPage } {
  const { fixed, listed, numbers } = keysOf(reply.over ? [] : reply.options);
  const frame = { reply, fixed, max };
  const pages = layOut(frame, listed, numbers);
  const current = onePageOf(pages.length, page);
  const { text, lines } = pages[current] ?? { text: '', lines: [] };
  const more = current < pages.length - 1;
  const shown = shownPage([...lines, ...fixed], more, !reply.over && reply.back !== undefined);
  return { screen: screenOf(frame, text, lines, more), pages: pages.length, shown };
}

function layOut(frame: Frame, listed: Option[], numbers: string[]): Page[] {
  const { reply, fixed, max } = frame;
  const text = toUssdAscii(reply.text).trim();
  const whole = { text, lines: numbered(listed, numbers) };
  const size = screenOf(frame, whole.text, whole.lines, false).length;
  if (size <= max && listed.length <= numbers.length) return [whole];
  if (reply.over) throw new Error(`A USSD END of ${size} characters does not fit ${max}`);
  if (fixed.length > 0 && listed.length === 0) throw new Error(`A USSD menu (${fixed.map(({ option }) => option.id).join(', ')}) of ${size} characters does not fit ${max}`);
  return listed.reduce((pages, option, index) => withOption(frame, pages, option, numbers, index < listed.length - 1), textPages(frame, text));
}

function textPages(frame: Frame, text: string): Page[] {
  const room = frame.max - screenOf(frame, '', [], true).length - 1;
  if (room < TEXT_ROOM_MIN) throw new Error(`The fixed lines of a USSD screen leave ${room} characters of ${frame.max} for its text`);
  return cutAtWords(text, room).map((piece) => ({ text: piece, lines: [] }));
}

/** On the last page while there is room, else on a page of its own, under the heading when that fits. */
function withOption(frame: Frame, pages: Page[], option: Option, numbers: string[], more: boolean): Page[] {
  const last = pages.at(-1) ?? { text: '', lines: [] };
  const lines = [...last.lines, ...numbered([option], numbers.slice(last.lines.length))];
  const fits = (page: Page): boolean => screenOf(frame, page.text, page.lines, more).length <= frame.max;
  if (lines.length > last.lines.length && fits({ text: last.text, lines })) return [...pages.slice(0, -1), { text: last.text, lines }];
  const alone = numbered([option], numbers);
  const headed = { text: headingOf(frame.reply), lines: alone };
  const before = last.text === '' && last.lines.length === 0 ? pages.slice(0, -1) : pages;
  return [...before, fits(headed) ? headed : { text: '', lines: shortened(frame, alone) }];
}

function headingOf(reply: Reply): string {
  const text = toUssdAscii(reply.text).trim();
  return text.length <= HEADING_MAX ? text : '';
}

/** A product name longer than a screen loses its end; it is the only text here that may. */
function shortened(frame: Frame, lines: Line[]): Line[] {
  const excess = screenOf(frame, '', lines, true).length - frame.max;
  if (excess <= 0) return lines;
  return lines.map(({ key, option }) => ({ key, option: { ...option, label: `${labelOf(option).slice(0, -excess - 2)}..` } }));
}

function screenOf({ reply, fixed }: Frame, text: string, lines: Line[], more: boolean): string {
  const written = [
    text,
    ...[...lines, ...fixed].map(({ key, option }) => `${key}.${labelOf(option)}`),
    more ? `9.${oneLine(reply.more)}` : '',
    reply.over || reply.back === undefined ? '' : `0.${oneLine(reply.back)}`,
  ];
  return (reply.over ? 'END ' : 'CON ') + written.filter((line) => line !== '').join('\n');
}

/** A label of nothing but emoji still needs something beside its number. */
const labelOf = (option: Option): string => oneLine(option.label) || '?';

const oneLine = (label: string): string => toUssdAscii(label).replace(/\s+/g, ' ').trim();
