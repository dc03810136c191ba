import { plain } from '../spoken/plain.ts';

const LETTERS = { min: 3, max: 10 };
/** What clients read on a wall and type: letters only, without the two that look like 0 and 1. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Behind a name of one letter. */
const FILLING = 'ATELER';
const LOOK_ALIKES = /[OI]/g;
/** In the address of the platform's own webhook. */
const NEVER = new Set(['PLATFORM']);

/** `common`: words that say what a business is, not which one. `spoken`: what already means something when it is typed alone. */
export type Taboo = { common: (word: string) => boolean; spoken: (word: string) => boolean };

export const codeTyped = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();

/** Why a code cannot be one, whoever has it. */
export function unfitCode(code: string, { spoken }: Pick<Taboo, 'spoken'>): 'shape' | 'lookAlike' | 'taken' | undefined {
  if (/[OI01]/.test(code) && /^[A-Z01]+$/.test(code)) return 'lookAlike';
  if (!/^[A-Z]+$/.test(code) || code.length < LETTERS.min || code.length > LETTERS.max) return 'shape';
  return NEVER.has(code) || spoken(code) ? 'taken' : undefined;
}

/** Codes for a business of this name, the nearest to it first, and many more behind them. */
export function codesFor(name: string, { common, spoken }: Taboo): string[] {
  const words = [...new Set(plain(name).split(' '))].filter((word) => word !== '');
  const own = words.filter((word) => !common(word));
  const roots = [...own, own.join('')].map(lettersOf);
  const whole = lettersOf(words.join(''));
  const root = [...roots, whole].find((each) => each.length >= LETTERS.min) ?? `${whole}${FILLING}`.slice(0, LETTERS.min + 2);
  const stem = root.slice(0, LETTERS.max - 2);
  const letters = Array.from(ALPHABET);
  const more = [...letters.map((letter) => stem + letter), ...letters.flatMap((letter) => letters.map((other) => stem + letter + other))];
  return [...new Set([...roots, root].map((each) => each.slice(0, LETTERS.max)).concat(more))].filter((code) => unfitCode(code, { spoken }) === undefined);
}

const lettersOf = (word: string): string => word.toUpperCase().replace(LOOK_ALIKES, '').replace(/[^A-Z]/g, '');
