import type { Content, Reply } from '../channels/channel.ts';
import { typedSince, type TypedSince } from '../channels/ussd/hop.ts';
import type { Desk, Letter, Shown, Talk } from '../db/desk.ts';
import type { OutboxRow, SaidLine, TurnRecord } from '../db/turn.ts';
import { provenAt } from '../domain/identity/proof.ts';
import { withAct } from './flood.ts';
import { keptPath } from './hide-code.ts';
import { planFetch } from './plan-fetch.ts';
import { shape, shownOf, type Shaped } from './shape.ts';
import { speak } from './speak.ts';
import { saying, type Turn } from './turn.ts';

type Leaving = Pick<TurnRecord, 'said' | 'outbox'>;

const WINDOW_MS = 24 * 3_600_000;
export const PROVIDERS = { whatsapp: 'whatsapp', sms: 'africastalking', ussd: 'africastalking' } as const;

/** What a turn leaves behind: the conversation, what was said, what must leave. */
export function answer(turn: Turn, desk: Desk, letter: Letter): TurnRecord {
  const said: SaidLine[] = byPerson(letter) ? [{ direction: 'in', channel: letter.channel, kind: letter.content.type, text: turn.secret ? '' : heardText(letter.content, desk) }] : [];
  const record: TurnRecord = {
    contactId: desk.contact.id,
    letterId: letter.id,
    talk: talkOf(turn, desk, letter, null),
    said,
    outbox: turn.scope.later.outbox,
    due: [...turn.scope.later.due, ...planFetch(turn.scope.who, letter, turn.scope.now)],
    ussd: null,
    window: byPerson(letter) && letter.channel === 'whatsapp' ? { channel: 'whatsapp', externalId: letter.externalId, expiresAt: new Date(Date.parse(letter.happenedAt) + WINDOW_MS).toISOString() } : null,
  };
  return turn.silent ? { ...record, ...insteadOf(turn, desk, letter, record) } : spoken(turn, desk, letter, record);
}

function spoken(turn: Turn, desk: Desk, letter: Letter, record: TurnRecord): TurnRecord {
  const { reply, shaped, shown } = look(turn);
  const { content } = letter;
  if (turn.withheld) keepAct(turn, reply);
  const talk = talkOf(turn, desk, letter, reply.over ? null : shown);
  if (content.type === 'ussd') {
    const { sessionId, serviceCode, networkCode, text } = content;
    const consumed = keptPath(text, desk.ussd?.consumed ?? '', turn.secret);
    const said: SaidLine = { direction: 'out', channel: 'ussd', kind: 'screen', text: shaped.text };
    return { ...record, talk, said: [...record.said, said], outbox: [...record.outbox, ...linkBySms(turn, letter)], ussd: { sessionId, serviceCode, networkCode, consumed, hop: letter.eventId, screen: shaped.text, over: reply.over } };
  }
  return { ...record, talk, ...(turn.withheld ? insteadOf(turn, desk, letter, record) : leaving(turn, letter, record, shaped)) };
}

/** What was done, or the last word of a conversation, that nobody reads now is told with the burst. */
function keepAct(turn: Turn, { text, over, link, document }: Reply): void {
  if (turn.flood === null || turn.secret) return;
  if (turn.told !== undefined) turn.flood = withAct(turn.flood, turn.told);
  else if (over || (turn.moved && turn.screen?.done === true)) turn.flood = withAct(turn.flood, text, link?.url ?? document?.url);
}

/** What leaves where the screen is not shown: other words, or nothing. */
function insteadOf(turn: Turn, desk: Desk, letter: Letter, record: TurnRecord): Leaving {
  const { said, outbox } = record;
  if (turn.instead === undefined) return { said, outbox };
  const { tools, scope: { who } } = turn;
  return leaving(turn, letter, record, shape(who.channel, lastWord(turn, turn.instead), [], 0, tools.screenMax, headerOf(turn, desk)));
}

/** A timer is no message: it opens no window, is marked read nowhere, and is nobody's coming back. */
const byPerson = ({ content }: Letter): boolean => content.type !== 'wake';

function leaving({ scope: { who } }: Turn, letter: Letter, { said, outbox }: TurnRecord, shaped: Shaped): Leaving {
  const { id, eventId, channel, externalId } = letter;
  const key = `turn:${id}:0`;
  const readId = channel === 'whatsapp' && byPerson(letter) ? { readId: eventId } : {};
  const parts = [{ key, text: shaped.text, payload: { ...(shaped.payload as object), ...readId } }, ...(shaped.after === undefined ? [] : [{ key: `${key}:paper`, ...shaped.after }])];
  return {
    said: [...said, ...parts.map(({ key: outboxKey, text }): SaidLine => ({ direction: 'out', channel, kind: 'reply', text, outboxKey }))],
    outbox: [...outbox, ...parts.map((part): OutboxRow => ({ key: part.key, tenantId: who.tenantId, channel, externalId, purpose: 'reply', provider: PROVIDERS[channel], payload: part.payload }))],
  };
}

