import type { Point, Stroke } from '../charts/pen.ts';

const DASH = 4;

/** The outlines of a line of some width: each piece, and a round joint at its end. All turn the same way, so that none undoes another. */
export function strokeOutlines(points: readonly Point[], { width, dashed = false }: Omit<Stroke, 'color'>): Point[][] {
  const half = width / 2;
  return points.slice(1).flatMap(([toX, toY], at) => {
    const [fromX, fromY] = points[at] ?? [toX, toY];
    const length = Math.hypot(toX - fromX, toY - fromY);
    if (length === 0) return [];
    const [dx, dy] = [(toX - fromX) / length, (toY - fromY) / length];
    const piece = (start: number, end: number): Point[] => {
      const [x1, y1, x2, y2] = [fromX + dx * start, fromY + dy * start, fromX + dx * end, fromY + dy * end];
      return [[x1 - dy * half, y1 + dx * half], [x1 + dy * half, y1 - dx * half], [x2 + dy * half, y2 - dx * half], [x2 - dy * half, y2 + dx * half]];
    };
    if (!dashed) return [piece(0, length), ...(at + 2 < points.length ? [round(toX, toY, half)] : [])];
    const dashes = Math.ceil(length / (2 * DASH));
    return Array.from({ length: dashes }, (_, dash) => piece(dash * 2 * DASH, Math.min(length, (dash * 2 + 1) * DASH)));
  });
}

const SIDES = 12;
const round = (x: number, y: number, radius: number): Point[] => Array.from({ length: SIDES }, (_, side) => [x + radius * Math.cos((2 * Math.PI * side) / SIDES), y + radius * Math.sin((2 * Math.PI * side) / SIDES)]);

export interface PathCommand {
  command: string;
  args: readonly number[];
}
const CURVE = 6;

/** The curves of a letter as short straight pieces, where it stands on the picture. */
export function letterOutlines(commands: readonly PathCommand[], place: (x: number, y: number) => Point): Point[][] {
  const outlines: Point[][] = [];
  let from: Point = [0, 0];
  for (const { command, args } of commands) {
    const [x = 0, y = 0, endX = 0, endY = 0] = args;
    const outline = outlines.at(-1) ?? [];
    if (command === 'moveTo') outlines.push([place(x, y)]);
    else if (command === 'lineTo') outline.push(place(x, y));
    else if (command === 'quadraticCurveTo') for (let step = 1; step <= CURVE; step++) outline.push(place(...bent(from, [x, y], [endX, endY], step / CURVE)));
    if (args.length > 0) from = command === 'quadraticCurveTo' ? [endX, endY] : [x, y];
  }
  return outlines;
}

const bent = ([x1, y1]: Point, [x2, y2]: Point, [x3, y3]: Point, t: number): Point => [(1 - t) ** 2 * x1 + 2 * t * (1 - t) * x2 + t ** 2 * x3, (1 - t) ** 2 * y1 + 2 * t * (1 - t) * y2 + t ** 2 * y3];
