import { contactsWithMail, closeTurn, openTurn, postponeMail, TurnOverrun, type Letter } from '../db/turn.ts';
import type { Prisma, Tx } from '../db/open-database.ts';
import { joinUserId } from '../domain/identity/merge-contacts.ts';
import { reason, type Logger } from '../logger.ts';
import { apologise } from './apologise.ts';
import { playLetter } from './play-letter.ts';
import { actQuietly } from './quiet-acts.ts';
import type { Tools } from './turn.ts';

type Room = { db: Prisma; tools: Tools; now: () => Date; logger: Logger; concurrency: number; posted: () => void; sweeps: boolean };
export type MailRoom = ReturnType<typeof openMailRoom>;
type Played = 'played' | 'quiet' | 'empty' | 'busy' | 'parked' | { retryAfterMs: number };

const TRIES_MAX = 3;
const BACKOFF_MS = [200, 1_500];
const OVERRUNS_MAX = 20;
/** Another process holds the contact: it is done in a moment. */
const BUSY_RETRY_MS = 25;
const SWEEP_MS = 2_000;
const SWEEP_CONTACTS_MAX = 500;

/** Reads the mail of contacts: each in order, several at once, never two readers for one. */
export function openMailRoom({ db, tools, now, logger, concurrency, posted, sweeps }: Room) {
  const reading = new Map<string, Promise<void>>();
  const rungAgain = new Set<string>();
  const queue = new Set<string>();
  let closing = false;

  /** Says «look at this contact's mail». Said while it is being read, it is read once more. */
  function ring(contactId: string): void {
    if (closing) return;
    if (reading.has(contactId)) rungAgain.add(contactId);
    else if (reading.size >= concurrency) queue.add(contactId);
    else void read(contactId);
  }

  function read(contactId: string): Promise<void> {
    const run = readAll(contactId).catch(leave).finally(() => {
      reading.delete(contactId);
      if (rungAgain.delete(contactId)) ring(contactId);
      const [next] = queue;
      if (next !== undefined && queue.delete(next)) ring(next);
    });
    reading.set(contactId, run);
    return run;
  }

  /** The database is away: the mail stays where it is, and the sweeper comes back to it. */
  const leave = (error: unknown): void => void logger.warn('mail could not be read', reason(error));

  async function readAll(contactId: string): Promise<void> {
    for (;;) {
      const outcome = await playNext(contactId);
      if (outcome === 'empty') return;
      if (outcome === 'played') posted();
      if (outcome === 'busy') return later(contactId, BUSY_RETRY_MS);
      if (typeof outcome === 'object') return later(contactId, outcome.retryAfterMs);
    }
  }

  const later = (contactId: string, ms: number): void => void setTimeout(() => ring(contactId), ms).unref();

  async function playNext(contactId: string): Promise<Played> {
    let letter: Letter | undefined;
    for (let overruns = 0; ; overruns++) {
      try {
        return await db.$transaction(async (tx) => {
          const desk = await openTurn(tx, contactId, now());
          if (desk === null) return 'busy';
          if (desk.letter === null) return 'empty';
          letter = desk.letter;
          if (letter.content.sender?.userId !== undefined) await joinUserId(tx, contactId, letter.content.sender.userId, now());
          if (await actQuietly(tx, desk, letter, now())) {
            await tx.inboundState.update({ where: { eventId: letter.id }, data: { status: 'done', processedAt: now() } });
            return 'quiet';
          }
          const { record, secret } = await playLetter(tx, desk, letter, tools, now());
          await closeTurn(tx, record, now());
          if (secret) await forget(tx, letter);
          return 'played';
        });
      } catch (error) {
        if (error instanceof TurnOverrun && overruns < OVERRUNS_MAX) continue;
        return fail(error, letter);
      }
    }
  }

  /** A failing turn has left nothing behind. It is tried again, then parked where an operator sees it. */
  async function fail(error: unknown, letter: Letter | undefined): Promise<Played> {
    logger.error('a turn failed', { event: letter?.id, ...reason(error) });
    if (letter === undefined) return { retryAfterMs: BACKOFF_MS[0] ?? 0 };
    const parked = letter.channel === 'ussd' || letter.attempts + 1 >= TRIES_MAX;
    const retryAfterMs = BACKOFF_MS[letter.attempts] ?? BACKOFF_MS.at(-1) ?? 0;
    await postponeMail(db, letter.id, { parked, error: String(error instanceof Error ? error.name : error), availableAt: new Date(now().getTime() + retryAfterMs) });
    if (!parked) return { retryAfterMs };
    await apologise(db, letter, tools, now());
    posted();
    return 'parked';
  }

  /** What a lost bell, a crash or a back-off left waiting. */
  async function sweep(): Promise<void> {
    const waiting = await contactsWithMail(db, now(), SWEEP_CONTACTS_MAX);
    for (const { contactId } of waiting) ring(contactId);
  }

  const swept = () => void sweep().catch((error: unknown) => logger.warn('mail could not be swept', reason(error)));
  const sweeper = sweeps ? setInterval(swept, SWEEP_MS).unref() : undefined;

  return {
    ring,
    sweep,
    /** Reads a contact's mail now, for a caller who waits for the answer on the line. */
    async readNow(contactId: string): Promise<void> {
      await reading.get(contactId);
      await (reading.get(contactId) ?? read(contactId));
    },
    /** Resolves when nothing is being read here. */
    async quiet(): Promise<void> {
      while (reading.size > 0 || queue.size > 0) await Promise.all(reading.values());
    },
    async close(): Promise<void> {
      closing = true;
      clearInterval(sweeper);
      queue.clear();
      await Promise.all(reading.values());
    },
  };
}

/** A code leaves every log in the transaction that used it. */
async function forget(tx: Tx, letter: Letter): Promise<void> {
  await tx.$executeRaw`SELECT erase_text(ARRAY[${letter.id}]::bigint[], ARRAY[]::bigint[], ARRAY[]::text[])::text`;
}
