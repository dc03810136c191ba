import type { Sent, Verdict } from '../channels/channel.ts';
import { claimParcels, parcelAccepted, parcelClosed, parcelPostponed, type Parcel } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';
import type { Send } from './senders.ts';

type Room = { db: Prisma; send: Send; now: () => Date; logger: Logger; sweeps: boolean };
export type PostRoom = ReturnType<typeof openPostRoom>;

const BATCH = 20;
const ATTEMPTS_MAX = 5;
/** Longer than any provider call may take: a lease that lapses means that its sender died. */
const LEASE_MS = 30_000;
const BACKOFF_MS = [1_000, 5_000, 20_000, 60_000];
const SWEEP_MS = 1_000;

/** Sends what turns have written, after their commit. The rows carry everything; this only empties them. */
export function openPostRoom({ db, send, now, logger, sweeps }: Room) {
  let working: Promise<void> | undefined;
  let rungAgain = false;
  let closing = false;

  function ring(): void {
    if (closing) return;
    if (working !== undefined) rungAgain = true;
    else working = empty().finally(() => {
      working = undefined;
      if (rungAgain) {
        rungAgain = false;
        ring();
      }
    });
  }

  async function empty(): Promise<void> {
    for (;;) {
      const parcels = await claim();
      if (parcels.length === 0) return;
      await Promise.all(parcels.map(dispatch));
    }
  }

  async function claim(): Promise<Parcel[]> {
    try {
      return await claimParcels(db, { now: now(), leaseUntil: new Date(now().getTime() + LEASE_MS), limit: BATCH });
    } catch (error) {
      logger.warn('the outbox could not be read', reason(error));
      return [];
    }
  }

  async function dispatch(parcel: Parcel): Promise<void> {
    try {
      await settle(parcel, await send(parcel));
    } catch (error) {
      // Its lease lapses and somebody sends it again: a surprise here never stops the others.
      logger.error('a message could not be handed over', { outbox: parcel.id, ...reason(error) });
    }
  }

  function settle(parcel: Parcel, sent: Sent): Promise<unknown> {
    if (sent.outcome === 'accepted') return parcelAccepted(db, parcel.id, { ...parcel, providerId: sent.providerId }, now());
    if (sent.outcome === 'unknown') return parcelClosed(db, parcel.id, 'unknown', sent.reason);
    logger.warn('a message was refused', { outbox: parcel.id, channel: parcel.channel, code: sent.code, action: sent.verdict.action });
    return retries(sent.verdict, parcel.attempts) ? parcelPostponed(db, parcel.id, { error: sent.reason, availableAt: again(sent.verdict, parcel.attempts) }) : parcelClosed(db, parcel.id, 'failed', sent.reason);
  }

  const again = ({ retryAfterMs }: Verdict, attempts: number): Date => new Date(now().getTime() + (retryAfterMs ?? BACKOFF_MS[attempts - 1] ?? BACKOFF_MS.at(-1) ?? 0));

  const sweeper = sweeps ? setInterval(ring, SWEEP_MS).unref() : undefined;

  return {
    ring,
    async quiet(): Promise<void> {
      while (working !== undefined) await working;
    },
    async close(): Promise<void> {
      closing = true;
      clearInterval(sweeper);
      await working;
    },
  };
}

const retries = ({ action, maxAttempts }: Verdict, attempts: number): boolean =>
  (action === 'retry' || action === 'backoff') && attempts < (maxAttempts ?? ATTEMPTS_MAX);
