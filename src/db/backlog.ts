import type { Prisma } from './open-database.ts';

/** What waits, and what went wrong and waits for a human. */
export type Backlog = {
  /** Events whose turn is not played yet, and when the oldest of them came. */
  inbound: number;
  oldestAt: Date | null;
  /** Since when the answer that has waited longest could have left. */
  unsentAt: Date | null;
  outbox: { lane: number; status: string; count: number }[];
  due: number;
  parkedTurns: number;
  parkedJobs: number;
  /** Messages of the last day that may have gone out or not. */
  unknownSends: number;
  /** Payments that were asked for long ago and are in doubt, and money of the last day that is no payment of its account. */
  oddMoney: number;
  stoppedLines: string[];
  /** Lines over which nothing goes to many until then. */
  heldBulk: string[];
  /** Refused signatures and tokens, ever. */
  forgeries: number;
};

const DAY_MS = 24 * 3_600_000;
/** So long after nobody waits for it any more a payment has ended here, whatever its provider says. */
const DOUBT_MS = 1_800_000;

/** Only what is waiting is read, each part over a partial index. Ids are in the order of arrival: the smallest is the oldest. */
export async function readBacklog(db: Pick<Prisma, '$queryRaw'>, now: Date): Promise<Backlog> {
  const [row] = await db.$queryRaw<Backlog[]>`
    SELECT i.count AS inbound, (SELECT e."receivedAt" FROM "InboundEvent" e WHERE e.id = i.oldest) AS "oldestAt",
      (SELECT coalesce(jsonb_agg(o), '[]') FROM (
        SELECT lane, status, count(*)::int AS count FROM "Outbox" WHERE status IN ('waiting', 'held', 'sending') GROUP BY lane, status) o) AS outbox,
      (SELECT min("availableAt") FROM "Outbox" WHERE status = 'waiting' AND lane = 0 AND "availableAt" <= ${now}::timestamptz) AS "unsentAt",
      (SELECT count(*)::int FROM "Due" WHERE status = 'waiting' AND "runAt" <= ${now}::timestamptz) AS due,
      (SELECT count(*)::int FROM "InboundState" WHERE status = 'parked') AS "parkedTurns",
      (SELECT count(*)::int FROM "Due" WHERE status = 'parked') AS "parkedJobs",
      (SELECT count(*)::int FROM "Outbox" WHERE status = 'unknown' AND "createdAt" > ${new Date(now.getTime() - DAY_MS)}::timestamptz) AS "unknownSends",
      (SELECT count(*)::int FROM "Payment" WHERE status IN ('created', 'unknown', 'pending') AND coalesce("expiresAt", "createdAt") < ${new Date(now.getTime() - DOUBT_MS)}::timestamptz)
        + (SELECT count(*)::int FROM "Notice" WHERE provider = 'fedapay' AND "eventId" LIKE 'stray:%' AND at > ${new Date(now.getTime() - DAY_MS)}::timestamptz) AS "oddMoney",
      (SELECT coalesce(jsonb_agg(channel ORDER BY channel), '[]') FROM "Line" WHERE "stoppedAt" IS NOT NULL) AS "stoppedLines",
      (SELECT coalesce(jsonb_agg(channel ORDER BY channel), '[]') FROM "Line" WHERE "bulkHeldUntil" > ${now}::timestamptz) AS "heldBulk",
      (SELECT coalesce(sum(count), 0)::int FROM "Tally" WHERE name LIKE 'forged.%') AS forgeries
    FROM (SELECT count(*)::int AS count, min("eventId") AS oldest FROM "InboundState" WHERE status = 'waiting') i`;
  if (row === undefined) throw new Error('the backlog has no row');
  return row;
}
