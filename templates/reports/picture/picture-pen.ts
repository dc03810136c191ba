import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';
import { INK } from '../../pdf/paper.ts';
import { written } from '../../pdf/letters.ts';
import type { Pen, Point } from '../charts/pen.ts';
import { openCanvas } from './canvas.ts';
import { letterOutlines, strokeOutlines } from './outlines.ts';
import { pngOf } from './png.ts';

const require = createRequire(import.meta.url);
const ASCENT = 0.95;
const opened = new Map<string, Font>();

function font(isBold: boolean): Font {
  const file = `dejavu-fonts-ttf/ttf/DejaVuSans${isBold ? '-Bold' : ''}.ttf`;
  const known = opened.get(file) ?? openSync(require.resolve(file));
  opened.set(file, known);
  return known;
}

/** A picture of its own size, each of whose measures is so many points. */
export function openPicture({ width, height, scale }: { width: number; height: number; scale: number }): { pen: Pen; finish: () => Buffer } {
  const canvas = openCanvas(width * scale, height * scale);
  const scaled = (points: readonly Point[]): Point[] => points.map(([x, y]) => [x * scale, y * scale]);
  const pen: Pen = {
    fill: ({ x, y, width: wide, height: tall }, color) => canvas.fill([scaled([[x, y], [x + wide, y], [x + wide, y + tall], [x, y + tall]])], color),
    line: (points, { color, ...stroke }) => canvas.fill(strokeOutlines(points, stroke).map(scaled), color),
    area: (points, color) => canvas.fill([scaled(points)], color),
    text(words, place, { size, bold = false, color = INK.text, align = 'left' }) {
      const letters = font(bold);
      const { glyphs, positions, advanceWidth } = letters.layout([...written(words)].map((letter) => (letters.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '?')).join(''));
      const natural = (advanceWidth * size) / letters.unitsPerEm;
      const unit = (size * Math.min(1, place.width / natural)) / letters.unitsPerEm;
      const spare = Math.max(0, place.width - natural);
      let x = place.x + { left: 0, center: spare / 2, right: spare }[align];
      for (const [at, glyph] of glyphs.entries()) {
        const { xAdvance, xOffset, yOffset } = positions[at] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
        const [left, base] = [x + xOffset * unit, place.y + size * ASCENT - yOffset * unit];
        x += xAdvance * unit;
        canvas.fill(letterOutlines(glyph.path.commands, (across, up) => [(left + across * unit) * scale, (base - up * unit) * scale]), color);
      }
    },
  };
  return { pen, finish: () => pngOf(canvas.pixels, width * scale) };
}
