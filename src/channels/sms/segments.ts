import { septets } from '../gsm7.ts';

/** What fits alone, and in each of several: the parts of a long SMS spend some places on saying which part they are. */
const LIMITS = { 'GSM-7': { single: 160, part: 153 }, 'UCS-2': { single: 70, part: 67 } } as const;

export type Encoding = keyof typeof LIMITS;
export type Segments = { encoding: Encoding; units: number; parts: number };

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** What a text costs to send, before it is sent. Counts the composed (NFC) form, which is the one that leaves. */
export function segments(text: string): Segments {
  const composed = text.normalize('NFC');
  const encoding = encodingOf(composed);
  return { encoding, units: sizeIn(encoding, composed), parts: splitSms(composed).length };
}

/** The text as the handset receives it, part by part: no part ends inside an emoji or between the halves of `€`. */
export function splitSms(text: string): string[] {
  const composed = text.normalize('NFC');
  const encoding = encodingOf(composed);
  const { single, part } = LIMITS[encoding];
  if (sizeIn(encoding, composed) <= single) return [composed];
  return pack(encoding === 'GSM-7' ? Array.from(composed) : visibleCharacters(composed, part), part, (piece) => sizeIn(encoding, piece));
}

const encodingOf = (text: string): Encoding => (septets(text) === undefined ? 'UCS-2' : 'GSM-7');

const sizeIn = (encoding: Encoding, text: string): number => (encoding === 'GSM-7' ? septets(text) : undefined) ?? text.length;

/** A letter under a heap of accents can outgrow a part: then its code points are the smallest pieces. */
function visibleCharacters(text: string, max: number): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment).flatMap((shown) => (shown.length > max ? Array.from(shown) : [shown]));
}

function pack(pieces: string[], max: number, size: (piece: string) => number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const piece of pieces) {
    const places = size(piece);
    if (used + places > max) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += piece;
    used += places;
  }
  return [...parts, part];
}
