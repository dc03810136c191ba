import type { ChannelName, Content } from '../channels/channel.ts';
import type { Prisma, Tx } from './open-database.ts';

/** Where a conversation stands: plain data, so it survives a restart and a deploy. */
export type Session = { flow: string; version: string; state: string; context: Record<string, unknown>; page: number };

export type ShownOption = { id: string; label: string };
/** The screen a person is looking at: what each key chooses, and the word beside 0 (empty when 0 is not shown). */
export type Shown = { keys: Record<string, string>; options: ShownOption[]; page: number; pages: number; back: string; free: boolean; secret: boolean; via?: { step: number | undefined; option: string } | null };

export type Talk = {
  personId: string | null;
  tenantId: string | null;
  persona: string;
  session: Session | null;
  paused: Session | null;
  shown: Shown | null;
  step: number;
  misses: number;
  channel: ChannelName;
  provenAt: string | null;
  updatedAt: string;
  version: number;
};

export type Letter = {
  id: number;
  eventId: string;
  channel: ChannelName;
  externalId: string;
  content: Content & { sender?: { name?: string; userId?: string; phone?: string } };
  happenedAt: string;
  attempts: number;
};

/** Everything a turn needs to know, read in one statement. */
export type Desk = {
  contact: { id: string; key: string; phone: string | null; language: string | null };
  letter: Letter | null;
  talk: Talk | null;
  persons: { id: string; name: string; language: string | null }[];
  members: { id: string; personId: string; tenantId: string; business: string; code: string; role: string; capabilities: string[]; hasPin: boolean }[];
  clients: { personId: string; tenantId: string; business: string; code: string }[];
  affiliates: { personId: string; code: string }[];
  consents: { purpose: string; personId: string | null; tenantId: string | null; value: boolean }[];
  handoff: { id: string; expiresAt: string } | null;
  ussd: { consumed: string; ended: boolean } | null;
};

/**
 * Locks the contact and reads its next letter with all that a turn needs. Null when another worker holds the contact.
 * The snapshot may be older than the lock: `closeTurn` refuses a conversation or a letter that moved meanwhile.
 */
export async function openTurn(tx: Tx, contactId: string, now: Date): Promise<Desk | null> {
  const rows = await tx.$queryRaw<{ desk: Desk }[]>`
    WITH contact AS (SELECT * FROM "Contact" WHERE id = ${contactId}::uuid FOR NO KEY UPDATE SKIP LOCKED),
    letter AS (
      SELECT e.id, e."eventId", e.channel, i."externalId", e.content, e."happenedAt", s.attempts
      FROM (SELECT * FROM "InboundState" WHERE "contactId" = ${contactId}::uuid AND status = 'waiting' ORDER BY "eventId" LIMIT 1) s
      JOIN "InboundEvent" e ON e.id = s."eventId" JOIN "ChannelIdentity" i ON i.id = e."identityId"
      WHERE s."availableAt" <= ${now}::timestamptz),
    person AS (SELECT p.* FROM "ContactPerson" cp JOIN "Person" p ON p.id = cp."personId" WHERE cp."contactId" = ${contactId}::uuid ORDER BY cp."createdAt")
    SELECT jsonb_build_object(
      'contact', (SELECT jsonb_build_object('id', c.id, 'key', c.key, 'phone', c.phone, 'language', c.language) FROM contact c),
      'letter', (SELECT to_jsonb(l) FROM letter l),
      'talk', (SELECT to_jsonb(v) - 'contactId' FROM "Conversation" v WHERE v."contactId" = ${contactId}::uuid),
      'persons', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p."fullName", 'language', p.language)), '[]') FROM person p),
      'members', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'personId', m."personId", 'tenantId', t.id, 'business', t.name, 'code', t.code,
          'role', m.role, 'capabilities', t.capabilities, 'hasPin', m."pinHash" IS NOT NULL) ORDER BY m."createdAt"), '[]')
        FROM "Member" m JOIN "Tenant" t ON t.id = m."tenantId" JOIN person p ON p.id = m."personId" WHERE m.status = 'active' AND t."isActive"),
      'clients', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', k."personId", 'tenantId', t.id, 'business', t.name, 'code', t.code) ORDER BY k."createdAt"), '[]')
        FROM "Client" k JOIN "Tenant" t ON t.id = k."tenantId" JOIN person p ON p.id = k."personId"),
      'affiliates', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', a."personId", 'code', a.code)), '[]') FROM "Affiliate" a JOIN person p ON p.id = a."personId"),
      'consents', (SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (
        SELECT DISTINCT ON (e.purpose, e."personId", e."tenantId") e.purpose, e."personId", e."tenantId", e.value
        FROM "ConsentEvent" e WHERE e."contactId" = ${contactId}::uuid ORDER BY e.purpose, e."personId", e."tenantId", e.id DESC) x),
      'handoff', (SELECT jsonb_build_object('id', h.id, 'expiresAt', h."expiresAt") FROM "Handoff" h WHERE h."contactId" = ${contactId}::uuid AND h."closedAt" IS NULL),
      'ussd', (SELECT jsonb_build_object('consumed', u.consumed, 'ended', u."endedAt" IS NOT NULL) FROM "UssdSession" u, letter l WHERE u."sessionId" = l.content->>'sessionId')
    ) AS desk WHERE EXISTS (SELECT 1 FROM contact)`;
  return rows[0]?.desk ?? null;
}

