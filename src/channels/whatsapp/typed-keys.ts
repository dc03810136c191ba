import type { Option } from '../channel.ts';
import type { Line } from '../shown.ts';

/** What may be typed to choose each option, whatever form a screen took: its own key, or the next free number. One page holds all. */
export function typedKeys(options: Option[]): Line[] {
  const taken = new Set(options.map(({ key }) => key));
  // At worst every key of an option is a number: twice as many numbers as options suffice.
  const numbers = Array.from({ length: 2 * options.length }, (_, index) => String(index + 1));
  const free = numbers.filter((number) => !taken.has(number)).values();
  return options.map((option) => ({ option, key: option.key ?? free.next().value ?? '' }));
}
