import type { Say } from '../../../src/i18n.ts';
import { drawLetterhead } from '../../pdf/letterhead.ts';
import { heightOf, INK, MARGIN, openPaper, roomFor, type Paper, type Style } from '../../pdf/paper.ts';
import type { ReportOf } from '../figures.ts';
import { momentWords } from '../report-words.ts';

export const BODY: Style = { size: 9.5 };
export const QUIET: Style = { size: 8.5, color: INK.quiet };
export const GAP = 13;
const TITLE: Style = { size: 16, bold: true };
const SECTION: Style = { size: 11.5, bold: true, color: INK.brand };

export const widthOf = ({ doc }: Paper): number => doc.page.width - 2 * MARGIN;

/** The letterhead, what this is, and when its figures were taken; answers where it ends. */
export function openReport(say: Say, figures: ReportOf, title: string, notes: readonly string[] = []): { paper: Paper; y: number } {
  const { business, language, at } = figures;
  const paper = openPaper({ title: `${title} – ${business.name}`, author: business.name, language, at, size: 'A4' });
  const place = { x: MARGIN, width: widthOf(paper) };
  let y = drawLetterhead(paper, say, business) + 12;
  y = paper.wrap(title, { ...place, y }, TITLE);
  for (const note of [say('reports.takenAt', { at: momentWords(figures) }), ...notes]) y = paper.wrap(note, { ...place, y }, QUIET);
  return { paper, y: y + 10 };
}

/** Keeps the head of a section with the height that follows it. */
export function drawSection(paper: Paper, words: string, y: number, height: number): number {
  const top = roomFor(paper, y, heightOf(1, SECTION) + 6 + height);
  paper.write(words, { x: MARGIN, y: top, width: widthOf(paper) }, SECTION);
  return top + heightOf(1, SECTION) + 6;
}

/** Text of a section, over a page if need be. */
export function drawText(paper: Paper, text: string, y: number, style = BODY): number {
  const place = { x: MARGIN, width: widthOf(paper) };
  const top = roomFor(paper, y, heightOf(paper.lines(text, place.width, style).length, style));
  return paper.wrap(text, { ...place, y: top }, style);
}

/** As much of it as a line holds. */
export function oneLine(paper: Paper, text: string, width: number, style: Style): string {
  const [first = '', ...more] = paper.lines(text, width - style.size, style);
  return more.length === 0 ? first : `${first}…`;
}

/** Whose paper, what it is and which of how many: pages get separated. */
export function drawFeet(paper: Paper, { business }: ReportOf, words: string): void {
  const { count } = paper.doc.bufferedPageRange();
  const width = widthOf(paper);
  const style = { size: 8, color: INK.quiet };
  for (let page = 0; page < count; page += 1) {
    paper.doc.switchToPage(page);
    const y = paper.doc.page.height - 28;
    paper.doc.moveTo(MARGIN, y - 6).lineTo(MARGIN + width, y - 6).lineWidth(0.5).stroke(INK.line);
    paper.write(oneLine(paper, `${business.name} · ${words}`, width * 0.85, style), { x: MARGIN, y, width: width * 0.85 }, style);
    paper.write(`${page + 1}/${count}`, { x: MARGIN + width * 0.87, y, width: width * 0.13 }, { ...style, align: 'right' });
  }
}
