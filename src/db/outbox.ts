import type { ChannelName } from '../channels/channel.ts';
import { PATIENCE_MS, type Purpose } from '../purposes.ts';
import type { Prisma } from './open-database.ts';

export type Parcel = {
  id: number;
  key: string;
  contactId: string;
  tenantId: string | null;
  channel: ChannelName;
  externalId: string;
  provider: string;
  purpose: Purpose;
  lane: number;
  payload: unknown;
  attempts: number;
  /** How often it is sent without knowing whether it had gone out before. */
  doubts: number;
  createdAt: Date;
  validUntil: Date | null;
  refusedAt: Date | null;
};

/** A sender that lives renews its lease; one that lapses means that it died, and that nobody knows whether the message left. */
export const LEASE_MS = 10_000;

/** The pair rule of WhatsApp, a little under it: one message each 6 s to one person, of which this many may come at once; some are kept for answers. */
export const PAIR = { everyMs: 6_000, burst: 40, kept: 10 };
export const PAIR_AHEAD_MS = (PAIR.burst - 1) * PAIR.everyMs;
const NEWS_AHEAD_MS = PAIR_AHEAD_MS - PAIR.kept * PAIR.everyMs;

/** How many there is room for, and on which lines. */
export type Room = { limit: number; channels: ChannelName[] };
type Claim = { now: Date; answers: Room; others: Room };

/**
 * Takes parcels to send, each for one sender only, under a lease that a crash lets lapse. A parcel waits for the
 * earlier ones of its contact, channel and lane, and for the pair rule; a delay of one contact never holds another.
 * Answers come first, in the order they were written; of the rest each business gets its turn. However many wait, only
 * those at the front are looked at: hence a value where an EXISTS would do, and one look for each line.
 */
export const claimParcels = (db: Prisma, { now, answers, others }: Claim) => db.$queryRaw<Parcel[]>`
  WITH RECURSIVE business AS (
    (SELECT coalesce("tenantId", '00000000-0000-0000-0000-000000000000'::uuid) AS id FROM "Outbox"
     WHERE status IN ('waiting', 'held', 'sending') AND lane > 0 ORDER BY 1 LIMIT 1)
    UNION ALL
    SELECT (SELECT coalesce(o."tenantId", '00000000-0000-0000-0000-000000000000'::uuid) FROM "Outbox" o
            WHERE o.status IN ('waiting', 'held', 'sending') AND o.lane > 0 AND coalesce(o."tenantId", '00000000-0000-0000-0000-000000000000'::uuid) > b.id ORDER BY 1 LIMIT 1)
    FROM business b WHERE b.id IS NOT NULL),
  answers AS (
    SELECT w.id, w.channel, w."externalId" FROM "Outbox" w LEFT JOIN "ChannelIdentity" i ON i.channel = w.channel AND i."externalId" = w."externalId"
    WHERE w.status IN ('waiting', 'held', 'sending') AND w.lane = 0 AND w."availableAt" <= ${now}::timestamptz AND w.channel = ANY(${answers.channels}::"Channel"[])
      AND (w.channel <> 'whatsapp' OR ((i."paceUntil" IS NULL OR i."paceUntil" <= ${later(now, PAIR_AHEAD_MS)}::timestamptz) AND (i."heldUntil" IS NULL OR i."heldUntil" <= ${now}::timestamptz)))
      AND (SELECT e.id FROM "Outbox" e WHERE e."contactId" = w."contactId" AND e.channel = w.channel AND e.lane = w.lane AND e.id < w.id AND e.status IN ('waiting', 'held', 'sending') AND (e.status <> 'held' OR e."availableAt" <= ${now}::timestamptz) LIMIT 1) IS NULL
    ORDER BY w.id LIMIT ${answers.limit} FOR UPDATE OF w SKIP LOCKED),
  others AS (
    SELECT mine.id, mine.channel, mine."externalId" FROM business b, unnest(${others.channels}::"Channel"[]) AS line (channel), LATERAL (
      SELECT w.id, w.channel, w."externalId", w."availableAt" FROM "Outbox" w LEFT JOIN "ChannelIdentity" i ON i.channel = w.channel AND i."externalId" = w."externalId"
      WHERE w.status IN ('waiting', 'held', 'sending') AND w.lane > 0 AND coalesce(w."tenantId", '00000000-0000-0000-0000-000000000000'::uuid) = b.id
        AND w.channel = line.channel AND w."availableAt" <= ${now}::timestamptz
        AND (w.channel <> 'whatsapp' OR ((i."paceUntil" IS NULL OR i."paceUntil" <= ${later(now, NEWS_AHEAD_MS)}::timestamptz) AND (i."heldUntil" IS NULL OR i."heldUntil" <= ${now}::timestamptz)))
        AND (SELECT e.id FROM "Outbox" e WHERE e."contactId" = w."contactId" AND e.channel = w.channel AND e.lane = w.lane AND e.id < w.id AND e.status IN ('waiting', 'held', 'sending') AND (e.status <> 'held' OR e."availableAt" <= ${now}::timestamptz) LIMIT 1) IS NULL
      ORDER BY w.lane, w."availableAt" LIMIT (SELECT CASE WHEN ${others.limit} > 0 THEN greatest(1, ${others.limit} / count(*)) ELSE 0 END FROM business WHERE id IS NOT NULL) FOR UPDATE OF w SKIP LOCKED) mine
    WHERE b.id IS NOT NULL ORDER BY mine."availableAt" LIMIT ${others.limit}),
  taken AS (SELECT * FROM answers UNION ALL SELECT * FROM others),
  paced AS (
    UPDATE "ChannelIdentity" i SET "paceUntil" = greatest(i."paceUntil", ${now}::timestamptz) + t.n * ${PAIR.everyMs} * interval '1 millisecond'
    FROM (SELECT "externalId", count(*) AS n FROM taken WHERE channel = 'whatsapp' GROUP BY 1) t WHERE i.channel = 'whatsapp' AND i."externalId" = t."externalId")
  UPDATE "Outbox" o SET status = 'sending', attempts = o.attempts + 1, doubts = o.doubts + (o.status = 'sending')::int, "availableAt" = ${later(now, LEASE_MS)}::timestamptz
  FROM taken WHERE o.id = taken.id
  RETURNING o.id::int AS id, o.key, o."contactId"::text AS "contactId", o."tenantId"::text AS "tenantId", o.channel::text AS channel, o."externalId", o.provider, o.purpose, o.lane,
    o.payload, o.attempts, o.doubts, o."createdAt", o."validUntil", o."refusedAt"`;

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

