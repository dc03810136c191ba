import type { ChannelName, Content } from '../channels/channel.ts';
import type { Prisma } from './open-database.ts';

/** Where a conversation stands: plain data, so it survives a restart and a deploy. */
export type Session = { flow: string; version: string; state: string; context: Record<string, unknown>; page: number };

/**
 * What was interrupted, and of whom: on a shared phone it is nobody else's. `then` says what becomes of it when what interrupted
 * it has ended: shown again, or, while it is still `until`, done what it stood before. `under` was put aside before it.
 */
export type Paused = Session & { of?: string | null; then?: 'shown' | 'done'; until?: string; under?: Paused };

export type ShownOption = { id: string; label: string };
/** The screen a person is looking at: what each key chooses, and the word beside 0 (empty when 0 is not shown). */
export type Shown = { keys: Record<string, string>; options: ShownOption[]; page: number; pages: number; back: string; free: boolean; secret: boolean; via?: { step: number | undefined; option: string } | null };

/** When the last counted messages came, and the burst whose answers are withheld: how many, and what they would have told. */
export type Flood = { seen: number[]; burst: Burst | null };
export type Burst = { id: number; withheld: number; acts: string[]; acted: number };

export type Talk = {
  personId: string | null;
  tenantId: string | null;
  persona: string;
  session: Session | null;
  paused: Paused | null;
  shown: Shown | null;
  step: number;
  misses: number;
  channel: ChannelName;
  provenAt: string | null;
  flood: Flood | null;
  updatedAt: string;
};

export type Letter = {
  id: number;
  eventId: string;
  channel: ChannelName;
  externalId: string;
  content: Content & { sender?: { name?: string; userId?: string; phone?: string } };
  happenedAt: string;
  receivedAt: string;
  attempts: number;
};

/** Everything a turn needs to know, read in one statement. */
export type Desk = {
  contact: { id: string; key: string; phone: string | null; language: string | null };
  letter: Letter | null;
  talk: Talk | null;
  persons: { id: string; name: string; language: string | null }[];
  members: { id: string; personId: string; tenantId: string; business: string; code: string; role: string; capabilities: string[]; permissions: string[]; timezone: string; smsUnicode: boolean; hasPin: boolean }[];
  clients: { id: string; personId: string; tenantId: string; business: string; code: string; timezone: string; smsUnicode: boolean }[];
  affiliates: { personId: string; code: string }[];
  consents: { purpose: string; personId: string | null; tenantId: string | null; value: boolean }[];
  handoff: { id: string; expiresAt: string } | null;
  ussd: { consumed: string; ended: boolean } | null;
  /** The user id that came with the letter is already known to be this contact's. */
  userIdKnown: boolean;
};

type Reader = Pick<Prisma, '$queryRaw'>;

/** Keeps other workers off a contact until the transaction ends. */
export const lockContact = (tx: Reader, contactId: string) => tx.$queryRaw`SELECT 1 FROM "Contact" WHERE id = ${contactId}::uuid FOR NO KEY UPDATE`;

/**
 * Reads the next letter of each contact with all that its turn needs, in one statement for all of them. A letter that
 * waits for its next try holds back the later ones of its contact. A contact that has become another has no desk: what it
 * once said of its consent counts for that other, and its mail is forwarded by the next sweep.
 */
export async function readDesks(db: Reader, contactIds: string[], now: Date): Promise<Desk[]> {
  const rows = await db.$queryRaw<{ desk: Desk }[]>`
    SELECT jsonb_build_object(
      'contact', jsonb_build_object('id', c.id, 'key', c.key, 'phone', c.phone, 'language', c.language),
      'letter', to_jsonb(l),
      'talk', (SELECT to_jsonb(v) - 'contactId' FROM "Conversation" v WHERE v."contactId" = c.id),
      'persons', coalesce(p.listed, '[]'),
      'members', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'personId', m."personId", 'tenantId', t.id, 'business', t.name, 'code', t.code,
          'role', m.role, 'capabilities', t.capabilities, 'permissions', coalesce(m.permissions, '{}'), 'timezone', t.timezone, 'smsUnicode', t.settings @> '{"smsUnicode": true}', 'hasPin', m."pinHash" IS NOT NULL) ORDER BY m."createdAt"), '[]')
        FROM "Member" m JOIN "Tenant" t ON t.id = m."tenantId" WHERE m."personId" = ANY(p.ids) AND m.status = 'active' AND t."isActive"),
      'clients', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'personId', k."personId", 'tenantId', t.id, 'business', t.name, 'code', t.code, 'timezone', t.timezone, 'smsUnicode', t.settings @> '{"smsUnicode": true}') ORDER BY k."createdAt"), '[]')
        FROM "Client" k JOIN "Tenant" t ON t.id = k."tenantId" WHERE k."personId" = ANY(p.ids)),
      'affiliates', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', a."personId", 'code', a.code)), '[]') FROM "Affiliate" a WHERE a."personId" = ANY(p.ids)),
      'consents', (SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (
        SELECT DISTINCT ON (e.purpose, e."personId", e."tenantId") e.purpose, e."personId", e."tenantId", e.value
        FROM "ConsentEvent" e WHERE e."contactId" IN (
          WITH RECURSIVE same AS (SELECT c.id UNION SELECT m.id FROM "Contact" m JOIN same ON m."mergedIntoId" = same.id) SELECT id FROM same)
        ORDER BY e.purpose, e."personId", e."tenantId", e.id DESC) x),
      'handoff', (SELECT jsonb_build_object('id', h.id, 'expiresAt', h."expiresAt") FROM "Handoff" h WHERE h."contactId" = c.id AND h."closedAt" IS NULL),
      'ussd', (SELECT jsonb_build_object('consumed', u.consumed, 'ended', u."endedAt" IS NOT NULL) FROM "UssdSession" u WHERE u."sessionId" = l.content->>'sessionId'),
      'userIdKnown', EXISTS (SELECT 1 FROM "ChannelIdentity" i WHERE i.channel = 'whatsapp' AND i."externalId" = l.content->'sender'->>'userId' AND i."contactId" = c.id)
    ) AS desk
    FROM "Contact" c
    LEFT JOIN LATERAL (
      SELECT e.id, e."eventId", e.channel, i."externalId", e.content, e."happenedAt", e."receivedAt", s.attempts
      FROM (SELECT * FROM "InboundState" WHERE "contactId" = c.id AND status = 'waiting' ORDER BY "eventId" LIMIT 1) s
      JOIN "InboundEvent" e ON e.id = s."eventId" JOIN "ChannelIdentity" i ON i.id = e."identityId"
      WHERE s."availableAt" <= ${now}::timestamptz) l ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(q.id) AS ids, jsonb_agg(jsonb_build_object('id', q.id, 'name', q."fullName", 'language', q.language) ORDER BY cp."createdAt") AS listed
      FROM "ContactPerson" cp JOIN "Person" q ON q.id = cp."personId" WHERE cp."contactId" = c.id) p ON true
    WHERE c.id = ANY(${contactIds}::uuid[]) AND c."mergedIntoId" IS NULL`;
  return rows.map(({ desk }) => desk);
}
