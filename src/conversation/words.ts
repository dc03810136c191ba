import { readFileSync } from 'node:fs';
import { plain } from '../domain/spoken/plain.ts';

/** What can be said at any moment, whatever the flow. Their spellings, of all languages at once, are in locales/words.json. */
export type Word = 'menu' | 'back' | 'help' | 'language' | 'human' | 'profile' | 'cancel' | 'data' | 'french' | 'english';
export type StopWord = 'stop' | 'stopAll' | 'resume';

/** What a question is answered by, whatever its choices are called: they are the options `yes` and `no`, or `yes-pay` where one flow has several. */
export type AnswerWord = 'yes' | 'no';

type Spellings = { always: Record<StopWord, string[]>; global: Record<Word, string[]>; answers: Record<AnswerWord, string[]> };

const spellings = JSON.parse(readFileSync(new URL('../../locales/words.json', import.meta.url), 'utf8')) as Spellings;
const index = <W extends string>(table: Record<W, string[]>): Map<string, W> =>
  new Map(Object.entries<string[]>(table).flatMap(([word, ways]) => ways.map((way): [string, W] => [plain(way), word as W])));

const stopWords = index(spellings.always);
const globalWords = index(spellings.global);
const answerWords = index(spellings.answers);

export const stopWord = (text: string): StopWord | undefined => stopWords.get(plain(text));
export const globalWord = (text: string): Word | undefined => globalWords.get(plain(text));
export const answerWord = (text: string): AnswerWord | undefined => answerWords.get(plain(text));
export const globalSpellings = (): ReadonlyMap<string, Word> => globalWords;
