import { readFileSync } from 'node:fs';
import { plain } from '../domain/spoken/plain.ts';

/** What can be said at any moment, whatever the flow. Their spellings, of all languages at once, are in locales/words.json. */
export type Word = 'menu' | 'back' | 'help' | 'language' | 'human' | 'profile' | 'cancel' | 'data' | 'french' | 'english';
export type StopWord = 'stop' | 'stopAll' | 'resume';

type Spellings = { always: Record<StopWord, string[]>; global: Record<Word, string[]> };

const spellings = JSON.parse(readFileSync(new URL('../../locales/words.json', import.meta.url), 'utf8')) as Spellings;
const index = <W extends string>(table: Record<W, string[]>): Map<string, W> =>
  new Map(Object.entries<string[]>(table).flatMap(([word, ways]) => ways.map((way): [string, W] => [plain(way), word as W])));

const stopWords = index(spellings.always);
const globalWords = index(spellings.global);

export const stopWord = (text: string): StopWord | undefined => stopWords.get(plain(text));
export const globalWord = (text: string): Word | undefined => globalWords.get(plain(text));
export const globalSpellings = (): ReadonlyMap<string, Word> => globalWords;
