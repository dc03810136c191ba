import type { ChannelName } from '../channels/channel.ts';
import type { Prisma } from './open-database.ts';

export type Parcel = { id: number; key: string; contactId: string; channel: ChannelName; externalId: string; provider: string; payload: unknown; attempts: number };

/**
 * Takes parcels to send, each for one sender only, under a lease that a crash lets lapse. A parcel waits for the
 * earlier ones of its contact and channel; a delay of one contact never holds another.
 */
export const claimParcels = (db: Prisma, { now, leaseUntil, limit }: { now: Date; leaseUntil: Date; limit: number }) => db.$queryRaw<Parcel[]>`
  UPDATE "Outbox" o SET status = 'sending', attempts = o.attempts + 1, "leaseUntil" = ${leaseUntil}::timestamptz
  FROM (
    SELECT w.id FROM "Outbox" w
    WHERE ((w.status = 'waiting' AND w."availableAt" <= ${now}::timestamptz) OR (w.status = 'sending' AND w."leaseUntil" < ${now}::timestamptz))
      AND NOT EXISTS (SELECT 1 FROM "Outbox" e WHERE e."contactId" = w."contactId" AND e.channel = w.channel AND e.id < w.id AND e.status IN ('waiting', 'sending'))
    ORDER BY w."availableAt", w.id LIMIT ${limit} FOR UPDATE SKIP LOCKED) ready
  WHERE o.id = ready.id
  RETURNING o.id::int AS id, o.key, o."contactId"::text AS "contactId", o.channel::text AS channel, o."externalId", o.provider, o.payload, o.attempts`;

export type Accepted = { id: number; key: string; provider: string; providerId: string };

/**
 * Notes what a provider took, any number in one statement, and tells whether more waits behind each.
 * A receipt may have come before we knew the id it speaks of.
 */
export const parcelsAccepted = (db: Prisma, accepted: Accepted[], now: Date) => db.$queryRaw<{ id: number; behind: boolean }[]>`
  WITH a AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(accepted)}::jsonb) AS t(id bigint, key text, provider text, "providerId" text)),
  sent AS (
    UPDATE "Outbox" o SET status = 'sent', "providerId" = a."providerId", "sentAt" = ${now}::timestamptz, "leaseUntil" = NULL, error = NULL,
      "receiptRank" = greatest(o."receiptRank", (SELECT coalesce(max(r.rank), 0) FROM "Receipt" r WHERE (r.provider = a.provider AND r."providerId" = a."providerId") OR r."ourId" = a.key))
    FROM a WHERE o.id = a.id RETURNING o.id, o."contactId", o.channel)
  SELECT a.id::int AS id, EXISTS (SELECT 1 FROM sent s JOIN "Outbox" w ON w."contactId" = s."contactId" AND w.channel = s.channel WHERE s.id = a.id AND w.id <> s.id AND w.status = 'waiting') AS behind
  FROM a`;

export const parcelPostponed = (db: Prisma, id: number, { error, availableAt }: { error: string; availableAt: Date }) => db.$executeRaw`
  UPDATE "Outbox" SET status = 'waiting', error = ${error}, "availableAt" = ${availableAt}::timestamptz, "leaseUntil" = NULL WHERE id = ${id}::bigint AND status = 'sending'`;

/** Its answer was lost: it may have gone out. Until then a receipt that bears our key may still tell. */
export const parcelHeld = (db: Prisma, id: number, { error, until }: { error: string; until: Date }) => db.$executeRaw`
  UPDATE "Outbox" SET error = ${error}, "leaseUntil" = ${until}::timestamptz WHERE id = ${id}::bigint AND status = 'sending'`;

export const parcelClosed = (db: Prisma, id: number, status: 'failed' | 'unknown', error: string) => db.$executeRaw`
  UPDATE "Outbox" SET status = ${status}, error = ${error}, "leaseUntil" = NULL WHERE id = ${id}::bigint AND status = 'sending'`;
