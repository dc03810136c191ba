import type { Sent } from '../channels/channel.ts';
import { inBatches } from '../db/in-batches.ts';
import type { Prisma } from '../db/open-database.ts';
import { LEASE_MS, parcelEnds, parcelRests, parcelsAccepted, type Accepted, type Parcel } from '../db/outbox.ts';
import type { Logger } from '../logger.ts';
import { eventOf } from '../watch/watch.ts';
import { afterwards } from './afterwards.ts';
import { fallBack } from './fall-back.ts';
import type { Heed } from './heed.ts';

/** Notes what became of a parcel. True when another of the same contact may be waiting behind it. */
export type Settle = (parcel: Parcel, sent: Sent) => Promise<boolean>;
type Desk = { db: Prisma; heed: Heed; now: () => Date; logger: Logger };

const BATCH = 200;
/** Without a way round, a message is tried for as long as somebody may still want it. */
const TRY_ON_MS = 300_000;
const TRY_ON_MAX_MS = 3_600_000;

export function settler({ db, heed, now, logger }: Desk): Settle {
  const accept = inBatches((items: Accepted[]) => accepted(db, items, now()), { max: BATCH });
  const inMs = (ms: number): Date => new Date(now().getTime() + ms);

  async function refused(parcel: Parcel, { verdict, code, reason: why }: Extract<Sent, { outcome: 'failed' }>): Promise<boolean> {
    logger.warn('a message was refused', { ...eventOf(parcel.key), outbox: parcel.id, channel: parcel.channel, code, action: verdict.action });
    const next = afterwards({ parcel, verdict, now: now() });
    await heed({ parcel, verdict, code: String(code ?? 'none'), why });
    if (next.do === 'withdraw') await parcelEnds(db, parcel.id, 'withdrawn', why);
    if (next.do === 'again') await parcelRests(db, parcel.id, { status: next.passable ? 'held' : 'waiting', error: why, availableAt: inMs(next.inMs), again: next.counts, refusedAt: now() });
    if (next.do === 'give up') return giveUp(parcel, why, verdict.action === 'retry' && verdict.maxAttempts === undefined);
    return next.do === 'withdraw';
  }

  async function giveUp(parcel: Parcel, why: string, mayStillWork: boolean): Promise<boolean> {
    if (await fallBack(db, parcel, { from: 'sending', why, now: now() })) return true;
    const since = parcel.refusedAt ?? now();
    if (mayStillWork && now().getTime() - since.getTime() < TRY_ON_MAX_MS) await parcelRests(db, parcel.id, { status: 'waiting', error: why, availableAt: inMs(TRY_ON_MS), again: true, refusedAt: since });
    else await parcelEnds(db, parcel.id, 'failed', why);
    return true;
  }

  return async (parcel, sent) => {
    const { id, key, provider, channel } = parcel;
    if (sent.outcome === 'accepted') return (await accept({ id, key, provider, providerId: sent.providerId })).behind;
    if (sent.outcome === 'failed') return refused(parcel, sent);
    logger.warn('the answer to a send was lost', { ...eventOf(key), outbox: id, channel, attempts: parcel.attempts });
    await parcelRests(db, id, { status: 'sending', error: sent.reason, availableAt: inMs(LEASE_MS), again: true });
    return false;
  };
}

async function accepted(db: Prisma, items: Accepted[], now: Date): Promise<{ behind: boolean }[]> {
  const noted = new Map((await parcelsAccepted(db, items, now)).map((row) => [row.id, row]));
  return items.map(({ id }) => noted.get(id) ?? { behind: false });
}
