import type { ShownOption } from '../db/desk.ts';
import { plain } from '../domain/spoken/plain.ts';

const GUESSES_MAX = 2;
const LIKENESS_MIN = 0.35;

/** The options of the screen that look most like what was typed: offered, never acted on. */
export function guess(typed: string, options: ShownOption[]): string[] {
  return options
    .map(({ label }) => ({ label, likeness: likeness(plain(typed), plain(label)) }))
    .filter(({ likeness }) => likeness >= LIKENESS_MIN)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, GUESSES_MAX)
    .map(({ label }) => label);
}

/** Dice's coefficient on pairs of letters: 1 is the same word, 0 shares nothing. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * shared) / (left.length + right.length);
}

const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
