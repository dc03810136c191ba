import { setImmediate as immediately } from 'node:timers/promises';
import { lockContact, readDesks, type Desk, type Letter } from '../db/desk.ts';
import type { Prisma, Tx } from '../db/open-database.ts';
import { LEASE_MS } from '../db/outbox.ts';
import { postponeMail, saveTurns, type Saved, type TurnRecord } from '../db/turn.ts';
import { joinUserId } from '../domain/identity/merge-contacts.ts';
import { reason, type Logger } from '../logger.ts';
import type { Watch } from '../watch/watch.ts';
import { apologise } from './apologise.ts';
import { eraseCode, eraseFailedCode } from './erase-code.ts';
import { playLetter } from './play-letter.ts';
import { actQuietly, isQuiet } from './quiet-acts.ts';
import type { Tools } from './turn.ts';

/** What a contact's next turn came to. `handed` are the messages its caller sends at once; at `ringAt` something is due. */
export type Outcome = { contactId: string; next: 'empty' | 'more' | 'again' | { retryAfterMs: number }; handed: Handed[]; posted: boolean; ringAt?: Date | undefined };
export type Handed = { id: number; row: TurnRecord['outbox'][number]; contactId: string };

type Player = { db: Prisma; tools: Tools; now: () => Date; logger: Logger; watch: Watch; sends: boolean };
type Open = Desk & { letter: Letter };

const TRIES_MAX = 3;
const BACKOFF_MS = [200, 1_500];

/**
 * Plays the next turn of several contacts: one statement reads them all, one writes all that needed nothing of its own.
 * A turn that reaches for the database is played again in a transaction that holds its contact; its outcome is told
 * when it is there, after this has returned: nobody waits for the transaction of another.
 */
export async function playTurns(player: Player, contactIds: string[], tell: (outcome: Outcome) => void): Promise<void> {
  const began = performance.now();
  const desks = await readDesks(player.db, contactIds, player.now());
  const open = desks.filter((desk): desk is Open => desk.letter !== null);
  const played = await playAll(player, open);
  const light = played.filter((record): record is TurnRecord => record !== undefined);
  const saved = await save(player, light);
  const heavy = open.filter((_, at) => saved === undefined || played[at] === undefined).map((desk) => desk.contact.id);

  const ms = performance.now() - began;
  for (const { contact, letter } of open) if (saved?.has(contact.id) === true) player.watch.turn({ event: letter.id, channel: letter.channel, outcome: 'played', ms });
  const done = new Map(saved === undefined ? [] : light.map((record) => [record.contactId, outcomeOf(record, saved)]));
  for (const contactId of contactIds) if (!heavy.includes(contactId)) tell(done.get(contactId) ?? nothing(contactId));
  for (const contactId of heavy) void playHeavily(player, contactId).then(tell);
}

/** Another worker has finished this letter meanwhile: nothing of this turn is kept. */
class Overtaken extends Error {
  override name = 'Overtaken';
}

const nothing = (contactId: string): Outcome => ({ contactId, next: 'empty', handed: [], posted: false });

/** One after the other, and between two whatever has come is let in: a webhook waits for its answer as long as one turn takes, not a batch. */
async function playAll(player: Player, open: Open[]): Promise<(TurnRecord | undefined)[]> {
  const played: (TurnRecord | undefined)[] = [];
  for (const desk of open) {
    if (played.length > 0) await immediately();
    played.push(await playLightly(player, desk));
  }
  return played;
}

/** Undefined when the turn needs more than what was read. */
async function playLightly({ tools, now }: Player, desk: Open): Promise<TurnRecord | undefined> {
  const { letter } = desk;
  if (isQuiet(letter.content) || (letter.content.sender?.userId !== undefined && !desk.userIdKnown)) return undefined;
  try {
    const { record, secret } = await playLetter(undefined, desk, letter, tools, now());
    return secret ? undefined : record;
  } catch {
    return undefined; // it reaches for the database, or fails: in its transaction it may, or is reported
  }
}