export type SaidLine = { direction: 'in' | 'out'; kind: string; text: string; outboxKey?: string };
export type OutboxRow = { key: string; tenantId: string | null; channel: ChannelName; externalId: string; purpose: string; provider: string; payload: unknown; availableAt?: string };
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

/** Thrown when the conversation or the letter moved under a turn: it is played again on what is true now. */
export class TurnOverrun extends Error {
  override name = 'TurnOverrun';
}

export async function closeTurn(tx: Tx, record: TurnRecord, now: Date): Promise<void> {
  const rows = await tx.$queryRaw<{ done: number; kept: number }[]>`
    WITH r AS (SELECT ${JSON.stringify(record)}::jsonb AS j),
    talk AS (SELECT (j->>'contactId')::uuid AS contact_id, j->'talk' AS t FROM r),
    done AS (
      UPDATE "InboundState" s SET status = 'done', "processedAt" = ${now}::timestamptz, attempts = s.attempts + 1
      FROM r WHERE s."eventId" = (r.j->>'letterId')::bigint AND s.status = 'waiting' RETURNING 1),
    kept AS (
      INSERT INTO "Conversation" ("contactId", "personId", "tenantId", persona, session, paused, shown, step, misses, channel, "provenAt", "updatedAt", version)
      SELECT contact_id, (t->>'personId')::uuid, (t->>'tenantId')::uuid, t->>'persona', nullif(t->'session', 'null'), nullif(t->'paused', 'null'), nullif(t->'shown', 'null'),
             (t->>'step')::int, (t->>'misses')::int, (t->>'channel')::"Channel", (t->>'provenAt')::timestamptz, ${now}::timestamptz, (t->>'version')::int + 1
      FROM talk
      ON CONFLICT ("contactId") DO UPDATE SET "personId" = excluded."personId", "tenantId" = excluded."tenantId", persona = excluded.persona, session = excluded.session,
        paused = excluded.paused, shown = excluded.shown, step = excluded.step, misses = excluded.misses, channel = excluded.channel, 
        "provenAt" = excluded."provenAt", "updatedAt" = excluded."updatedAt", version = excluded.version
      WHERE "Conversation".version = excluded.version - 1 RETURNING 1),
    said AS (
      INSERT INTO "Message" ("contactId", "personId", "tenantId", "eventId", direction, channel, kind, text, "outboxKey", at)
      SELECT contact_id, (t->>'personId')::uuid, (t->>'tenantId')::uuid, (r.j->>'letterId')::bigint, s.direction, (t->>'channel')::"Channel", s.kind, s.text, s."outboxKey", ${now}::timestamptz
      FROM r, talk, jsonb_to_recordset(r.j->'said') AS s(direction text, kind text, text text, "outboxKey" text)),
    sent AS (
      INSERT INTO "Outbox" (key, "contactId", "tenantId", channel, "externalId", purpose, provider, payload, "availableAt", "createdAt")
      SELECT o.key, contact_id, o."tenantId", o.channel, o."externalId", o.purpose, o.provider, o.payload, coalesce(o."availableAt", ${now}::timestamptz), ${now}::timestamptz
      FROM r, talk, jsonb_to_recordset(r.j->'outbox') AS o(key text, "tenantId" uuid, channel "Channel", "externalId" text, purpose text, provider text, payload jsonb, "availableAt" timestamptz)),
    planned AS (
      INSERT INTO "Due" (key, kind, "contactId", payload, step, "runAt", "createdAt")
      SELECT d.key, d.kind, contact_id, coalesce(d.payload, '{}'), d.step, d."runAt", ${now}::timestamptz
      FROM r, talk, jsonb_to_recordset(r.j->'due') AS d(key text, kind text, "runAt" timestamptz, step int, payload jsonb)
      ON CONFLICT (key) DO NOTHING),
    session AS (
      INSERT INTO "UssdSession" ("sessionId", "contactId", "serviceCode", "networkCode", consumed, "openedAt", "endedAt", status)
      SELECT u."sessionId", contact_id, u."serviceCode", u."networkCode", u.consumed, ${now}::timestamptz, CASE WHEN u.over THEN ${now}::timestamptz END, CASE WHEN u.over THEN 'ended' ELSE 'open' END
      FROM r, talk, jsonb_to_recordset(CASE WHEN r.j->'ussd' = 'null' THEN '[]' ELSE jsonb_build_array(r.j->'ussd') END)
        AS u("sessionId" text, "serviceCode" text, "networkCode" text, consumed text, over boolean)
      ON CONFLICT ("sessionId") DO UPDATE SET consumed = excluded.consumed, "endedAt" = excluded."endedAt", status = excluded.status),
    hop AS (
      INSERT INTO "UssdHop" ("eventId", screen, at) SELECT r.j->'ussd'->>'hop', r.j->'ussd'->>'screen', ${now}::timestamptz FROM r WHERE r.j->'ussd' <> 'null'),
    opened AS (
      UPDATE "ChannelIdentity" i SET "lastSeenAt" = ${now}::timestamptz, "windowExpiresAt" = (r.j->'window'->>'expiresAt')::timestamptz
      FROM r WHERE r.j->'window' <> 'null' AND i.channel = (r.j->'window'->>'channel')::"Channel" AND i."externalId" = r.j->'window'->>'externalId')
    SELECT (SELECT count(*)::int FROM done) AS done, (SELECT count(*)::int FROM kept) AS kept`;
  if (rows[0]?.done !== 1 || rows[0].kept !== 1) throw new TurnOverrun('the conversation moved under this turn');
}

/** Contacts whose mail nobody is reading: what a lost doorbell left behind. */
export const contactsWithMail = (db: Prisma, now: Date, limit: number) => db.$queryRaw<{ contactId: string }[]>`
  SELECT DISTINCT "contactId"::text AS "contactId" FROM "InboundState" WHERE status = 'waiting' AND "availableAt" <= ${now}::timestamptz LIMIT ${limit}`;

/** A failed turn: tried again after a pause, or parked where an operator sees it. */
export const postponeMail = (db: Prisma, letterId: number, { parked, error, availableAt }: { parked: boolean; error: string; availableAt: Date }) => db.$executeRaw`
  UPDATE "InboundState" SET attempts = attempts + 1, status = ${parked ? 'parked' : 'waiting'}, error = ${error}, "availableAt" = ${availableAt}::timestamptz
  WHERE "eventId" = ${letterId}::bigint AND status = 'waiting'`;
