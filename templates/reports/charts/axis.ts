import { INK, type Style } from '../../pdf/paper.ts';
import { decimal } from '../report-words.ts';
import type { Box, Pen } from './pen.ts';

export interface Axis {
  /** What is inside, beside the amounts and above the names. */
  inside: Box;
  height: (value: number) => number;
}
const STEPS = [1, 2, 2.5, 5, 10];
const MARKS = 4;

/** Round amounts that reach the highest: 0, 50 000, 100 000. */
function marks(highest: number): number[] {
  const rough = Math.max(highest, MARKS) / MARKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((each) => each * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, at) => at * step);
}

/** 12 500, 250 k, 1,2 M: as much as fits beside a chart. */
export const short = (language: string, value: number): string =>
  value >= 1e9 ? `${decimal(language, value / 1e9, 2)} ${language === 'fr' ? 'Md' : 'B'}` : value >= 1e6 ? `${decimal(language, value / 1e6, 2)} M` : value >= 1e4 ? `${decimal(language, value / 1e3)} k` : decimal(language, value);

/** The lines of the amounts, which begin at nought. */
export function drawAxis(pen: Pen, box: Box, { highest, language, style }: { highest: number; language: string; style: Style }): Axis {
  const told = marks(highest);
  const left = style.size * 5;
  const inside = { x: box.x + left, y: box.y + style.size, width: box.width - left, height: box.height - style.size * 3 };
  const height = (value: number): number => (inside.height * value) / (told.at(-1) ?? 1);
  for (const value of told) {
    const y = inside.y + inside.height - height(value);
    pen.line([[inside.x, y], [inside.x + inside.width, y]], { color: INK.line, width: value === 0 ? 1 : 0.5 });
    pen.text(short(language, value), { x: box.x, y: y - style.size * 0.62, width: left - 5 }, { ...style, align: 'right' });
  }
  return { inside, height };
}
