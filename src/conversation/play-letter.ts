import type { Content } from '../channels/channel.ts';
import { typedSince } from '../channels/ussd/hop.ts';
import { parseTapId } from '../channels/whatsapp/tap-id.ts';
import type { Tx } from '../db/open-database.ts';
import type { Desk, Letter, Talk } from '../db/desk.ts';
import type { TurnRecord } from '../db/turn.ts';
import { releaseHuman } from '../domain/identity/call-human.ts';
import { keptProof } from '../domain/identity/proof.ts';
import { languageOf } from '../i18n.ts';
import type { Scope, Who } from '../scope.ts';
import { standing } from './advance.ts';
import { answer, look } from './answer.ts';
import { arrive } from './arrive.ts';
import { businessMeant } from './business-meant.ts';
import { forgetErased } from './forget-erased.ts';
import { enter, open } from './go.ts';
import { holdsKey, mayBeCode } from './hide-code.ts';
import { hearText, type Meant } from './hear.ts';
import { act, again, listen, readerOf } from './listen.ts';
import { offer } from './pause.ts';
import { playWake } from './play-wake.ts';
import { currentProfile, profilesOf } from './profiles.ts';
import { saying, type Tools, type Turn } from './turn.ts';
import { countsOf, weighAnswer } from './weigh-answer.ts';
import { globalWord } from './words.ts';

/** A button of a message older than this, after an outage, is asked again instead of acted on. */
const TAP_MINUTES_MAX = 10;
/** A path dialled at once is cut after this many steps. */
const PATH_STEPS_MAX = 12;

/**
 * Plays one letter of a contact's mail: what was said, what the flow makes of it, what we answer. Writes only through
 * the scope. `secret` asks that the letter be emptied: it is a code, or a later hop of a USSD path that still carries one.
 */
export async function playLetter(tx: Tx | undefined, desk: Desk, letter: Letter, tools: Tools, now: Date): Promise<{ record: TurnRecord; secret: boolean; ringAt: Date | undefined }> {
  const turn = begin(tx, desk, letter, tools, now);
  if (desk.handoff !== null && Date.parse(desk.handoff.expiresAt) <= now.getTime()) await releaseHuman(turn.scope, 'time');
  if (letter.content.type === 'ussd') await playHop(turn, desk, letter.content);
  else if (letter.content.type === 'wake') await playWake(turn, letter, letter.content);
  else await playMessage(turn, desk, letter, letter.content);
  forgetErased(turn);
  weighAnswer(turn, letter);
  return { record: answer(turn, desk, letter), secret: turn.secret || desk.ussd?.consumed.includes('?') === true, ringAt: turn.scope.later.ringAt };
}

async function playMessage(turn: Turn, desk: Desk, letter: Letter, said: Content): Promise<void> {
  if (holdsKey(said)) turn.secret = true;
  if (turn.secret && desk.handoff === null) {
    turn.notices.push(saying(turn)('common.keyTyped'));
    return again(turn);
  }
  const content = await inContext(turn, desk, lineTapped(said, letter, turn.scope.now) ?? said);
  const text = content.type === 'text' ? content.text : undefined;
  // « menu » ends a hand-off whatever the screen before it would make of the word.
  const released = desk.handoff !== null && text !== undefined && globalWord(text) === 'menu';
  const meant: Meant | undefined = released ? { kind: 'word', word: 'menu' } : text === undefined ? undefined : hearText(text, turn.shown, readerOf(turn));
  if (desk.handoff !== null && !released && meant?.kind !== 'stop') {
    turn.silent = true;
    return;
  }
  if (released) await releaseHuman(turn.scope, 'person');
  // During a hand-off « menu » comes back to us; what the human was asked for in the middle of is not given up.
  if (released && (await offer(turn))) return;
  if (meant?.kind === 'stop' || (meant?.kind === 'word' && meant.word !== 'back')) return act(turn, meant);

  const tap = content.type === 'tap' ? tapOf(content, letter, turn) : undefined;
  const cut = await arrive(turn, desk.talk, tap?.step === turn.step);
  // A line that says all it must is done wherever one comes from; what was begun is offered below.
  if (!cut || meant?.kind === 'line') await listen(turn, content, tap);
}

/** « humain AFI » is « humain », said to AFI; a bare « AFI » opens what AFI has for this person. */
async function inContext(turn: Turn, desk: Desk, content: Content): Promise<Content> {
  const meant = await businessMeant(turn.scope, content, turn.shown?.free === true);
  if (meant === undefined) return content;
  turn.scope.who.tenantId = meant.tenantId;
  turn.named = meant.tenantId;
  return content.type === 'text' ? { ...content, text: meant.rest === '' ? 'menu' : meant.rest } : content;
}

