import { readAmount } from '../../domain/spoken/amount.ts';
import { readDay, type SpokenDay } from '../../domain/spoken/day.ts';
import { readOrderRef, type OrderRef } from '../../domain/spoken/order-number.ts';
import { plain } from '../../domain/spoken/plain.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { FORCE, METHODS, STAGES, VERBS, type PaidHow, type Stage, type Verb } from './vocabulary.ts';

export type Args = { order?: OrderRef; amount?: number; day?: SpokenDay; method?: PaidHow; stage?: Stage; count?: number; code?: string; force?: true; words?: string };
export type Command = { verb: Verb; args: Args };
/** `missing`: the verb is clear, and the rest has no reading, or two: what concerns money or a client is asked, never guessed. */
export type ReadCommand = Command | { verb: Verb; missing: true };

type Part = keyof Args;
type Slot = { part: Part; optional?: true };
const must = (part: Part): Slot => ({ part });
const may = (part: Part): Slot => ({ part, optional: true });

/** What follows each verb, in this order. A new command is a line here and its spellings in locales/commands.json. */
const LINES: Record<Verb, readonly Slot[]> = {
  order: [must('code')],
  pay: [must('order'), may('amount')],
  where: [must('order')],
  accept: [must('order')],
  decline: [must('order')],
  complain: [must('order'), may('words')],
  rate: [must('order'), must('count')],
  receipt: [must('order')],
  measures: [],
  ready: [must('order')],
  deliver: [must('order'), may('force'), may('words')],
  take: [must('order'), may('amount'), may('method')],
  quote: [must('order'), must('amount'), may('day')],
  late: [must('order'), must('day')],
  done: [must('order'), may('stage')],
  walkIn: [],
  client: [must('words')],
  board: [],
  close: [may('day')],
  open: [may('day')],
  capacity: [must('count')],
};

/** The most words that one part of a command takes, but for the last words of a sentence. */
const PART_WORDS_MAX = 4;
const VERB_WORDS_MAX = 3;
const WORDS_MAX = 60;

/** What a line says to do; undefined when it begins with no verb of ours. */
export function readCommand(text: string, today: Day): ReadCommand | undefined {
  const words = text.trim().split(/\s+/).slice(0, WORDS_MAX);
  const found = verbIn(words);
  if (found === undefined) return undefined;
  const { verb, rest } = found;
  const readings = plainest(readSlots(rest, LINES[verb], today));
  const different = [...new Map(readings.map((args) => [JSON.stringify(args), args])).values()];
  const [only, another] = different;
  return only === undefined || another !== undefined ? { verb, missing: true } : { verb, args: only };
}

/** What can be read as something is not taken for mere words. */
function plainest(readings: Args[]): Args[] {
  const wordsIn = ({ words = '' }: Args): number => words.length;
  const least = Math.min(...readings.map(wordsIn));
  return readings.filter((args) => wordsIn(args) === least);
}

/** The longest spelling that the line begins with; a verb may be glued to its number: « pret42 ». */
function verbIn(words: string[]): { verb: Verb; rest: string[] } | undefined {
  for (let count = Math.min(VERB_WORDS_MAX, words.length); count > 0; count--) {
    const verb = VERBS.get(plain(words.slice(0, count).join(' ')));
    if (verb !== undefined) return { verb, rest: words.slice(count) };
  }
  const [, letters = '', digits = ''] = /^(\p{L}+)[#:]?(\d+)$/u.exec(words[0] ?? '') ?? [];
  const glued = VERBS.get(plain(letters));
  return glued === undefined ? undefined : { verb: glued, rest: [digits, ...words.slice(1)] };
}

/** Every way to take all words of the line, in the order of its slots. */
function readSlots(words: string[], slots: readonly Slot[], today: Day): Args[] {
  const [slot, ...others] = slots;
  if (slot === undefined) return words.length === 0 ? [{}] : [];
  const without = slot.optional === true ? readSlots(words, others, today) : [];
  const most = slot.part === 'words' ? words.length : Math.min(PART_WORDS_MAX, words.length);
  const taking = Array.from({ length: most }, (_, at) => at + 1).flatMap((count) => {
    const read = readPart(slot.part, words.slice(0, count), today);
    return read === undefined ? [] : readSlots(words.slice(count), others, today).map((rest) => ({ ...read, ...rest }));
  });
  return [...taking, ...without];
}

function readPart(part: Part, words: string[], today: Day): Args | undefined {
  const text = words.join(' ');
  switch (part) {
    case 'order': return named('order', readOrderRef(text));
    case 'amount': return named('amount', readAmount(text));
    case 'day': return named('day', readDay(text, today));
    case 'method': return named('method', METHODS.get(plain(text)));
    case 'stage': return named('stage', STAGES.get(plain(text)));
    case 'force': return FORCE.has(plain(text)) ? { force: true } : undefined;
    case 'count': return named('count', /^\d{1,3}$/.test(text) ? Number(text) : undefined);
    case 'code': return named('code', /^[A-Za-z]{2,10}\d{0,3}$/.test(text) ? text.toUpperCase() : undefined);
    case 'words': return { words: text };
  }
}

const named = <P extends Part>(part: P, value: Args[P] | undefined): Args | undefined => (value === undefined ? undefined : { [part]: value });
