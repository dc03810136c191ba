import type { ChannelName } from '../channels/channel.ts';
import { traitsOf, type Purpose } from '../purposes.ts';
import type { Talk } from './desk.ts';
import type { Prisma } from './open-database.ts';
import { PAIR, PAIR_AHEAD_MS } from './outbox.ts';

export type SaidLine = { direction: 'in' | 'out'; channel: ChannelName; kind: string; text: string; outboxKey?: string };
/** `contactId`: somebody else than who is spoken with. */
export type OutboxRow = { key: string; contactId?: string; tenantId: string | null; channel: ChannelName; externalId: string; purpose: Purpose; provider: string; payload: unknown; availableAt?: string; validUntil?: string };
export type DueRow = { key: string; kind: string; runAt: string; step: number | null; payload?: unknown };

/** What a turn leaves behind, all or nothing. */
export type TurnRecord = {
  contactId: string;
  letterId: number;
  talk: Talk;
  said: SaidLine[];
  outbox: OutboxRow[];
  due: DueRow[];
  ussd: { sessionId: string; serviceCode: string; networkCode: string; consumed: string; hop: string; screen: string; over: boolean } | null;
  window: { channel: ChannelName; externalId: string; expiresAt: string } | null;
};

/** What became of a turn that was saved: whether more mail waits, and what its caller may send at once. */
export type Saved = { contactId: string; more: boolean; parcels: { id: number; key: string }[] };

/**
 * Writes what turns leave behind, all of one turn or nothing of it, any number of turns in one statement. The letter is
 * the guard: a turn whose letter another worker has finished meanwhile writes nothing and is missing from the answer.
 * What is looked up for each message is a value, not an EXISTS: that one may read the whole table for a small batch. The
 * letter is looked up by its id: the short index of waiting mail is full of what has just been done.
 * With `leaseUntil` the messages are handed to the caller to send, except where an earlier one of the contact waits, or
 * where no message of theirs opens the window: with it goes what the pair rule counts.
 */