/** Undefined when the statement failed: one bad turn must not cost its neighbours, so each is then played alone. */
async function save({ db, now, sends }: Player, records: TurnRecord[]): Promise<Map<string, Saved> | undefined> {
  if (records.length === 0) return new Map();
  try {
    const rows = await saveTurns(db, records, { now: now(), leaseUntil: lease(sends, now()) });
    return new Map(rows.map((row) => [row.contactId, row]));
  } catch {
    return undefined;
  }
}

const lease = (sends: boolean, now: Date): Date | null => (sends ? new Date(now.getTime() + LEASE_MS) : null);

/** A turn missing from what was saved was overtaken by another worker: its contact is looked at again. */
function outcomeOf(record: TurnRecord, saved: Map<string, Saved>): Outcome {
  const { contactId, outbox } = record;
  const mine = saved.get(contactId);
  if (mine === undefined) return { contactId, next: 'again', handed: [], posted: false };
  const handed = mine.parcels.flatMap(({ id, key }) => outbox.filter((row) => row.key === key).map((row) => ({ id, row, contactId })));
  return { contactId, next: mine.more ? 'more' : 'empty', handed, posted: outbox.length > handed.length };
}

async function playHeavily(player: Player, contactId: string): Promise<Outcome> {
  const began = performance.now();
  let letter: Letter | undefined;
  const tell = (outcome: 'played' | 'failed' | 'parked'): void => {
    if (letter !== undefined) player.watch.turn({ event: letter.id, channel: letter.channel, outcome, ms: performance.now() - began });
  };
  try {
    const outcome = await player.db.$transaction(async (tx) => {
      await lockContact(tx, contactId);
      const [desk] = await readDesks(tx, [contactId], player.now());
      if (desk === undefined || desk.letter === null) return nothing(contactId);
      letter = desk.letter;
      return playIn(tx, player, { ...desk, letter: desk.letter });
    });
    tell('played');
    return outcome;
  } catch (error) {
    return fail(player, contactId, letter, error, tell).catch(() => nothing(contactId)); // the database is away: the sweeper comes back to it
  }
}

async function playIn(tx: Tx, { tools, now, sends }: Player, desk: Open): Promise<Outcome> {
  const { letter, contact: { id: contactId } } = desk;
  if (letter.content.sender?.userId !== undefined && !desk.userIdKnown) await joinUserId(tx, contactId, letter.content.sender.userId, now());
  if (await actQuietly(tx, desk, letter, now())) {
    await tx.inboundState.update({ where: { eventId: letter.id }, data: { status: 'done', processedAt: now() } });
    return { contactId, next: 'more', handed: [], posted: false };
  }
  const { record, secret, ringAt } = await playLetter(tx, desk, letter, tools, now());
  const saved = await saveTurns(tx, [record], { now: now(), leaseUntil: lease(sends, now()) });
  if (saved.length === 0) throw new Overtaken();
  if (secret) await eraseCode(tx, letter.id, now());
  // Its commands may have written to others.
  return { ...outcomeOf(record, new Map(saved.map((row) => [row.contactId, row]))), posted: true, ringAt };
}

/** A failing turn has left nothing behind. It is tried again, then parked where an operator sees it. */
async function fail({ db, tools, now, logger }: Player, contactId: string, letter: Letter | undefined, error: unknown, tell: (outcome: 'failed' | 'parked') => void): Promise<Outcome> {
  if (error instanceof Overtaken) return { ...nothing(contactId), next: 'again' };
  logger.error('a turn failed', { event: letter?.id, ...reason(error) });
  if (letter === undefined) return nothing(contactId);

  const parked = letter.channel === 'ussd' || letter.attempts + 1 >= TRIES_MAX;
  const retryAfterMs = BACKOFF_MS[letter.attempts] ?? BACKOFF_MS.at(-1) ?? 0;
  await postponeMail(db, letter.id, { parked, error: error instanceof Error ? error.name : 'unknown', availableAt: new Date(now().getTime() + retryAfterMs) });
  tell(parked ? 'parked' : 'failed');
  if (!parked) return { ...nothing(contactId), next: { retryAfterMs } };
  if (letter.channel === 'ussd') await eraseFailedCode(db, letter.id, now());
  if (letter.content.type !== 'wake') await apologise(db, letter, tools, now());
  return { ...nothing(contactId), next: 'more', posted: true };
}
