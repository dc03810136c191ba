import { claimParcels, parcelClosed, type Parcel } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';
import type { Send } from './senders.ts';
import { ATTEMPTS_MAX, settler } from './settle-parcel.ts';

type Room = { db: Prisma; send: Send; now: () => Date; logger: Logger; leaseMs: number; sweeps: boolean };

const CLAIM = 50;
const UNDER_WAY_MAX = 100;
/** With more than this under way, blue ticks wait for quieter times: answers come first. */
const COURTESY_MAX = 10;
const SWEEP_MS = 1_000;

/** Sends what turns have written, after their commit. The rows carry everything; this only empties them. */
export function openPostRoom(room: Room) {
  const { db, send, now, logger, sweeps } = room;
  const underWay = new Set<Promise<void>>();
  const settle = settler({ db, now, logger });
  let claiming: Promise<void> | undefined;
  let rungAgain = false;
  /** Rung while something was being sent: what waits behind it may become free only when it is done. */
  let owed = false;
  let closing = false;

  /** Something waits in the outbox. */
  function ring(): void {
    owed = underWay.size > 0;
    look();
  }

  function look(): void {
    if (closing) return;
    rungAgain = true;
    claiming ??= empty().finally(() => (claiming = undefined));
  }

  async function empty(): Promise<void> {
    while (rungAgain && !closing) {
      rungAgain = false;
      const parcels = await claim(room);
      take(parcels);
      if (parcels.length === CLAIM) rungAgain = true;
      while (underWay.size >= UNDER_WAY_MAX) await Promise.race(underWay);
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
      const sent = await send(parcel, { courteous: underWay.size <= COURTESY_MAX });
      const behind = await settle(parcel, sent);
      if (behind || owed) look();
      if (underWay.size <= 1) owed = false;
    } catch (error) {
      // Its lease lapses and somebody sends it again; one that fails every time must not hold the later ones for ever.
      logger.error('a message could not be handed over', { outbox: parcel.id, ...reason(error) });
      if (parcel.attempts >= ATTEMPTS_MAX) await parcelClosed(db, parcel.id, 'failed', 'could not be handed over').catch(() => undefined);
    }
  }

  const sweeper = sweeps ? setInterval(look, SWEEP_MS).unref() : undefined;
  const quiet = async (): Promise<void> => {
    while (claiming !== undefined || underWay.size > 0) await Promise.all([claiming, ...underWay]);
  };

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

async function claim({ db, now, logger, leaseMs }: Room): Promise<Parcel[]> {
  try {
    return await claimParcels(db, { now: now(), leaseUntil: new Date(now().getTime() + leaseMs), limit: CLAIM });
  } catch (error) {
    logger.warn('the outbox could not be read', reason(error));
    return [];
  }
}
