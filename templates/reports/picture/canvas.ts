import type { Point } from '../charts/pen.ts';

/** Each row of points is looked at so many times; across it is exact. */
const LOOKS = 4;
/** As many as the eye needs for a smooth edge, and no more: the file is lighter. */
const SHADES = 6;
interface Crossing {
  x: number;
  turn: number;
}

/** Points of red, green and blue, white at first; what is filled has smooth edges. */
export function openCanvas(width: number, height: number) {
  const pixels = new Uint8Array(width * height * 3).fill(255);

  /** All that any of the outlines turns around, as letters are filled. */
  function fill(outlines: readonly (readonly Point[])[], color: string): void {
    const points = outlines.flat();
    const [first, last] = reach(points.map(([, y]) => y), height);
    const [left, right] = reach(points.map(([x]) => x), width);
    const ink = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    for (let row = first; row <= last; row++) {
      const covered = new Float32Array(width);
      for (let look = 0; look < LOOKS; look++) cover(covered, crossings(outlines, row + (look + 0.5) / LOOKS));
      for (let column = left; column <= right; column++) blend(row * width + column, covered[column] ?? 0, ink);
    }
  }

  function cover(covered: Float32Array, found: readonly Crossing[]): void {
    let turns = 0;
    found.forEach(({ x, turn }, at) => {
      turns += turn;
      const next = found[at + 1];
      if (turns !== 0 && next !== undefined) span(covered, Math.max(0, x), Math.min(width, next.x));
    });
  }

  function blend(point: number, covered: number, ink: readonly number[]): void {
    const share = Math.min(1, Math.round(covered * SHADES) / SHADES);
    if (share === 0) return;
    for (let tone = 0; tone < 3; tone++) {
      const was = pixels[point * 3 + tone] ?? 0;
      pixels[point * 3 + tone] = Math.round(was + ((ink[tone] ?? 0) - was) * share);
    }
  }

  return { pixels, fill };
}

/** From where to where points are touched, of so many. */
const reach = (places: readonly number[], most: number): [number, number] => [Math.max(0, Math.floor(places.reduce((least, at) => Math.min(least, at), most))), Math.min(most - 1, Math.floor(places.reduce((far, at) => Math.max(far, at), -1)))];

function crossings(outlines: readonly (readonly Point[])[], y: number): Crossing[] {
  const found: Crossing[] = [];
  for (const outline of outlines) {
    let [fromX, fromY] = outline.at(-1) ?? [0, 0];
    for (const [toX, toY] of outline) {
      if (fromY <= y !== toY <= y) found.push({ x: fromX + ((y - fromY) * (toX - fromX)) / (toY - fromY), turn: toY > fromY ? 1 : -1 });
      [fromX, fromY] = [toX, toY];
    }
  }
  return found.sort((one, other) => one.x - other.x);
}

/** Points that are only partly inside are partly covered. */
function span(covered: Float32Array, from: number, to: number): void {
  for (let column = Math.floor(from); column < to; column++) covered[column] = (covered[column] ?? 0) + (Math.min(to, column + 1) - Math.max(from, column)) / LOOKS;
}