/** A button of a notice says a line, whatever is on the screen meanwhile. */
function lineTapped(content: Content, letter: Letter, now: Date): Content | undefined {
  if (content.type !== 'tap' || isLate(letter, now)) return undefined;
  const { option } = parseTapId(content.id);
  return option.startsWith('/') ? { type: 'text', text: option.slice(1), ...(content.context === undefined ? {} : { context: content.context }) } : undefined;
}

const isLate = ({ happenedAt }: Letter, now: Date): boolean => now.getTime() - Date.parse(happenedAt) > TAP_MINUTES_MAX * 60_000;

/** What was tapped; one that waited out an outage counts as belonging to no step that is still open. */
function tapOf(content: Extract<Content, { type: 'tap' }>, letter: Letter, turn: Turn) {
  const { step, option } = parseTapId(content.id);
  return { step: isLate(letter, turn.scope.now) ? -1 : step, option };
}

async function playHop(turn: Turn, desk: Desk, content: Extract<Content, { type: 'ussd' }>): Promise<void> {
  const typed = typedSince(desk.ussd?.consumed, content.text);
  if (typed.kind === 'typed') return type(turn, typed.input);

  turn.scope.who.proof = null;
  if (desk.handoff !== null) return enter(turn, 'handoff');
  const cut = await arrive(turn, desk.talk, typed.kind === 'midway');
  if (cut && mayBeCode(turn, content.text)) turn.secret = true;
  if (cut) return;
  if (typed.kind === 'midway') return type(turn, typed.inputs.at(-1) ?? '');

  if (profilesOf(desk).length > 1) Object.assign(turn.scope.who, { personId: null, persona: '' });
  await open(turn);
  const inputs = typed.kind === 'path' ? typed.inputs.slice(0, PATH_STEPS_MAX) : [];
  for (const input of inputs) {
    look(turn);
    await type(turn, input);
  }
}

const type = async (turn: Turn, input: string): Promise<void> => (turn.session === null ? again(turn) : act(turn, hearText(input, turn.shown, readerOf(turn))));

function begin(tx: Tx | undefined, desk: Desk, letter: Letter, tools: Tools, now: Date): Turn {
  const talk = desk.talk;
  const scope = scopeOf(tx, { now, letterId: letter.id, who: whoIs(desk, letter), desk, later: { outbox: [], due: [] }, publicUrl: tools.publicUrl, mails: tools.mails === true, voice: tools });
  const turn: Turn = {
    scope, tools,
    session: null, paused: talk?.paused ?? null, shown: talk?.shown ?? null, screen: undefined,
    step: talk?.step ?? 0, via: talk?.shown?.via ?? null, named: null, moved: false, misses: talk?.misses ?? 0,
    notices: [], told: undefined, word: undefined, over: false, silent: false, secret: false,
    flood: talk?.flood ?? null, counts: countsOf(letter.content), withheld: false, instead: undefined,
  };
  if (talk?.session != null) takeUp(turn, talk);
  return turn;
}

/** Most turns read and write nothing of their own: only one that reaches for the database is given a transaction. */
const scopeOf = (tx: Tx | undefined, scope: Omit<Scope, 'db'>): Scope => ({
  ...scope,
  get db(): Tx {
    if (tx === undefined) throw new NeedsTransaction();
    return tx;
  },
});

class NeedsTransaction extends Error {
  override name = 'NeedsTransaction';
}

function takeUp(turn: Turn, talk: Talk): void {
  const current = talk.session === null ? undefined : turn.tools.flows.current(talk.session);
  if (current === undefined) {
    turn.notices.push(saying(turn)('common.changed'));
    return;
  }
  turn.session = current;
  turn.screen = standing(turn.tools.flows.machine(current.flow), current).screen;
}

function whoIs(desk: Desk, letter: Letter): Who {
  const talk = desk.talk;
  const profile = currentProfile(profilesOf(desk), talk);
  const person = desk.persons.find(({ id }) => id === (profile?.personId ?? talk?.personId));
  return {
    contactId: desk.contact.id,
    channel: letter.channel,
    externalId: letter.externalId,
    phone: desk.contact.phone,
    personId: person?.id ?? null,
    tenantId: profile?.tenantId ?? talk?.tenantId ?? null,
    persona: profile?.persona ?? talk?.persona ?? 'newcomer',
    language: languageOf(person?.language ?? (desk.persons.length === 1 ? desk.persons[0]?.language : undefined) ?? desk.contact.language),
    // A proof is worth something where it was given.
    proof: talk?.channel === letter.channel ? keptProof(talk) : null,
  };
}
