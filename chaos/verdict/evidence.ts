import type pg from 'pg';
import type { Channel, Said } from '../crowd/ledger.ts';

/** A letter as the database has it: what became of it. */
export type Letter = { id: number; event: string; contact: string; channel: Channel; status: string };
/** A line of the history: what a turn heard. */
export type Turn = { letter: number; contact: string; channel: Channel; text: string };
/** A row of the outbox. `doubts`: how often it was sent again although the first may have arrived. */
export type Parcel = { key: string; letter: number | null; contact: string; channel: Channel; status: string; text: string | null; doubts: number };
export type Talk = { contact: string; flow: string | null; misses: number; step: number };
/** What a provider took from us: `key` is the `biz_opaque_callback_data` of WhatsApp; an SMS bears none. */
export type Sent = { channel: 'whatsapp' | 'sms'; contact: string; key: string | null; text: string; at: number };

export type Kept = { letters: Letter[]; turns: Turn[]; parcels: Parcel[]; talks: Talk[]; acts: { contact: string; count: number }[]; backlog: number };
export type Evidence = Kept & { said: Said[]; sent: Sent[] };

const LETTERS = `SELECT e.id::int AS id, k.key AS contact, e.channel::text AS channel, s.status,
  CASE WHEN e.channel = 'ussd' THEN 'ussd:' || (e.content->>'sessionId') || ':' || (e.content->>'text') ELSE e."eventId" END AS event
  FROM "InboundEvent" e JOIN "Contact" k ON k.id = e."contactId" JOIN "InboundState" s ON s."eventId" = e.id
  WHERE e.kind IN ('text', 'ussd') ORDER BY e.id`;
const TURNS = `SELECT m."eventId"::int AS letter, k.key AS contact, m.channel::text AS channel, m.text
  FROM "Message" m JOIN "Contact" k ON k.id = m."contactId" WHERE m.direction = 'in' ORDER BY m.id`;
const PARCELS = `SELECT o.key, substring(o.key FROM '^turn:([0-9]+):')::int AS letter, k.key AS contact, o.channel::text AS channel, o.status, o.payload->>'text' AS text,
  o.doubts FROM "Outbox" o JOIN "Contact" k ON k.id = o."contactId" ORDER BY o.id`;
const TALKS = `SELECT k.key AS contact, v.session->>'flow' AS flow, v.misses, v.step FROM "Conversation" v JOIN "Contact" k ON k.id = v."contactId"`;
const ACTS = `SELECT k.key AS contact, count(*)::int AS count FROM "ConsentEvent" e JOIN "Contact" k ON k.id = e."contactId" WHERE e.purpose = 'promo' GROUP BY k.key`;
const BACKLOG = `SELECT ((SELECT count(*) FROM "InboundState" WHERE status = 'waiting')
  + (SELECT count(*) FROM "Outbox" WHERE status IN ('waiting', 'held', 'sending')))::int AS backlog`;

/** Asks the database what it kept, with its own statements: nothing of Griot reads here. */
export async function readEvidence(pool: pg.Pool): Promise<Kept> {
  const rows = async <T extends object>(sql: string): Promise<T[]> => (await pool.query<T>(sql)).rows;
  return { letters: await rows(LETTERS), turns: await rows(TURNS), parcels: await rows(PARCELS), talks: await rows(TALKS), acts: await rows(ACTS), backlog: await readBacklog(pool) };
}

/** What still waits to be read or sent. */
export async function readBacklog(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ backlog: number }>(BACKLOG);
  return rows[0]?.backlog ?? 0;
}