/** Those who are still sending say so. */
export const renewLeases = (db: Prisma, ids: number[], now: Date) => db.$executeRaw`
  UPDATE "Outbox" SET "availableAt" = ${later(now, LEASE_MS)}::timestamptz WHERE id = ANY(${ids}::bigint[]) AND status = 'sending'`;

/**
 * After a restart the networks have not yet told what became of what was being sent: nobody listened. They get their
 * time again before anything is sent twice.
 */
export const awaitReceipts = (db: Prisma, now: Date) => db.$executeRaw`
  UPDATE "Outbox" SET "availableAt" = ${later(now, LEASE_MS)}::timestamptz WHERE status = 'sending' AND "availableAt" < ${later(now, LEASE_MS)}::timestamptz`;

export type Accepted = { id: number; key: string; provider: string; providerId: string };

/**
 * Notes what a provider took, any number in one statement, and tells whether more waits behind each.
 * A receipt may have come before we knew the id it speaks of.
 */
export const parcelsAccepted = (db: Prisma, accepted: Accepted[], now: Date) => db.$queryRaw<{ id: number; behind: boolean }[]>`
  WITH a AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(accepted)}::jsonb) AS t(id bigint, key text, provider text, "providerId" text)),
  sent AS (
    UPDATE "Outbox" o SET status = 'sent', "providerId" = a."providerId", "sentAt" = ${now}::timestamptz, error = NULL,
      "fallbackAt" = CASE WHEN early.rank < 3 THEN coalesce(o."fallbackAt", CASE WHEN early.failed THEN ${now}::timestamptz WHEN o.channel = 'whatsapp' THEN ${now}::timestamptz + (${JSON.stringify(PATIENCE_MS)}::jsonb->>o.purpose)::int * interval '1 millisecond' END) END,
      "receiptRank" = greatest(o."receiptRank", early.rank)
    FROM a, LATERAL (
      SELECT coalesce(max(r.rank), 0) AS rank, coalesce(max(r.rank), 0) = 2 AS failed FROM "Receipt" r WHERE (r.provider = a.provider AND r."providerId" = a."providerId") OR r."ourId" = a.key) early
    WHERE o.id = a.id AND o.id = ANY(${accepted.map(({ id }) => id)}::bigint[]) RETURNING o.id, o."contactId", o.channel)
  SELECT s.id::int AS id, (
    SELECT w.id FROM "Outbox" w WHERE w."contactId" = s."contactId" AND w.channel = s.channel AND w.id <> s.id AND w.status IN ('waiting', 'held', 'sending')
      AND (w.status = 'waiting' OR (w.status = 'held' AND w."availableAt" <= ${now}::timestamptz)) LIMIT 1) IS NOT NULL AS behind
  FROM sent s`;

/** `again`: it was a try of this message. `refusedAt`: the network had it and did not take it; without it, it never left. */
export type Rest = { status: 'waiting' | 'held' | 'sending'; error: string; availableAt: Date; again: boolean; refusedAt?: Date };

