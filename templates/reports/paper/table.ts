import { heightOf, INK, MARGIN, roomFor, type Paper, type Style } from '../../pdf/paper.ts';
import { drawSection, drawText, GAP, oneLine, QUIET, widthOf } from './page.ts';

export interface Table {
  title: string;
  heads: readonly string[];
  /** Of all columns but the first, which takes what they leave. */
  widths: readonly number[];
  rows: readonly (readonly string[])[];
  /** Said where there are no rows. */
  nothing: string;
  /** Said below them. */
  note?: string;
}
const HEAD: Style = { size: 8, color: INK.quiet };
const CELL: Style = { size: 9 };
const ROW = heightOf(1, CELL) + 4;
const SPACE = 8;
/** So many rows are not parted between two pages. */
const TOGETHER = 11;

/** Words, and on their right amounts; over as many pages as it takes. */
export function drawTable(paper: Paper, { title, heads, widths, rows, nothing, note }: Table, from: number): number {
  let y = drawSection(paper, title, from, Math.min(rows.length + 1, TOGETHER) * ROW);
  if (rows.length === 0) return drawText(paper, nothing, y, QUIET) + GAP;
  const again = (top: number): number => drawRow(paper, heads, widths, HEAD, top);
  y = again(y);
  for (const row of rows) y = drawRow(paper, row, widths, CELL, roomFor(paper, y, ROW, again));
  return (note === undefined ? y : drawText(paper, note, y + 2, QUIET)) + GAP;
}

/** From left to right, as it is read aloud and copied. */
function drawRow(paper: Paper, [first = '', ...cells]: readonly string[], widths: readonly number[], style: Style, y: number): number {
  const words = widthOf(paper) - widths.reduce((sum, width) => sum + width + SPACE, 0);
  paper.write(oneLine(paper, first, words, style), { x: MARGIN, y, width: words }, style);
  let x = MARGIN + words + SPACE;
  for (const [at, width] of widths.entries()) {
    const cell = cells[at] ?? '';
    if (cell !== '') paper.write(cell, { x, y, width }, { ...style, align: 'right' });
    x += width + SPACE;
  }
  paper.doc.moveTo(MARGIN, y + ROW - 3).lineTo(MARGIN + widthOf(paper), y + ROW - 3).lineWidth(0.4).stroke(INK.line);
  return y + ROW;
}
