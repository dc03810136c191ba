import { heightOf, INK, MARGIN, type Paper } from '../../pdf/paper.ts';
import { widthOf } from './page.ts';

export interface Figure {
  label: string;
  value: string;
  /** Beside what it was, beside what was aimed at. */
  notes: readonly string[];
}
const ACROSS = 3;
const SPACE = 8;
const PADDING = 9;
const LABEL = { size: 8.5, color: INK.brand };
const VALUE = { size: 16, bold: true };
const NOTE = { size: 8, color: INK.quiet };

/** The figures that matter, three in a row; answers where they end. */
export function drawBoxes(paper: Paper, figures: readonly Figure[], from: number): number {
  const width = (widthOf(paper) - SPACE * (ACROSS - 1)) / ACROSS;
  const notes = Math.max(0, ...figures.map((figure) => figure.notes.length));
  const height = 2 * PADDING + heightOf(1, LABEL) + heightOf(1, VALUE) + heightOf(notes, NOTE);
  figures.forEach(({ label, value, notes: told }, at) => {
    const [x, y] = [MARGIN + (at % ACROSS) * (width + SPACE), from + Math.floor(at / ACROSS) * (height + SPACE)];
    const inside = { x: x + PADDING, width: width - 2 * PADDING };
    paper.doc.roundedRect(x, y, width, height, 5).fill(INK.pale);
    paper.write(label, { ...inside, y: y + PADDING }, LABEL);
    paper.write(value, { ...inside, y: y + PADDING + heightOf(1, LABEL) }, VALUE);
    told.forEach((note, line) => paper.write(note, { ...inside, y: y + PADDING + heightOf(1, LABEL) + heightOf(1, VALUE) + heightOf(line, NOTE) }, NOTE));
  });
  return from + Math.ceil(figures.length / ACROSS) * (height + SPACE) - SPACE;
}
