import type { Prisma } from '../db/open-database.ts';
import { contactsWithMail } from '../db/turn.ts';
import { reason, type Logger } from '../logger.ts';
import { playTurns, type Handed, type Outcome } from './play-turns.ts';
import type { Tools } from './turn.ts';

type Room = {
  db: Prisma;
  tools: Tools;
  now: () => Date;
  logger: Logger;
  /** Batches under way at once. */
  parallel: number;
  /** Takes messages to send at once; undefined where another process sends. */
  send: ((parcels: Handed[]) => void) | undefined;
  /** Something waits in the outbox. */
  posted: () => void;
  sweeps: boolean;
};
export type MailRoom = ReturnType<typeof openMailRoom>;

const BATCH = 32;
const SWEEP_MS = 2_000;
const SWEEP_CONTACTS_MAX = 500;

/** Reads the mail of contacts: each in order, several at once, never two readers for one. */
export function openMailRoom({ db, tools, now, logger, parallel, send, posted, sweeps }: Room) {
  const queue = new Set<string>();
  const reading = new Set<string>();
  const rungAgain = new Set<string>();
  const awaited = new Map<string, PromiseWithResolvers<void>>();
  let batches = 0;
  let closing = false;
  const player = { db, tools, now, logger, sends: send !== undefined };

  /** Says «look at this contact's mail». Said while it is being read, it is read once more. */
  function ring(contactId: string): void {
    if (closing) return;
    if (reading.has(contactId)) rungAgain.add(contactId);
    else queue.add(contactId);
    pump();
  }

  function pump(): void {
    while (batches < parallel && queue.size > 0) {
      const batch = [...queue].slice(0, BATCH);
      for (const contactId of batch) {
        queue.delete(contactId);
        reading.add(contactId);
      }
      batches += 1;
      void read(batch).then(() => {
        batches -= 1;
        pump();
      });
    }
  }

  async function read(batch: string[]): Promise<void> {
    try {
      for (const outcome of await playTurns(player, batch)) settle(outcome);
    } catch (error) {
      // The database is away: the mail stays where it is, and the sweeper comes back to it.
      logger.warn('mail could not be read', reason(error));
      for (const contactId of batch) leave(contactId);
    }
  }

  function settle({ contactId, next, handed, posted: waits }: Outcome): void {
    if (handed.length > 0) send?.(handed);
    if (waits) posted();
    reading.delete(contactId);
    const again = rungAgain.delete(contactId) || next === 'more' || next === 'again';
    if (again && !closing) {
      queue.add(contactId);
      return;
    }
    if (typeof next === 'object') setTimeout(() => ring(contactId), next.retryAfterMs).unref();
    leave(contactId);
  }

  function leave(contactId: string): void {
    reading.delete(contactId);
    awaited.get(contactId)?.resolve();
    awaited.delete(contactId);
  }

  /** What a lost bell, a crash or a back-off left waiting. */
  async function sweep(): Promise<void> {
    const waiting = await contactsWithMail(db, now(), SWEEP_CONTACTS_MAX);
    for (const { contactId } of waiting) ring(contactId);
  }

  const swept = () => void sweep().catch((error: unknown) => logger.warn('mail could not be swept', reason(error)));
  const sweeper = sweeps ? setInterval(swept, SWEEP_MS).unref() : undefined;

  /** Resolves when nothing is being read here. */
  async function quiet(): Promise<void> {
    while (reading.size + queue.size > 0) await Promise.all([...reading, ...queue].map(readNow));
  }

  /** Reads a contact's mail, for a caller who waits for it to be empty. */
  function readNow(contactId: string): Promise<void> {
    if (closing && !reading.has(contactId)) return Promise.resolve();
    const waiting = awaited.get(contactId) ?? Promise.withResolvers<void>();
    awaited.set(contactId, waiting);
    if (!reading.has(contactId)) ring(contactId);
    return waiting.promise;
  }

  return {
    ring,
    sweep,
    readNow,
    quiet,
    async close(): Promise<void> {
      closing = true;
      clearInterval(sweeper);
      for (const contactId of queue) leave(contactId);
      queue.clear();
      await Promise.all([...reading].map(readNow));
    },
  };
}
