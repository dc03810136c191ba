import { INK, type Paper, type Place, type Style } from '../../pdf/paper.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export type Point = readonly [x: number, y: number];
export interface Stroke {
  color: string;
  width: number;
  dashed?: boolean;
}
/** What a chart is drawn with, on paper or in a picture. */
export interface Pen {
  fill: (box: Box, color: string) => void;
  line: (points: readonly Point[], stroke: Stroke) => void;
  area: (points: readonly Point[], color: string) => void;
  /** One line, whose letters hang from `y`. */
  text: (words: string, place: Place, style: Style) => void;
}

export const SMALL: Style = { size: 7.5, color: INK.quiet };

export function paperPen({ doc, write }: Paper): Pen {
  const path = (points: readonly Point[]): void => points.forEach(([x, y], at) => (at === 0 ? doc.moveTo(x, y) : doc.lineTo(x, y)));
  return {
    fill: ({ x, y, width, height }, color) => void doc.rect(x, y, width, height).fill(color),
    line(points, { color, width, dashed = false }) {
      path(points);
      doc.lineWidth(width);
      if (dashed) doc.dash(3, { space: 3 });
      doc.stroke(color).undash();
    },
    area(points, color) {
      path(points);
      doc.fill(color);
    },
    text: write,
  };
}
