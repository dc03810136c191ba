import type { Choice } from '../../../flows/flow.ts';

/** With the row that leads on they fit two SMS. */
const ROWS = 5;

/** A part of a long list, and from where the next one goes on. */
export function pageFrom<T>(all: readonly T[], after: string, row: (each: T) => Choice): { list: Choice[]; next: string } {
  const from = Number(after) || 0;
  const list = all.slice(from, from + ROWS).map(row);
  const isLast = from + ROWS >= all.length;
  return { list: isLast ? list : [...list, { id: 'next' }], next: isLast ? '' : String(from + ROWS) };
}
