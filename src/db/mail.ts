import type { Arrival } from '../channels/channel.ts';
import type { Prisma } from './open-database.ts';

/** One arrival as its row: who it concerns is found, or created, in the same statement that stores it. */
export type Letter = {
  provider: string;
  eventId: string;
  kind: string;
  hash: string;
  happenedAt: string;
  content: Arrival['content'];
  /** Absent for what concerns no person: news about our account. */
  contact?: { key: string; phone?: string; channel: string; externalId: string; name?: string };
  /** Whether a turn must be played; statuses and notices are applied when they arrive. */
  turn: boolean;
};

const RACES_MAX = 5;

/** `toRead`: the contact whose mail to look at, null where nobody's. `event`: the id it is stored under, null for what was known already. */
export type Stored = { toRead: string | null; event: number | null };

/**
 * Stores what arrived, each event once, and puts it in its contact's mail. One statement, whatever the size of the batch.
 * A contact created at the same moment by somebody else is invisible to this statement's snapshot: the letter then stays
 * out and the statement is asked again. Rows are looked up one by one (LATERAL … LIMIT 1): joined to a batch, a table is
 * read whole until it has grown large.
 */
export async function storeMail(db: Pick<Prisma, '$queryRaw'>, letters: Letter[], now: Date): Promise<Stored[]> {
  const stored: Stored[] = letters.map(() => ({ toRead: null, event: null }));
  let waiting = letters.map((letter, at) => ({ letter, at }));
  for (let attempt = 0; waiting.length > 0; attempt++) {
    if (attempt === RACES_MAX) throw new Error('mail could not be addressed');
    const placed = new Map((await store(db, waiting.map(({ letter }) => letter), now)).map((row) => [row.n, row]));
    for (const [n, { at }] of waiting.entries()) {
      const row = placed.get(n);
      if (row !== undefined) stored[at] = { toRead: row.turn ? row.contactId : null, event: row.event };
    }
    waiting = waiting.filter((_, n) => !placed.has(n));
  }
  return stored;
}

type Row = { n: number; contactId: string | null; turn: boolean; event: number | null };

const store = (db: Pick<Prisma, '$queryRaw'>, letters: Letter[], now: Date) => db.$queryRaw<Row[]>`
  WITH letter AS (
    SELECT (l.n - 1)::int AS n, l.j->>'provider' AS provider, l.j->>'eventId' AS event_id, l.j->>'kind' AS kind, l.j->>'hash' AS hash,
           (l.j->>'happenedAt')::timestamptz AS happened_at, l.j->'content' AS content, (l.j->>'turn')::boolean AS turn,
           l.j->'contact'->>'key' AS key, l.j->'contact'->>'phone' AS phone, (l.j->'contact'->>'channel')::"Channel" AS channel,
           l.j->'contact'->>'externalId' AS external_id, l.j->'contact'->>'name' AS name
    FROM jsonb_array_elements(${JSON.stringify(letters)}::jsonb) WITH ORDINALITY AS l(j, n)),
  known AS (
    SELECT l.n, i.id AS identity_id, i."contactId" AS contact_id FROM letter l, LATERAL (
      SELECT id, "contactId" FROM "ChannelIdentity" WHERE channel = l.channel AND "externalId" = l.external_id LIMIT 1) i),
  stranger AS (
    SELECT DISTINCT ON (l.key) l.key, l.phone FROM letter l
    WHERE l.key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM known k WHERE k.n = l.n) ORDER BY l.key),
  added AS (
    INSERT INTO "Contact" (id, key, phone) SELECT gen_random_uuid(), s.key, s.phone FROM stranger s
    WHERE (SELECT c.id FROM "Contact" c WHERE c.key = s.key LIMIT 1) IS NULL
    ON CONFLICT DO NOTHING RETURNING id, key),
  contact AS (
    SELECT id, key FROM added UNION ALL
    SELECT c.id, s.key FROM stranger s, LATERAL (SELECT id FROM "Contact" WHERE key = s.key LIMIT 1) c),
  met AS (
    INSERT INTO "ChannelIdentity" (id, "contactId", channel, "externalId", name, "lastSeenAt")
    SELECT DISTINCT ON (l.channel, l.external_id) gen_random_uuid(), c.id, l.channel, l.external_id, l.name, ${now}::timestamptz
    FROM letter l JOIN contact c ON c.key = l.key ORDER BY l.channel, l.external_id
    ON CONFLICT (channel, "externalId") DO NOTHING RETURNING id, "contactId", channel, "externalId"),
  addressed AS (
    SELECT l.*, coalesce(k.contact_id, m."contactId") AS contact_id, coalesce(k.identity_id, m.id) AS identity_id
    FROM letter l LEFT JOIN known k ON k.n = l.n LEFT JOIN met m ON m.channel = l.channel AND m."externalId" = l.external_id),
  ready AS (SELECT * FROM addressed WHERE key IS NULL OR contact_id IS NOT NULL),
  event AS (
    INSERT INTO "InboundEvent" (provider, "eventId", kind, "contactId", "identityId", channel, content, hash, "happenedAt", "receivedAt")
    SELECT provider, event_id, kind, contact_id, identity_id, channel, content, hash, happened_at, ${now}::timestamptz
    FROM (SELECT DISTINCT ON (provider, event_id) * FROM ready ORDER BY provider, event_id, n) AS once ORDER BY n
    ON CONFLICT (provider, "eventId") DO NOTHING RETURNING id, provider, "eventId", "contactId"),
  mail AS (
    INSERT INTO "InboundState" ("eventId", "contactId", "availableAt")
    SELECT e.id, e."contactId", ${now}::timestamptz FROM event e
    JOIN (SELECT DISTINCT provider, event_id FROM ready WHERE turn) t ON t.provider = e.provider AND t.event_id = e."eventId"
    WHERE e."contactId" IS NOT NULL)
  SELECT r.n, r.contact_id AS "contactId", r.turn, e.id::int AS event
  FROM ready r LEFT JOIN event e ON e.provider = r.provider AND e."eventId" = r.event_id`;
