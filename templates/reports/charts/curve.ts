import { INK, type Style } from '../../pdf/paper.ts';
import { drawAxis } from './axis.ts';
import { SMALL, type Box, type Pen, type Point } from './pen.ts';

interface Curve {
  language: string;
  /** What was, and from `known` on what is expected. */
  points: readonly { name: string; value: number }[];
  known: number;
  /** A level that should not be fallen below. */
  least?: number;
  /** Which point is marked, and what is said there. */
  mark?: { at: number; words: string };
  style?: Style;
}
const NAMES = 7;

/** A line from day to day: drawn through as far as it is known, dashed where it is only expected. */
export function drawCurve(pen: Pen, box: Box, { language, points, known, least, mark, style = SMALL }: Curve): void {
  const { inside, height } = drawAxis(pen, box, { highest: Math.max(least ?? 0, ...points.map(({ value }) => value)), language, style });
  const step = inside.width / Math.max(1, points.length - 1);
  const foot = inside.y + inside.height;
  const place = points.map(({ value }, at): Point => [inside.x + at * step, foot - height(Math.max(0, value))]);
  const past = place.slice(0, known);
  const end = past.at(-1);
  if (past.length > 1 && end !== undefined) pen.area([[inside.x, foot], ...past, [end[0], foot]], INK.pale);
  if (least !== undefined) pen.line([[inside.x, foot - height(least)], [inside.x + inside.width, foot - height(least)]], { color: INK.warn, width: 1, dashed: true });
  pen.line(place.slice(Math.max(0, known - 1)), { color: INK.brand, width: 1.4, dashed: true });
  pen.line(past, { color: INK.brand, width: 1.8 });
  const every = Math.ceil(points.length / NAMES);
  points.forEach(({ name }, at) => {
    if (at % every === 0) pen.text(name, { x: inside.x + (at - every / 2) * step, y: foot + style.size * 0.5, width: step * every }, { ...style, align: 'center' });
  });
  const [x] = place[mark?.at ?? -1] ?? [];
  if (mark === undefined || x === undefined) return;
  pen.line([[x, inside.y], [x, foot]], { color: INK.warn, width: 1.2 });
  const isRight = x > inside.x + inside.width / 2;
  pen.text(mark.words, { x: isRight ? inside.x : x + 4, y: inside.y + 2, width: isRight ? x - 4 - inside.x : inside.x + inside.width - x - 4 }, { ...style, bold: true, color: INK.warn, align: isRight ? 'right' : 'left' });
}