/** Comes later: `held` lets others pass meanwhile, `sending` waits for a receipt. What never left has cost the pair rule nothing. */
export const parcelRests = (db: Prisma, id: number, { status, error, availableAt, again, refusedAt }: Rest) => db.$executeRaw`
  WITH rested AS (
    UPDATE "Outbox" SET status = ${status}, error = ${error}, "availableAt" = ${availableAt}::timestamptz, attempts = attempts - ${again ? 0 : 1},
      "refusedAt" = coalesce("refusedAt", ${refusedAt ?? null}::timestamptz)
    WHERE id = ${id}::bigint AND status = 'sending' RETURNING channel, "externalId")
  UPDATE "ChannelIdentity" i SET "paceUntil" = i."paceUntil" - ${PAIR.everyMs} * interval '1 millisecond'
  FROM rested WHERE ${!again && refusedAt === undefined} AND rested.channel = 'whatsapp' AND i.channel = rested.channel AND i."externalId" = rested."externalId"`;

export type End = 'failed' | 'unknown' | 'withdrawn';

export const parcelEnds = (db: Prisma, id: number, status: End, error: string) => db.$executeRaw`
  UPDATE "Outbox" SET status = ${status}, error = ${error}, "fallbackAt" = NULL WHERE id = ${id}::bigint AND status = 'sending'`;

/** `from`: a receipt may have told meanwhile that it went out after all. */
type Instead = { id: number; from: 'sending' | 'sent'; why: string; text: string; letters: string; now: Date; dayMax: number };

/** The same by SMS, once, to a person whose number is known, and not more often than a day allows. 1 when it was written. */
export const sendInstead = (db: Pick<Prisma, '$executeRaw'>, { id, from, why, text, letters, now, dayMax }: Instead) => db.$executeRaw`
  WITH written AS (
    INSERT INTO "Outbox" (key, "contactId", "tenantId", channel, "externalId", purpose, lane, provider, payload, "availableAt", "createdAt", "validUntil", "insteadOf")
    SELECT o.key || ':sms', o."contactId", o."tenantId", 'sms', c.phone, o.purpose, o.lane, 'africastalking',
      jsonb_build_object('text', CASE WHEN t.settings @> '{"smsUnicode": true}' THEN ${letters}::text ELSE ${text}::text END), ${now}::timestamptz, ${now}::timestamptz, o."validUntil", o.id
    FROM "Outbox" o JOIN LATERAL (
        WITH RECURSIVE now AS (SELECT id, phone, "mergedIntoId" FROM "Contact" WHERE id = o."contactId" UNION SELECT k.id, k.phone, k."mergedIntoId" FROM now JOIN "Contact" k ON k.id = now."mergedIntoId")
        SELECT phone FROM now WHERE "mergedIntoId" IS NULL) c ON true LEFT JOIN "Tenant" t ON t.id = o."tenantId"
    WHERE o.id = ${id}::bigint AND o.channel = 'whatsapp' AND o.status = ${from} AND c.phone IS NOT NULL
      AND (SELECT count(*) FROM "Outbox" s WHERE s."contactId" = o."contactId" AND s."insteadOf" IS NOT NULL AND s."createdAt" > ${later(now, -24 * 3_600_000)}::timestamptz) < ${dayMax}
    ON CONFLICT (key) DO NOTHING RETURNING "insteadOf")
  UPDATE "Outbox" o SET status = 'replaced', error = ${why}, "fallbackAt" = NULL FROM written WHERE o.id = written."insteadOf"`;

export type Overdue = Parcel & { code: string | null; codeText: string | null };

/** What was accepted and then failed, or was not delivered in its time. The caller's transaction holds them. */
export const overdueParcels = (tx: Pick<Prisma, '$queryRaw'>, now: Date, limit: number) => tx.$queryRaw<Overdue[]>`
  SELECT o.id::int AS id, o.key, o."contactId"::text AS "contactId", o."tenantId"::text AS "tenantId", o.channel::text AS channel, o."externalId", o.provider, o.purpose, o.lane,
    o.payload, o.attempts, o.doubts, o."createdAt", o."validUntil", o."refusedAt", r."errorCode" AS code, r."errorText" AS "codeText"
  FROM "Outbox" o
  LEFT JOIN LATERAL (SELECT * FROM "Receipt" f WHERE f.provider = o.provider AND f."providerId" = o."providerId" AND f.status = 'failed' ORDER BY f.id DESC LIMIT 1) r ON true
  WHERE o.status = 'sent' AND o."receiptRank" < 3 AND o."fallbackAt" <= ${now}::timestamptz
  ORDER BY o."fallbackAt" LIMIT ${limit} FOR UPDATE OF o SKIP LOCKED`;

export const overdueDone = (tx: Pick<Prisma, '$executeRaw'>, id: number) => tx.$executeRaw`UPDATE "Outbox" SET "fallbackAt" = NULL WHERE id = ${id}::bigint`;
