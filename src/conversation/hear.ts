import type { Content } from '../channels/channel.ts';
import type { Heard } from '../../flows/flow.ts';
import type { Shown } from '../db/desk.ts';
import { plain } from '../domain/spoken/plain.ts';
import type { Line, ReadLine } from './read-line.ts';
import { answerWord, globalWord, stopWord, type StopWord, type Word } from './words.ts';

export type Meant =
  | { kind: 'stop'; word: StopWord }
  | { kind: 'heard'; heard: Heard; option?: string }
  | { kind: 'page'; to: number }
  | { kind: 'word'; word: Word }
  | { kind: 'line'; line: Line }
  | { kind: 'stale' }
  | { kind: 'repeat' }
  | { kind: 'answered' }
  | { kind: 'unclear'; typed: string };

/** Shorter than this, the beginning of a label is a guess, not an answer. */
const PREFIX_CHARS_MIN = 3;

/**
 * What a text means on the screen shown, in this order: STOP words always; a choice of the screen, its 0 and 9;
 * the words understood everywhere; a line that says all it must; then free text, where the screen asks for some, or what a line only begins to say.
 */
export function hearText(text: string, shown: Shown | null, readLine: ReadLine = () => undefined): Meant {
  const typed = text.trim();
  const stop = stopWord(typed);
  // « Reprendre » is also what the offer to take up a dropped conversation says.
  const asLabel = stop === 'resume' && shown !== null ? labelled(typed, shown) : undefined;
  if (stop !== undefined && asLabel === undefined) return { kind: 'stop', word: stop };

  if (shown !== null) {
    const onScreen = hearOnScreen(typed, shown);
    if (onScreen !== undefined) return onScreen;
  }
  const word = globalWord(typed);
  if (word !== undefined) return { kind: 'word', word };
  const read = readLine(typed);
  if (read?.complete === true) return { kind: 'line', line: read.line };
  if (shown?.free === true && typed !== '') return { kind: 'heard', heard: { type: 'said', text: typed } };
  if (read !== undefined) return { kind: 'line', line: read.line };
  return { kind: 'unclear', typed };
}

function hearOnScreen(typed: string, shown: Shown): Meant | undefined {
  // « 1. », « (1) » and a keycap emoji are 1.
  const key = plain(typed);
  const byKey = Object.hasOwn(shown.keys, key) ? shown.keys[key] : undefined;
  if (byKey !== undefined) return chosen(byKey);
  if (key === '9' && shown.page < shown.pages - 1) return { kind: 'page', to: shown.page + 1 };
  if (key === '0' || (shown.back !== '' && key === plain(shown.back))) return shown.page > 0 ? { kind: 'page', to: shown.page - 1 } : { kind: 'heard', heard: { type: 'back' } };
  const answer = answerWord(typed);
  const byLabel = labelled(typed, shown) ?? shown.options.find(({ id }) => answer !== undefined && (id === answer || id.startsWith(`${answer}-`)))?.id;
  return byLabel === undefined ? undefined : chosen(byLabel);
}

function labelled(typed: string, { options }: Shown): string | undefined {
  const wanted = plain(typed);
  if (wanted === '') return undefined;
  // « Non, garder » is also answered by « non ».
  const same = options.filter(({ label }) => plain(label) === wanted || (label.includes(',') && plain(label.split(',')[0] ?? '') === wanted));
  if (same.length === 1) return same[0]?.id;
  if (wanted.length < PREFIX_CHARS_MIN) return undefined;
  const begun = options.filter(({ label }) => plain(label).split(' ').some((_, at, words) => words.slice(at).join(' ').startsWith(wanted)));
  return begun.length === 1 ? begun[0]?.id : undefined;
}

const chosen = (id: string): Meant => ({ kind: 'heard', heard: { type: `chose.${id}`, id }, option: id });

export type Tap = { step: number | undefined; option: string };

/** A button stays tappable for ever: one of another step is stale, the one just tapped is only repeated, and what ended a conversation was answered. */
export function hearTap({ step, option }: Tap, shown: Shown | null, now: { step: number; via: Tap | null; session: unknown }): Meant {
  if (step !== undefined && step === now.via?.step && option === now.via.option) return { kind: 'repeat' };
  if (step !== undefined && now.session === null && step === now.step - 1) return { kind: 'answered' };
  if (step !== undefined && step !== now.step) return { kind: 'stale' };
  if (shown?.options.some(({ id }) => id === option) === true) return chosen(option);
  return { kind: 'stale' };
}

export function hearAttachment(content: Content, eventId: number): Heard | undefined {
  if (content.type === 'media') return { type: 'sent', media: { kind: content.media.kind, id: content.media.id, eventId, caption: content.media.caption } };
  if (content.type === 'location') return { type: 'located', latitude: content.latitude, longitude: content.longitude };
  return undefined;
}
