const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';
const SEPTETS = new Map([...Array.from(BASIC, (char) => [char, 1] as const), ...Array.from(EXTENSION, (char) => [char, 2] as const)]);

/** Nearest spelling of what the SMS alphabet lacks. Accented letters need no line: they lose their marks. */
const NEAREST = spelled({
  "'": '’‘‚‛′´`ʼʻʔ', '"': '“”„‟«»″‹›', '-': '‐‑‒–—―−•‣', '...': '…', '.': '·', '/': '⁄÷', x: '×', o: '°ɔ', '->': '→', '<-': '←', '|': '¦',
  '(c)': '©', '(r)': '®', TM: '™', i: 'ℹı', '!!': '‼', '!?': '⁉', c: '¢', oe: 'œ', OE: 'Œ',
  // Letters of Fon, Ewe, Yoruba, Wolof, Bambara, Hausa and Fula that have no accent to lose.
  e: 'ɛəǝ', E: 'ƐƎƏ', O: 'Ɔ', d: 'ɖɗđð', D: 'ƉƊĐÐ', f: 'ƒ', F: 'Ƒ', ng: 'ŋ', Ng: 'Ŋ', b: 'ɓ', B: 'Ɓ', k: 'ƙ', K: 'Ƙ', y: 'ƴ', Y: 'Ƴ',
  g: 'ɣ', G: 'Ɣ', v: 'ʋ', V: 'Ʋ', ny: 'ɲ', Ny: 'Ɲ', l: 'ł', L: 'Ł', h: 'ħ', H: 'Ħ', th: 'þ', Th: 'Þ',
});

/** On USSD operators render plain ASCII only, and several of them not even its brackets. */
const USSD = new Map([
  ...NEAREST,
  ...spelled({
    '(': '[{', ')': ']}', '/': '\\|¦', '-': '~', "'": '`´', '': '^\f\r', EUR: '€', GBP: '£', JPY: '¥', S: '§', '!': '¡', '?': '¿',
    AE: 'Æ', ae: 'æ', O: 'ØƆ', o: 'øɔ°', ss: 'ß',
  }),
]);

const EMOJI = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}✓✗](?:\u200d|\ufe0f|\u20e3|[\u{e0020}-\u{e007f}])*`;
const LEADING_EMOJI = new RegExp(`(^|\n)(?:${EMOJI})+ *`, 'gu');
const INNER_EMOJI = new RegExp(` *(?:${EMOJI})+`, 'gu');

/** French sets its quotation marks apart; plain ones stand close. */
const QUOTED = /«\s+([^«»]*?)\s+»/gu;

/** How many of the 160 places of an SMS the text takes; undefined when one character is outside GSM-7. */
export function septets(text: string): number | undefined {
  let sum = 0;
  for (const char of text) {
    const places = SEPTETS.get(char);
    if (places === undefined) return undefined;
    sum += places;
  }
  return sum;
}

export const isGsm7 = (text: string): boolean => septets(text) !== undefined;

/** The same text in GSM-7: one letter outside it would turn 160 characters a part into 70. */
export function toGsm7(text: string): string {
  return translate(text, (char) => SEPTETS.has(char), NEAREST);
}

/** The same text in the ASCII every handset and operator shows on USSD, line feeds kept. */
export function toUssdAscii(text: string): string {
  return translate(text.replaceAll('\r\n', '\n'), (char) => /[\n -~]/.test(char) && !/[[\]{}\\^~|`]/.test(char), USSD);
}

function translate(text: string, fits: (char: string) => boolean, nearest: ReadonlyMap<string, string>): string {
  const kept = text.normalize('NFC').replace(/[©®™ℹ‼⁉]/gu, (char) => NEAREST.get(char) ?? '').replace(QUOTED, '«$1»');
  const spoken = kept.replace(LEADING_EMOJI, '$1').replace(INNER_EMOJI, '');
  const spell = (char: string): string => {
    if (fits(char)) return char;
    if (nearest.has(char)) return nearest.get(char) ?? '';
    if (/[\u0085\u2028\u2029]/.test(char)) return '\n';
    if (/\s/.test(char)) return ' ';
    if (/[\p{Cc}\p{Cf}\p{M}]/u.test(char)) return '';
    const plain = char.normalize('NFKD').replace(/\p{M}/gu, '');
    return plain === char ? '?' : Array.from(plain, spell).join('');
  };
  return Array.from(spoken, spell).join('');
}

function spelled(spellings: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(spellings).flatMap(([plain, chars]) => Array.from(chars, (char) => [char, plain] as const)));
}
