import { readFileSync } from 'node:fs';
import { plain } from '../../domain/spoken/plain.ts';
import { globalWord, stopWord } from '../words.ts';
import { VERBS } from './vocabulary.ts';

type Spellings = { trades: Record<string, string[]>; common: string[] };

/** Trades whose work Griot knows how to follow, by the capability each one needs: locales/trades.json. */
const { trades, common } = JSON.parse(readFileSync(new URL('../../../locales/trades.json', import.meta.url), 'utf8')) as Spellings;

const SERVED = Object.entries(trades).map(([capability, ways]) => ({ capability, ways: ways.map(plain) }));
const COMMON = new Set([...common, ...Object.values(trades).flat()].map(plain));

/** The capabilities that a trade needs, as somebody said it; none for a trade that we do not serve yet. */
export function capabilitiesIn(trade: string): string[] {
  const said = ` ${plain(trade)} `;
  return SERVED.filter(({ ways }) => ways.some((way) => said.includes(` ${way} `))).map(({ capability }) => capability);
}

/** What makes a poor code: a word that half of all workshops have in their name, or one that already says something to us. */
export const taboo = {
  common: (word: string): boolean => COMMON.has(word),
  spoken: (code: string): boolean => globalWord(code) !== undefined || stopWord(code) !== undefined || VERBS.has(plain(code)) || COMMON.has(plain(code)),
};
