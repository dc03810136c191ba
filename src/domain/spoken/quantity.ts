import { plain } from './plain.ts';
import { plainDigits } from './plain-digits.ts';

/** How much, in thousandths. `or`: what else it may mean, where a dot stands as it does between thousands. */
export type SpokenQty = { milli: number; or?: number };

const QTY_MAX = 1_000_000;
const WHOLE = /^\d{1,7}$/;
const PARTS = /^(\d{1,6})[.,](\d{1,3})$/;
const SHARE = /^(?:(\d{1,6}) )?(\d{1,2})\/(\d{1,2})$/;
const WORDS: Record<string, number> = {
  demi: 500, 'un demi': 500, 'une demi': 500, 'la moitie': 500, half: 500, quart: 250, 'un quart': 250, quarter: 250, 'trois quarts': 750,
  un: 1_000, une: 1_000, one: 1_000, deux: 2_000, two: 2_000, trois: 3_000, three: 3_000, quatre: 4_000, four: 4_000, cinq: 5_000, five: 5_000, six: 6_000,
  sept: 7_000, seven: 7_000, huit: 8_000, eight: 8_000, neuf: 9_000, nine: 9_000, dix: 10_000, ten: 10_000, onze: 11_000, eleven: 11_000, douze: 12_000, twelve: 12_000, 'une douzaine': 12_000, vingt: 20_000, twenty: 20_000,
};

/** As people type it: 2, 2,5, 1/2, 2 1/2, demi, deux. Undefined for what is no quantity, or too much for any shop. */
export function readQuantity(typed: string): SpokenQty | undefined {
  const text = plainDigits(typed);
  const milli = inThousandths(text);
  if (milli === undefined || milli <= 0 || milli > QTY_MAX * 1_000) return undefined;
  return PARTS.exec(text)?.[2]?.length === 3 ? { milli, or: Number(text.replace(/[.,]/, '')) * 1_000 } : { milli };
}

/** « 0 », « aucun », « rien »: where nothing may be so many, too. A lone 0 leads back on most screens. */
export const isNone = (typed: string): boolean => /^(0+|zero|aucune?|rien|none|nothing)$/.test(plain(typed));

function inThousandths(text: string): number | undefined {
  if (WHOLE.test(text)) return Number(text) * 1_000;
  const [, whole, part] = PARTS.exec(text) ?? [];
  if (whole !== undefined && part !== undefined) return Number(whole) * 1_000 + Number(part.padEnd(3, '0'));
  const [, ones = '0', over, under] = SHARE.exec(text) ?? [];
  if (over !== undefined && under !== undefined) return Number(under) === 0 ? undefined : Number(ones) * 1_000 + Math.round((Number(over) * 1_000) / Number(under));
  return WORDS[plain(text)];
}
