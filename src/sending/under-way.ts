import type { ChannelName } from '../channels/channel.ts';
import { parcelEnds, renewLeases, type Parcel } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';

export type UnderWay = ReturnType<typeof underWay>;

const RENEW_MS = 3_000;
const ATTEMPTS_MAX = 5;

/** What this process is sending now. While it lives it keeps their leases. */
export function underWay({ db, now, logger }: { db: Prisma; now: () => Date; logger: Logger }) {
  const parcels = new Map<Promise<void>, { parcel: Parcel; since: number }>();

  /** Its lease lapses and somebody takes it again; one that fails every time must not hold the later ones for ever. */
  async function guarded(parcel: Parcel, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger.error('a message could not be handed over', { outbox: parcel.id, ...reason(error) });
      if (parcel.attempts >= ATTEMPTS_MAX) await parcelEnds(db, parcel.id, 'failed', 'could not be handed over').catch(() => undefined);
    }
  }

  async function renew(): Promise<void> {
    const before = performance.now() - RENEW_MS;
    const ids = [...parcels.values()].flatMap(({ parcel: { id }, since }) => (since < before ? [id] : []));
    if (ids.length > 0) await renewLeases(db, ids, now()).catch((error: unknown) => logger.warn('leases could not be renewed', reason(error)));
  }

  const countOf = (line: ChannelName, wanted: (lane: number) => boolean): number => [...parcels.values()].filter(({ parcel: { channel, lane } }) => channel === line && wanted(lane)).length;
  const renewing = setInterval(() => void renew(), RENEW_MS).unref();

  return {
    track(parcel: Parcel, work: () => Promise<unknown>): void {
      const sending = guarded(parcel, work).finally(() => parcels.delete(sending));
      parcels.set(sending, { parcel, since: performance.now() });
    },
    count: (): number => parcels.size,
    answers: (line: ChannelName): number => countOf(line, (lane) => lane === 0),
    others: (line: ChannelName): number => countOf(line, (lane) => lane > 0),
    /** Undefined when nothing is under way. */
    allDone: (): Promise<unknown> | undefined => (parcels.size === 0 ? undefined : Promise.all(parcels.keys())),
    close: (): void => clearInterval(renewing),
  };
}
