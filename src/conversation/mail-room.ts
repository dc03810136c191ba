import type { Prisma } from '../db/open-database.ts';
import { contactsWithMail } from '../db/turn.ts';
import { reason, type Logger } from '../logger.ts';
import type { Watch } from '../watch/watch.ts';
import { contactQueue, type ContactQueue } from './contact-queue.ts';
import { playTurns, type Handed, type Outcome } from './play-turns.ts';
import type { Tools } from './turn.ts';

type Room = {
  db: Prisma;
  tools: Tools;
  now: () => Date;
  logger: Logger;
  watch: Watch;
  /** Batches under way at once. */
  parallel: number;
  /** Takes messages to send at once; undefined where another process sends. */
  send: { take: (parcels: Handed[]) => void; hasRoom: () => boolean } | undefined;
  /** Something waits in the outbox. */
  posted: () => void;
  /** Something is due then that a person waits for. */
  planned: (at: Date) => void;
  sweeps: boolean;
};
export type MailRoom = ReturnType<typeof openMailRoom>;

const BATCH = 32;
const SWEEP_MS = 2_000;
const SWEEP_CONTACTS_MAX = 500;

/** Reads the mail of contacts: each in order, several at once, never two readers for one. */
export function openMailRoom(room: Room) {
  const { db, now, logger, parallel, sweeps } = room;
  const queue = contactQueue();
  let batches = 0;
  let planned = false;
  let closing = false;

  /** Says «look at this contact's mail». */
  function ring(contactId: string): void {
    if (closing) return;
    queue.ring(contactId);
    soon();
  }

  /** Whoever else rings by then is read in the same batch. */
  function soon(): void {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      pump();
    });
  }

  function pump(): void {
    if (closing) queue.clear();
    while (batches < parallel) {
      const batch = queue.take(BATCH);
      if (batch.length === 0) return;
      batches += 1;
      void readBatch(room, queue, batch, ring, pump).then(() => {
        batches -= 1;
        pump();
      });
    }
  }

  /** What a lost bell, a crash or a back-off left waiting. */
  async function sweep(): Promise<void> {
    const waiting = await contactsWithMail(db, now(), SWEEP_CONTACTS_MAX);
    for (const { contactId } of waiting) ring(contactId);
  }

  const swept = () => void sweep().catch((error: unknown) => logger.warn('mail could not be swept', reason(error)));
  const sweeper = sweeps ? setInterval(swept, SWEEP_MS).unref() : undefined;
  const quiet = async (): Promise<void> => {
    for (let all = queue.everybody(); all.length > 0; all = queue.everybody()) await Promise.all(all.map((contactId) => queue.emptied(contactId)));
  };

  return {
    ring,
    sweep,
    /** Resolves when nothing is being read here. */
    quiet,
    /** Reads a contact's mail, for a caller who waits for it to be empty. */
    readNow: (contactId: string): Promise<void> => {
      ring(contactId);
      return queue.emptied(contactId);
    },
    close: async (): Promise<void> => {
      closing = true;
      clearInterval(sweeper);
      queue.clear();
      await quiet();
    },
  };
}

async function readBatch({ db, tools, now, logger, watch, send, posted, planned }: Room, queue: ContactQueue, batch: string[], ring: (contactId: string) => void, pump: () => void): Promise<void> {
  const untold = new Set(batch);
  try {
    await playTurns({ db, tools, now, logger, watch, sends: send?.hasRoom() === true }, batch, settle);
  } catch (error) {
    // The database is away: the mail stays where it is, and the sweeper comes back to it.
    logger.warn('mail could not be read', reason(error));
    for (const contactId of untold) queue.release(contactId, false);
  }

  function settle({ contactId, next, handed, posted: waits, ringAt }: Outcome): void {
    untold.delete(contactId);
    if (handed.length > 0) send?.take(handed);
    if (waits) posted();
    if (ringAt !== undefined) planned(ringAt);
    if (typeof next === 'object') setTimeout(() => ring(contactId), next.retryAfterMs).unref();
    queue.release(contactId, next === 'more' || next === 'again');
    pump();
  }
}
