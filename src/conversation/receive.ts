import { createHmac } from 'node:crypto';
import { ANSWERED, type Arrival, type Content, type NoticeContent, type StatusContent } from '../channels/channel.ts';
import { inBatches } from '../db/in-batches.ts';
import { storeMail, type Letter } from '../db/mail.ts';
import type { Prisma } from '../db/open-database.ts';
import { storeNotices, storeReceipts } from '../db/receipts.ts';
import type { Watch } from '../watch/watch.ts';
import { isQuiet } from './quiet-acts.ts';

export type Receive = (arrivals: Arrival[]) => Promise<string[]>;
type Room = { now: () => Date; key: string; watch: Watch };

/** Webhooks stored by one statement. One of a thousand updates, as large as they come, is stored alone. */
const BATCH = { max: 50, weightMax: 1_000 };

/**
 * Stores what webhooks bring, each webhook whole or not at all, and tells whose mail to look at. The web answers the
 * network only after this has returned. Webhooks that come while one is being stored are stored together, and never
 * beside it: two messages of one person would overtake one another.
 */
export function openIntake(db: Prisma, room: Room): Receive {
  return inBatches((webhooks: Arrival[][]) => store(db, webhooks, room), { ...BATCH, weigh: ({ length }) => length });
}

async function store(db: Prisma, webhooks: Arrival[][], { now: clock, key, watch }: Room): Promise<string[][]> {
  const now = clock();
  const arrivals = webhooks.flat();
  const letters = arrivals.map((arrival) => letterOf(arrival, key));
  const statuses = arrivals.filter((arrival): arrival is Arrival & { content: StatusContent } => arrival.content.type === 'status');
  const notices = arrivals.filter((arrival): arrival is Arrival & { content: NoticeContent } => arrival.content.type === 'notice');
  const stored = statuses.length + notices.length === 0 ? await storeMail(db, letters, now) : await db.$transaction(async (tx) => {
    const mail = await storeMail(tx, letters, now);
    await storeReceipts(tx, statuses, now);
    await storeNotices(tx, notices, now);
    return mail;
  });
  watch.stored(letters, stored);
  let from = 0;
  return webhooks.map(({ length }) => [...new Set(stored.slice(from, (from += length)).flatMap(({ toRead }) => toRead ?? []))]);
}

function letterOf({ provider, eventId, at, from, content }: Arrival, key: string): Letter {
  const turn = ANSWERED.has(content.type) || isQuiet(content);
  const sender = from === undefined ? {} : { sender: { name: from.name, userId: from.userId, phone: from.phone } };
  return {
    provider,
    eventId: eventKey(eventId, content, key),
    kind: content.type,
    hash: createHmac('sha256', key).update(JSON.stringify(content)).digest('hex'),
    happenedAt: at,
    content: { ...content, ...sender },
    turn: turn && from !== undefined,
    ...(from === undefined ? {} : { contact: { key: from.phone ?? `wa:${from.userId ?? from.externalId}`, channel: from.channel, externalId: from.externalId, ...(from.phone === undefined ? {} : { phone: from.phone }), ...(from.name === undefined ? {} : { name: from.name }) } }),
  };
}

/** The id of a hop is made of what was typed: under a key, so that the log of ids does not give a PIN away. */
export const eventKey = (eventId: string, content: Content, key: string): string =>
  content.type === 'ussd' ? `ussd:${content.sessionId}:${createHmac('sha256', key).update(content.text).digest('hex')}` : eventId;