export const saveTurns = (db: Pick<Prisma, '$queryRaw'>, records: TurnRecord[], { now, leaseUntil }: { now: Date; leaseUntil: Date | null }) => db.$queryRaw<Saved[]>`
  WITH r AS (SELECT j, (j->>'contactId')::uuid AS contact_id, (j->>'letterId')::bigint AS letter_id, j->'talk' AS t FROM jsonb_array_elements(${JSON.stringify(records.map(withLanes))}::jsonb) AS x(j)),
  done AS (
    UPDATE "InboundState" s SET status = 'done', "processedAt" = ${now}::timestamptz, attempts = s.attempts + 1
    FROM r WHERE s."eventId" = r.letter_id AND s."eventId" = ANY(${records.map(({ letterId }) => letterId)}::bigint[]) AND s."processedAt" IS NULL AND s.status <> 'parked' RETURNING s."eventId"),
  k AS (SELECT r.* FROM r JOIN done ON done."eventId" = r.letter_id),
  talk AS (
    INSERT INTO "Conversation" ("contactId", "personId", "tenantId", persona, session, paused, shown, step, misses, channel, "provenAt", flood, "updatedAt")
    SELECT contact_id, (t->>'personId')::uuid, (t->>'tenantId')::uuid, t->>'persona', nullif(t->'session', 'null'), nullif(t->'paused', 'null'), nullif(t->'shown', 'null'),
           (t->>'step')::int, (t->>'misses')::int, (t->>'channel')::"Channel", (t->>'provenAt')::timestamptz, nullif(t->'flood', 'null'), (t->>'updatedAt')::timestamptz
    FROM k
    ON CONFLICT ("contactId") DO UPDATE SET "personId" = excluded."personId", "tenantId" = excluded."tenantId", persona = excluded.persona, session = excluded.session,
      paused = excluded.paused, shown = excluded.shown, step = excluded.step, misses = excluded.misses, channel = excluded.channel,
      "provenAt" = excluded."provenAt", flood = excluded.flood, "updatedAt" = excluded."updatedAt"),
  said AS (
    INSERT INTO "Message" ("contactId", "personId", "tenantId", "eventId", direction, channel, kind, text, "outboxKey", at)
    SELECT contact_id, (t->>'personId')::uuid, (t->>'tenantId')::uuid, letter_id, s.direction, s.channel, s.kind, s.text, s."outboxKey", ${now}::timestamptz
    FROM k, jsonb_to_recordset(k.j->'said') AS s(direction text, channel "Channel", kind text, text text, "outboxKey" text)),
  letters AS (
    SELECT k.contact_id AS hearer, coalesce(o."contactId", k.contact_id) AS addressee, k.j->'window' <> 'null' OR o.channel <> 'whatsapp' AS paced, o.*
    FROM k, jsonb_to_recordset(k.j->'outbox') AS o(key text, "contactId" uuid, "tenantId" uuid, channel "Channel", "externalId" text, purpose text, lane int, provider text, payload jsonb, "availableAt" timestamptz, "validUntil" timestamptz)),
  parcel AS (
    SELECT l.*, ${leaseUntil}::timestamptz IS NOT NULL AND l.purpose = 'reply' AND l.addressee = l.hearer AND l."availableAt" IS NULL AND l.paced
        AND row_number() OVER (PARTITION BY l.addressee, l.channel, l.lane) = 1
        AND (SELECT e.id FROM "Outbox" e WHERE e."contactId" = l.addressee AND e.channel = l.channel AND e.lane = l.lane AND e.status IN ('waiting', 'held', 'sending') LIMIT 1) IS NULL
        AND coalesce((
          SELECT greatest(i."paceUntil" - ${PAIR_AHEAD_MS} * interval '1 millisecond', i."heldUntil") <= ${now}::timestamptz FROM "ChannelIdentity" i
          WHERE l.channel = 'whatsapp' AND i.channel = l.channel AND i."externalId" = l."externalId" LIMIT 1), true) AS handed
    FROM letters l),
  sent AS (
    INSERT INTO "Outbox" (key, "contactId", "tenantId", channel, "externalId", purpose, lane, provider, payload, "availableAt", "validUntil", "createdAt", status, attempts)
    SELECT p.key, p.addressee, p."tenantId", p.channel, p."externalId", p.purpose, p.lane, p.provider, p.payload,
           CASE WHEN p.handed THEN ${leaseUntil}::timestamptz ELSE coalesce(p."availableAt", ${now}::timestamptz) END, p."validUntil", ${now}::timestamptz,
           CASE WHEN p.handed THEN 'sending' WHEN p."availableAt" > ${now}::timestamptz THEN 'held' ELSE 'waiting' END, p.handed::int
    FROM parcel p
    RETURNING id, key, "contactId", channel, status),
  planned AS (
    INSERT INTO "Due" (key, kind, "contactId", payload, step, "runAt", "createdAt")
    SELECT d.key, d.kind, contact_id, coalesce(d.payload, '{}'), d.step, d."runAt", ${now}::timestamptz
    FROM k, jsonb_to_recordset(k.j->'due') AS d(key text, kind text, "runAt" timestamptz, step int, payload jsonb)
    ON CONFLICT (key) DO NOTHING),
  hops AS (SELECT k.contact_id, k.j->'ussd' AS u FROM k WHERE k.j->'ussd' <> 'null'),
  session AS (
    INSERT INTO "UssdSession" ("sessionId", "contactId", "serviceCode", "networkCode", consumed, "openedAt", "endedAt", status)
    SELECT u->>'sessionId', contact_id, u->>'serviceCode', u->>'networkCode', u->>'consumed', ${now}::timestamptz,
           CASE WHEN (u->>'over')::boolean THEN ${now}::timestamptz END, CASE WHEN (u->>'over')::boolean THEN 'ended' ELSE 'open' END
    FROM hops
    ON CONFLICT ("sessionId") DO UPDATE SET consumed = excluded.consumed, "endedAt" = excluded."endedAt", status = excluded.status),
  hop AS (INSERT INTO "UssdHop" ("eventId", screen, at) SELECT u->>'hop', u->>'screen', ${now}::timestamptz FROM hops),
  opened AS (
    UPDATE "ChannelIdentity" i SET "lastSeenAt" = ${now}::timestamptz, "windowExpiresAt" = greatest(i."windowExpiresAt", (k.j->'window'->>'expiresAt')::timestamptz),
      "paceUntil" = greatest(i."paceUntil", ${now}::timestamptz) + (SELECT count(*) FROM sent s WHERE s."contactId" = k.contact_id AND s.channel = 'whatsapp' AND s.status = 'sending') * ${PAIR.everyMs} * interval '1 millisecond'
    FROM k WHERE k.j->'window' <> 'null' AND i.channel = (k.j->'window'->>'channel')::"Channel" AND i."externalId" = k.j->'window'->>'externalId')
  SELECT k.contact_id::text AS "contactId",
    EXISTS (SELECT 1 FROM "InboundState" s WHERE s."contactId" = k.contact_id AND s.status = 'waiting' AND s."eventId" <> k.letter_id) AS more,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key)) FROM sent s WHERE s."contactId" = k.contact_id AND s.status = 'sending'), '[]') AS parcels
  FROM k`;

