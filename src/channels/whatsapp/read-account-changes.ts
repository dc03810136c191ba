import { z } from 'zod';
import type { Arrival, Content } from '../channel.ts';
import { stableId } from './event-id.ts';
import { isoTime } from './event-time.ts';
import { personOf, type Named } from './person.ts';
import { present } from './present.ts';
import { anyObject, idText, listOf, maybe, type Delivery } from './schema.ts';

/** What a person asked of Meta about our promotions. */
const ALLOWED = new Map([['stop', false], ['resume', true], ['signup', true]]);

const preferenceSchema = z.looseObject({
  wa_id: maybe(idText),
  user_id: maybe(idText),
  category: z.literal('marketing_messages').optional(),
  value: z.string(),
  timestamp: z.unknown().optional(),
});
const userIdSchema = z.looseObject({
  wa_id: maybe(idText),
  user_id: z.looseObject({ previous: idText, current: idText }),
  timestamp: z.unknown().optional(),
});
const echoSchema = z.looseObject({
  id: maybe(idText),
  to: maybe(idText),
  to_user_id: maybe(idText),
  timestamp: z.unknown().optional(),
  text: maybe(z.looseObject({ body: maybe(z.string()) })),
});
const historySchema = z.looseObject({ threads: listOf(z.looseObject({ messages: listOf(anyObject) })) });

export function readPreference(item: unknown, delivery: Delivery): Arrival[] {
  const preference = preferenceSchema.safeParse(item).data;
  const allowed = ALLOWED.get(preference?.value.toLowerCase() ?? '');
  if (preference === undefined || allowed === undefined) return [record(item, { type: 'unknown', item }, delivery)];
  const named = { waId: preference.wa_id, userId: preference.user_id };
  return [record(item, { type: 'preference', purpose: 'promo', allowed }, delivery, preference.timestamp, named)];
}

export function readUserIdUpdate(item: unknown, delivery: Delivery): Arrival[] {
  const update = userIdSchema.safeParse(item).data;
  if (update === undefined) return [record(item, { type: 'unknown', item }, delivery)];
  const { previous, current } = update.user_id;
  const named = { waId: update.wa_id, userId: current };
  return [record(item, { type: 'userIdChanged', previous, current }, delivery, update.timestamp, named)];
}

/** Written by our own side on a phone. It has no sender: we are not one of our contacts. */
export function readEcho(item: unknown, delivery: Delivery): Arrival[] {
  const echo = echoSchema.safeParse(item).data;
  const content = present({ to: echo?.to ?? echo?.to_user_id, text: echo?.text?.body });
  const arrival = record(item, { type: 'echo', ...content }, delivery, echo?.timestamp);
  return [echo?.id === undefined ? arrival : { ...arrival, eventId: echo.id }];
}

export function readHistory(item: unknown, delivery: Delivery): Arrival[] {
  const messages = historySchema.safeParse(item).data?.threads.flatMap((thread) => thread.messages).length ?? 0;
  return [record(item, { type: 'history', messages }, delivery, delivery.time)];
}

/** Media of old conversations follow one by one, with the ids of the messages they belong to: never take those ids. */
export function readOldMessage(item: unknown, delivery: Delivery): Arrival[] {
  return [record(item, { type: 'history', messages: 1 }, delivery, delivery.time)];
}

function record(item: unknown, content: Content, delivery: Delivery, time?: unknown, named?: Named): Arrival {
  const from = named && personOf(named, delivery.contacts);
  return {
    provider: 'whatsapp',
    eventId: stableId(delivery.field, delivery.phoneNumberId, item),
    at: isoTime(time, delivery.receivedAt),
    ...present({ from }),
    content,
  };
}
