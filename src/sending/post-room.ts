import type { Sent, Verdict } from '../channels/channel.ts';
import { inBatches } from '../db/in-batches.ts';
import { claimParcels, parcelsAccepted, parcelClosed, parcelPostponed, type Accepted, type Parcel } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';
import type { Send } from './senders.ts';

type Room = { db: Prisma; send: Send; now: () => Date; logger: Logger; leaseMs: number; sweeps: boolean };
export type PostRoom = ReturnType<typeof openPostRoom>;

const CLAIM = 50;
const UNDER_WAY_MAX = 100;
/** With more than this under way, blue ticks wait for quieter times: answers come first. */
const COURTESY_MAX = 10;
const ATTEMPTS_MAX = 5;
const BACKOFF_MS = [1_000, 5_000, 20_000, 60_000];
const SWEEP_MS = 1_000;

/** Sends what turns have written, after their commit. The rows carry everything; this only empties them. */
export function openPostRoom({ db, send, now, logger, leaseMs, sweeps }: Room) {
  const underWay = new Set<Promise<void>>();
  const accepted = inBatches((items: Accepted[]) => noteAccepted(items), { max: 200 });
  let claiming: Promise<void> | undefined;
  let rungAgain = false;
  let closing = false;

  /** Something waits in the outbox. */
  function ring(): void {
    if (closing) return;
    if (claiming !== undefined) rungAgain = true;
    else
      claiming = empty().finally(() => {
        claiming = undefined;
        if (rungAgain) {
          rungAgain = false;
          ring();
        }
      });
  }

  async function empty(): Promise<void> {
    while (!closing) {
      const parcels = await claim();
      take(parcels);
      if (parcels.length < CLAIM) return;
      while (underWay.size >= UNDER_WAY_MAX) await Promise.race(underWay);
    }
  }

  async function claim(): Promise<Parcel[]> {
    try {
      return await claimParcels(db, { now: now(), leaseUntil: new Date(now().getTime() + leaseMs), limit: CLAIM });
    } catch (error) {
      logger.warn('the outbox could not be read', reason(error));
      return [];
    }
  }

  /** Sends parcels that are already leased to this process. */
  function take(parcels: Parcel[]): void {
    for (const parcel of parcels) {
      const sending = dispatch(parcel).finally(() => underWay.delete(sending));
      underWay.add(sending);
    }
  }

  async function dispatch(parcel: Parcel): Promise<void> {
    try {
      await settle(parcel, await send(parcel, { courteous: underWay.size <= COURTESY_MAX }));
    } catch (error) {
      // Its lease lapses and somebody sends it again: a surprise here never stops the others.
      logger.error('a message could not be handed over', { outbox: parcel.id, ...reason(error) });
    }
  }

  async function settle(parcel: Parcel, sent: Sent): Promise<unknown> {
    if (sent.outcome === 'accepted') {
      const { behind } = await accepted({ id: parcel.id, key: parcel.key, provider: parcel.provider, providerId: sent.providerId });
      return behind ? ring() : undefined;
    }
    if (sent.outcome === 'unknown') return parcelClosed(db, parcel.id, 'unknown', sent.reason).then(ring);
    logger.warn('a message was refused', { outbox: parcel.id, channel: parcel.channel, code: sent.code, action: sent.verdict.action });
    if (retries(sent.verdict, parcel.attempts)) return parcelPostponed(db, parcel.id, { error: sent.reason, availableAt: again(sent.verdict, parcel.attempts) });
    return parcelClosed(db, parcel.id, 'failed', sent.reason).then(ring);
  }

  async function noteAccepted(items: Accepted[]): Promise<{ behind: boolean }[]> {
    const noted = new Map((await parcelsAccepted(db, items, now())).map((row) => [row.id, row]));
    return items.map(({ id }) => noted.get(id) ?? { behind: false });
  }

  const again = ({ retryAfterMs }: Verdict, attempts: number): Date => new Date(now().getTime() + (retryAfterMs ?? BACKOFF_MS[attempts - 1] ?? BACKOFF_MS.at(-1) ?? 0));

  const sweeper = sweeps ? setInterval(ring, SWEEP_MS).unref() : undefined;

  async function quiet(): Promise<void> {
    while (claiming !== undefined || underWay.size > 0) await Promise.all([claiming, ...underWay]);
  }

  return {
    ring,
    take,
    /** Resolves when nothing is being sent here. */
    quiet,
    async close(): Promise<void> {
      closing = true;
      clearInterval(sweeper);
      await quiet();
    },
  };
}

const retries = ({ action, maxAttempts }: Verdict, attempts: number): boolean =>
  (action === 'retry' || action === 'backoff') && attempts < (maxAttempts ?? ATTEMPTS_MAX);
