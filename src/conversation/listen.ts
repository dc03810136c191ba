import type { Content } from '../channels/channel.ts';
import type { Heard } from '../../flows/flow.ts';
import type { Session } from '../db/desk.ts';
import { changeConsent } from '../domain/identity/change-consent.ts';
import { setLanguage } from '../domain/identity/set-language.ts';
import { has } from '../i18n.ts';
import { enter, move, open, show } from './go.ts';
import { guess } from './guess.ts';
import { hearCaptioned, hearUnasked } from './hear-media.ts';
import { hidden, mayBeCode } from './hide-code.ts';
import { hearAttachment, hearTap, hearText, type Meant, type Tap } from './hear.ts';
import { interrupt, pause } from './pause.ts';
import { lineReader, type Line, type ReadLine } from './read-line.ts';
import { saying, setAside, type Turn } from './turn.ts';
import type { StopWord, Word } from './words.ts';

/** In a row, and not understood: this many bring back the menu, then the offer of a human. */
const MISSES_TO_MENU = 3;
const MISSES_TO_HUMAN = 5;
const TYPED_SHOWN_CHARS = 20;
const STARS = /^[1-5]$/;
/** Flows that stand between a person and what was paused: they are never what is paused. */
const INTERRUPTING = new Set(['language', 'resume']);
/** Not worth coming back to after a human or another person had the phone. */
const PASSING = new Set([...INTERRUPTING, 'home', 'human', 'offerHuman', 'handoff', 'profile']);

/** How lines are read in this turn. */
export const readerOf = ({ scope: { who, desk, now }, named }: Turn): ReadLine => lineReader({ who, desk, now, named });

/** Acts on one thing a person said, tapped or sent. */
export async function listen(turn: Turn, content: Content, tap?: Tap): Promise<void> {
  if (tap !== undefined) return act(turn, hearTap(tap, turn.shown, { step: turn.step, via: turn.via, session: turn.scope.desk.talk?.session ?? null }), tap);
  if (content.type === 'text') return act(turn, hearText(content.text, turn.shown, readerOf(turn)));
  if (content.type === 'welcome') return again(turn);

  const heard = hearAttachment(content, turn.scope.letterId);
  const media = heard?.type === 'sent' ? heard.media : undefined;
  if (media !== undefined && (await hearCaptioned(turn, media))) return;
  if (heard !== undefined && turn.session !== null && (await move(turn, turn.session, heard))) return;
  if (media !== undefined && (await hearUnasked(turn, media))) return;
  turn.notices.push(saying(turn)(`received.${content.type === 'media' ? content.media.kind : content.type}`));
  return again(turn);
}

export async function act(turn: Turn, meant: Meant, tap?: Tap): Promise<void> {
  if (meant.kind !== 'unclear' && meant.kind !== 'heard') turn.misses = 0;
  if (meant.kind === 'stop') return stop(turn, meant.word);
  if (meant.kind === 'word') return actOnWord(turn, meant.word);
  if (meant.kind === 'line') return actOnLine(turn, meant.line);
  if (meant.kind === 'unclear') return miss(turn, meant.typed);
  if (meant.kind === 'repeat') return again(turn);
  if (meant.kind === 'answered') {
    turn.word = saying(turn)('common.answered');
    return;
  }
  if (meant.kind === 'stale') {
    turn.notices.push(saying(turn)('common.stale'));
    return again(turn);
  }
  if (meant.kind === 'page') {
    if (turn.session !== null) show(turn, { ...turn.session, page: meant.to });
    return;
  }
  await hear(turn, meant.heard);
  if (meant.option !== undefined) turn.via = { step: tap?.step ?? turn.step, option: meant.option };
}

/** Where things stand, or what opens when nothing does. */
export const again = async (turn: Turn): Promise<void> => (turn.session === null ? open(turn) : show(turn, turn.session));

