import type { Sent, Verdict } from '../channels/channel.ts';
import { inBatches } from '../db/in-batches.ts';
import type { Prisma } from '../db/open-database.ts';
import { parcelClosed, parcelHeld, parcelPostponed, parcelsAccepted, type Accepted, type Parcel } from '../db/outbox.ts';
import type { Logger } from '../logger.ts';

/** Notes what became of a parcel. True when another of the same contact was waiting behind it. */
export type Settle = (parcel: Parcel, sent: Sent) => Promise<boolean>;

export const ATTEMPTS_MAX = 5;
const BACKOFF_MS = [1_000, 5_000, 20_000, 60_000];
/** A message whose answer was lost waits this long for its receipt, which bears our key, before it goes again. */
const PROOF_MS = 10_000;
/** Receipts of SMS bear no key of ours, so that sending again may double: once, then an operator sees it. */
const SMS_TRIES_MAX = 2;
const BATCH = 200;

export function settler({ db, now, logger }: { db: Prisma; now: () => Date; logger: Logger }): Settle {
  const accept = inBatches((items: Accepted[]) => accepted(db, items, now()), { max: BATCH });

  return async (parcel, sent) => {
    const { id, key, provider, attempts, channel } = parcel;
    if (sent.outcome === 'accepted') return (await accept({ id, key, provider, providerId: sent.providerId })).behind;
    if (sent.outcome === 'unknown') {
      const tries = channel === 'whatsapp' ? ATTEMPTS_MAX : SMS_TRIES_MAX;
      logger.warn('the answer to a send was lost', { outbox: id, channel, attempts });
      if (attempts < tries) await parcelHeld(db, id, { error: sent.reason, until: new Date(now().getTime() + PROOF_MS) });
      else await parcelClosed(db, id, 'unknown', sent.reason);
      return attempts >= tries;
    }
    logger.warn('a message was refused', { outbox: id, channel, code: sent.code, action: sent.verdict.action });
    const again = retries(sent.verdict, attempts);
    if (again) await parcelPostponed(db, id, { error: sent.reason, availableAt: new Date(now().getTime() + pause(sent.verdict, attempts)) });
    else await parcelClosed(db, id, 'failed', sent.reason);
    return !again;
  };
}

async function accepted(db: Prisma, items: Accepted[], now: Date): Promise<{ behind: boolean }[]> {
  const noted = new Map((await parcelsAccepted(db, items, now)).map((row) => [row.id, row]));
  return items.map(({ id }) => noted.get(id) ?? { behind: false });
}

const pause = ({ retryAfterMs }: Verdict, attempts: number): number => retryAfterMs ?? BACKOFF_MS[attempts - 1] ?? BACKOFF_MS.at(-1) ?? 0;

const retries = ({ action, maxAttempts }: Verdict, attempts: number): boolean =>
  (action === 'retry' || action === 'backoff') && attempts < (maxAttempts ?? ATTEMPTS_MAX);
