import type { Prisma } from '../../db/open-database.ts';

type OpenHandoff = { openedAt: Date; expiresAt: Date };
export type StuckLetter = { id: string; contactId: string; status: string; kind: string; channel: string | null; attempts: number; error: string | null; receivedAt: Date };
/** `withheld`: how many answers wait until somebody who writes too much at once has finished. */
export type Silence = { handoff: OpenHandoff | undefined; withheld: number; letters: StuckLetter[]; stopped: string[] };

/** Looked for among the contact's latest events only. */
const EVENTS_READ = 200;
const LETTERS_MAX = 20;

/** Why this person got no answer: a human has the conversation, they write too much at once, a turn failed or waits, they asked for silence. */
export async function whySilent(db: Prisma, contactIds: string[]): Promise<Silence> {
  const handoff = await db.handoff.findFirst({ where: { contactId: { in: contactIds }, closedAt: null }, select: { openedAt: true, expiresAt: true } });
  const [burst] = await db.$queryRaw<{ withheld: number }[]>`
    SELECT coalesce(sum((flood->'burst'->>'withheld')::int), 0)::int AS withheld FROM "Conversation" WHERE "contactId" = ANY(${contactIds}::uuid[])`;
  const letters = await db.$queryRaw<StuckLetter[]>`
    SELECT s."eventId"::text AS id, s."contactId"::text, s.status, e.kind, e.channel::text, s.attempts, s.error, e."receivedAt"
    FROM (SELECT * FROM "InboundEvent" WHERE "contactId" = ANY(${contactIds}::uuid[]) ORDER BY id DESC LIMIT ${EVENTS_READ}) e
    JOIN "InboundState" s ON s."eventId" = e.id WHERE s.status <> 'done' ORDER BY e.id DESC LIMIT ${LETTERS_MAX}`;
  const consents = await db.$queryRaw<{ purpose: string; value: boolean }[]>`
    SELECT purpose, bool_and(value) AS value FROM (
      SELECT DISTINCT ON (purpose, "personId", "tenantId") purpose, value FROM "ConsentEvent"
      WHERE "contactId" = ANY(${contactIds}::uuid[]) ORDER BY purpose, "personId", "tenantId", id DESC) last GROUP BY purpose ORDER BY purpose`;
  return { handoff: handoff ?? undefined, withheld: burst?.withheld ?? 0, letters, stopped: consents.filter(({ value }) => !value).map(({ purpose }) => purpose) };
}
