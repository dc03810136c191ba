import { shortNumber } from './order-number.ts';

/** Numbers that one slip of the thumb makes of this one, the likeliest first: two digits in the wrong order, one wrong, one too many or missing. */
export function nearNumbers(seq: number): number[] {
  const told = [...shortNumber(seq)];
  const typed = [...String(seq)];
  const swapped = told.slice(1).map((digit, at) => told.with(at, digit).with(at + 1, told[at] ?? ''));
  const wrong = told.flatMap((_, at) => DIGITS.map((digit) => told.with(at, digit)));
  const without = typed.map((_, at) => typed.toSpliced(at, 1));
  const more = [...typed, ''].flatMap((_, at) => DIGITS.map((digit) => typed.toSpliced(at, 0, digit)));
  const near = [...swapped, ...wrong, ...without, ...more].map((digits) => Number(digits.join('')));
  return [...new Set(near)].filter((number) => number > 0 && number !== seq);
}

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