/** Nobody types a link from a USSD screen: what ends in one, or shows a document, also comes by SMS, without what is chosen on the screen. */
function linkBySms({ scope: { who, desk }, tools, session, screen, step }: Turn, letter: Letter): OutboxRow[] {
  if (session === null || screen === undefined || !('link' in screen || 'document' in screen) || who.phone === null) return [];
  const reply = { ...speak({ session, screen, over: true, step }, { texts: tools.texts, language: who.language, channel: 'sms' }), options: [], unicode: keepsLetters(desk, who.tenantId) };
  if (reply.link === undefined && reply.document === undefined) return [];
  const { payload } = shape('sms', reply, [], 0, tools.screenMax);
  return [{ key: `turn:${letter.id}:link`, tenantId: who.tenantId, channel: 'sms', externalId: who.phone, purpose: 'reply', provider: PROVIDERS.sms, payload }];
}

/** The screen as this channel shows it now. A path dialled at once looks at each screen before it types the next key. */
export function look(turn: Turn): { reply: Reply; shaped: Shaped; shown: Shown } {
  const { scope: { who, desk }, tools, session, screen } = turn;
  const page = session?.page ?? 0;
  const spoken = session === null || screen === undefined || turn.word !== undefined ? lastWord(turn, turn.word) : speak({ session, screen, over: turn.over, step: stepOf(turn) }, { texts: tools.texts, language: who.language, channel: who.channel });
  // On a following page 0 leads to the page before, whatever it does on the first.
  const reply = { ...spoken, unicode: keepsLetters(desk, who.tenantId), ...(page > 0 ? { back: saying(turn)('common.back') } : {}) };
  const shaped = shape(who.channel, reply, turn.notices, page, tools.screenMax, headerOf(turn, desk));
  const free = screen !== undefined && screen.choose === undefined;
  const shown = { ...shownOf(shaped, reply, page, { free, secret: screen?.secret === true }), via: turn.via };
  turn.shown = shown;
  return { reply, shaped, shown };
}

/** Whether the business spoken of writes in letters that SMS has no cheap alphabet for. */
const keepsLetters = ({ members, clients }: Desk, tenantId: string | null): boolean => [...members, ...clients].some((known) => known.tenantId === tenantId && known.smsUnicode);

/** On a phone that several share each answer says whom it is for. */
function headerOf(turn: Turn, desk: Desk): string | undefined {
  const shared = desk.persons.length > 1 ? desk.persons.find(({ id }) => id === turn.scope.who.personId) : undefined;
  return shared === undefined ? undefined : saying(turn)('common.header', { name: shared.name });
}

function lastWord(turn: Turn, text: string | undefined): Reply {
  if (text === undefined) throw new Error('a turn ends with nothing to say');
  const say = saying(turn);
  const { desk, who } = turn.scope;
  return { text, options: [], menu: say('common.choose'), more: say('common.more'), over: true, step: stepOf(turn), unicode: keepsLetters(desk, who.tenantId) };
}

const stepOf = (turn: Turn): number => (turn.moved ? turn.step + 1 : turn.step);

function talkOf(turn: Turn, desk: Desk, letter: Letter, shown: Shown | null): Talk {
  const { who, now } = turn.scope;
  const open = turn.silent ? (desk.talk?.session ?? null) : shown === null ? null : turn.session;
  return {
    personId: who.personId,
    tenantId: who.tenantId,
    persona: who.persona,
    session: open,
    paused: turn.paused,
    shown: turn.silent ? turn.shown : shown,
    step: stepOf(turn),
    misses: turn.misses,
    channel: turn.silent ? (desk.talk?.channel ?? who.channel) : who.channel,
    provenAt: provenAt(who),
    flood: turn.flood,
    updatedAt: byPerson(letter) || desk.talk === null ? now.toISOString() : desk.talk.updatedAt,
  };
}

/** What the person did, as an operator reads it. */
function heardText(content: Content, desk: Desk): string {
  if (content.type === 'text') return content.text;
  if (content.type === 'tap') return content.title;
  if (content.type === 'media') return [`[${content.media.kind}]`, content.media.caption].filter(Boolean).join(' ');
  if (content.type === 'ussd') return typedText(typedSince(desk.ussd?.consumed, content.text));
  return `[${content.type}]`;
}

const typedText = (typed: TypedSince): string => (typed.kind === 'start' ? '' : typed.kind === 'typed' ? typed.input : typed.inputs.join('*'));
