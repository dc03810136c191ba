import type { BenchDatabase } from './database.ts';
import { griot } from './contestants.ts';
import { median } from './load.ts';
import { measureTurns } from './measure-turns.ts';
import type { Sink } from './sink.ts';

export type Growth = { contacts: number; perSecond: number; p99: number; processorMsPerTurn: number };

/** How a turn's cost moves as the people grow: each known, with a conversation and some history behind them. */
export async function measureGrowth(database: BenchDatabase, sink: Sink, { steps, rounds, seconds, say }: { steps: number[]; rounds: number; seconds: number; say: (line: string) => void }): Promise<Growth[]> {
  const running = await griot(database.url).start(sink.url);
  const figures: Growth[] = [];
  let there = 0;
  for (const contacts of steps) {
    say(`growth: filling up to ${contacts} contacts`);
    await database.sql(fill(there, contacts));
    await database.sql('VACUUM ANALYZE');
    await database.sql('CHECKPOINT');
    there = contacts;
    // Over all of them, in strides: neighbours in the tables are not neighbours in time.
    await measureTurns(running, sink, { seconds: 2, people: contacts });
    const turns = [];
    for (let round = 0; round < rounds; round++) turns.push(await measureTurns(running, sink, { seconds, people: contacts }));
    const figure = { contacts, perSecond: median(turns.map((one) => one.perSecond)), p99: median(turns.map((one) => one.p99)), processorMsPerTurn: median(turns.map((one) => one.processorMsPerTurn)) };
    say(`growth: ${contacts} contacts ${figure.perSecond.toFixed(0)}/s`);
    figures.push(figure);
  }
  await running.stop();
  return figures;
}

/** What an hour with each of them leaves behind: an address, a conversation, two events and two messages each way. */
const fill = (from: number, to: number): string => `
  WITH people AS (
    INSERT INTO "Contact" (id, key, phone) SELECT gen_random_uuid(), '+22901' || (90000000 + n), '+22901' || (90000000 + n) FROM generate_series(${from}, ${to} - 1) n
    ON CONFLICT DO NOTHING RETURNING id, phone),
  addresses AS (
    INSERT INTO "ChannelIdentity" (id, "contactId", channel, "externalId", "lastSeenAt") SELECT gen_random_uuid(), id, 'whatsapp', substr(phone, 2), now() - interval '2 days' FROM people RETURNING id, "contactId", "externalId"),
  talks AS (
    INSERT INTO "Conversation" ("contactId", channel, step, "updatedAt") SELECT id, 'whatsapp', 4, now() - interval '2 days' FROM people),
  events AS (
    INSERT INTO "InboundEvent" (provider, "eventId", kind, "contactId", "identityId", channel, content, hash, "happenedAt", "receivedAt")
    SELECT 'whatsapp', 'wamid.old.' || a."externalId" || '.' || n, 'text', a."contactId", a.id, 'whatsapp', '{"type":"text","text":"Bonjour"}', 'x', now() - interval '2 days', now() - interval '2 days'
    FROM addresses a, generate_series(1, 2) n RETURNING id, "contactId"),
  mail AS (
    INSERT INTO "InboundState" ("eventId", "contactId", status, "availableAt", "processedAt") SELECT id, "contactId", 'done', now(), now() FROM events),
  sent AS (
    INSERT INTO "Outbox" (key, "contactId", channel, "externalId", purpose, payload, status, "availableAt", provider, "providerId", "createdAt", "sentAt")
    SELECT 'turn:old:' || id, "contactId", 'whatsapp', '0', 'reply', '{"message":{"type":"text","text":{"body":"Bonjour"}}}', 'sent', now(), 'whatsapp', 'wamid.out.' || id, now(), now() FROM events)
  INSERT INTO "Message" ("contactId", "eventId", direction, channel, kind, text, at)
  SELECT "contactId", id, d, 'whatsapp', 'text', 'Bonjour', now() - interval '2 days' FROM events, unnest(ARRAY['in', 'out']) d`;