const withLanes = (record: TurnRecord) => ({ ...record, outbox: record.outbox.map((row) => ({ ...row, lane: traitsOf(row.purpose).lane })) });

/** Contacts whose mail nobody is reading: what a lost doorbell left behind, or what was stored while its contact became another. */
export const contactsWithMail = (db: Prisma, now: Date, limit: number) => db.$queryRaw<{ contactId: string }[]>`
  WITH forwarded AS (
    UPDATE "InboundState" s SET "contactId" = c."mergedIntoId" FROM "Contact" c
    WHERE s.status = 'waiting' AND c.id = s."contactId" AND c."mergedIntoId" IS NOT NULL RETURNING s."contactId"),
  waiting AS (SELECT DISTINCT "contactId" FROM "InboundState" WHERE status = 'waiting' AND "availableAt" <= ${now}::timestamptz LIMIT ${limit})
  SELECT "contactId"::text AS "contactId" FROM forwarded UNION SELECT "contactId"::text FROM waiting`;

/** A failed turn: tried again after a pause, or parked where an operator sees it. */
export const postponeMail = (db: Prisma, letterId: number, { parked, error, availableAt }: { parked: boolean; error: string; availableAt: Date }) => db.$executeRaw`
  UPDATE "InboundState" SET attempts = attempts + 1, status = ${parked ? 'parked' : 'waiting'}, error = ${error}, "availableAt" = ${availableAt}::timestamptz
  WHERE "eventId" = ${letterId}::bigint AND status = 'waiting'`;

/** What may be a PIN is not kept with the hop that failed on it: its call is over, and nobody will play it again. */
export async function forgetCode(tx: Pick<Prisma, '$queryRaw'>, letterId: number): Promise<boolean> {
  const mayHoldCode = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT e.id FROM "InboundEvent" e WHERE e.id = ${letterId}::bigint AND e.content->>'text' ~ '(^|[*])[0-9]{4,6}([*]|$)'
      AND EXISTS (SELECT 1 FROM "ContactPerson" c JOIN "Member" m ON m."personId" = c."personId" WHERE c."contactId" = e."contactId" AND m."pinHash" IS NOT NULL)`;
  if (mayHoldCode.length > 0) await eraseLetter(tx, letterId);
  return mayHoldCode.length > 0;
}

/** Empties what arrived; that it came, and when, stays. */
export const eraseLetter = (tx: Pick<Prisma, '$queryRaw'>, letterId: number) => tx.$queryRaw`SELECT erase_text(ARRAY[${letterId}]::bigint[], ARRAY[]::bigint[], ARRAY[]::text[])::text`;