async function hear(turn: Turn, heard: Heard): Promise<void> {
  const { session, shown } = turn;
  if (session === null) return open(turn);
  if (heard.type === 'said' && shown?.secret === true) turn.secret = true;
  const moved = await move(turn, session, heard);
  if (moved || heard.type === 'back') turn.misses = 0;
  if (moved) return;
  if (heard.type === 'back') return open(turn);
  return miss(turn, heard.type === 'said' ? heard.text : '');
}

/** It acts, and then what was open is shown again. */
async function actOnLine(turn: Turn, { flow, given }: Line): Promise<void> {
  if (!isSaidAgain(turn, { flow, given })) interrupt(turn);
  await enter(turn, flow, given);
}

/** « payer 42 » while 42 is being paid begins that anew: there is nothing else to come back to. */
function isSaidAgain({ session }: Turn, { flow, given: { asked } }: Line): boolean {
  const order = session?.context['order'] as { seq?: number; tenantId?: string } | undefined;
  return session?.flow === flow && asked.order !== undefined && order?.seq === asked.order.seq && (asked.named === undefined || asked.named === order.tenantId);
}

/** STOP holds at once and everywhere; what was begun can still be taken up later. */
async function stop(turn: Turn, word: StopWord): Promise<void> {
  await changeConsent(turn.scope, word);
  pause(turn);
  turn.session = null;
  turn.counts = false;
  turn.word = saying(turn)(`consent.${{ stop: 'stopped', stopAll: 'stoppedAll', resume: 'resumed' }[word]}`);
}

async function actOnWord(turn: Turn, word: Word): Promise<void> {
  if (word === 'french' || word === 'english') {
    await setLanguage(turn.scope, { language: word === 'french' ? 'fr' : 'en' });
    turn.notices.push(saying(turn)('language.set'));
    return again(turn);
  }
  if (word === 'help') {
    turn.notices.push(saying(turn)('common.help', { code: turn.tools.serviceCode }));
    return again(turn);
  }
  if (word === 'back') return hear(turn, { type: 'back' });
  if (word === 'menu' || word === 'cancel') {
    if (word === 'cancel' && turn.session !== null) turn.notices.push(saying(turn)('common.cancelled'));
    turn.paused = null;
    return open(turn);
  }
  if (turn.session !== null) keep(turn, turn.session, word);
  // Whose data is meant must be known first.
  if (word === 'data' && turn.scope.who.personId === null) return open(turn);
  return enter(turn, word);
}

/** A language changes nothing of where one stands, whatever it is. */
function keep(turn: Turn, session: Session, word: Word): void {
  if (word === 'language' && !INTERRUPTING.has(session.flow)) setAside(turn, session);
  if ((word === 'human' || word === 'profile') && !PASSING.has(session.flow)) pause(turn);
}

/** A figure with nothing open answers « de 1 à 5 »; who dials has a menu before them. */
const isNote = ({ scope: { desk, who } }: Turn, typed: string): boolean => STARS.test(typed) && who.channel !== 'ussd' && desk.clients.length > 0;

async function miss(turn: Turn, typed: string): Promise<void> {
  const { session, shown } = turn;
  if (mayBeCode(turn, typed)) turn.secret = true;
  if (session === null) return isNote(turn, typed) ? enter(turn, 'rate', { asked: { count: Number(typed) } }) : open(turn);
  const say = saying(turn);
  turn.misses += 1;
  if (turn.misses >= MISSES_TO_HUMAN) {
    turn.misses = 0;
    return enter(turn, 'offerHuman');
  }
  const wrong = `${session.flow}.wrong.${session.state}`;
  if (has(turn.tools.texts, wrong, turn.scope.who.language)) turn.notices.push(say(wrong));
  else turn.notices.push(say('common.notUnderstood', { typed: Array.from(turn.secret ? hidden(typed) : typed).slice(0, TYPED_SHOWN_CHARS).join('') }));
  if (turn.misses >= MISSES_TO_MENU) return open(turn);

  const guesses = guess(typed, shown?.options ?? []);
  if (guesses.length > 0) turn.notices.push(say('common.guess', { guesses: guesses.join(' / ') }));
  return show(turn, session);
}
