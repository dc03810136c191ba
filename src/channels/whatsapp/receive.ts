import { z } from 'zod';
import type { Arrival } from '../channel.ts';
import { ourselvesIn, type Addressed, type Ourselves } from './about-us.ts';
import { cleanJson } from './clean-json.ts';
import { stableId } from './event-id.ts';
import { isoTime } from './event-time.ts';
import { readEcho, readHistory, readOldMessage, readPreference, readUserIdUpdate } from './read-account-changes.ts';
import { readMessage } from './read-message.ts';
import { isNoticeField, readErrorNotice, readNotice } from './read-notice.ts';
import { readStatus } from './read-status.ts';
import { anyObject, contactSchema, errorSchema, idText, listOf, maybe, type Delivery } from './schema.ts';

type Ours = { phoneNumberId: string; receivedAt: string };
/** `addressed`: gathers to whom the changes were sent. */
type Reading = Ours & { addressed: Addressed[] };
type Reader = (item: unknown, delivery: Delivery) => Arrival[];

const WHATSAPP = 'whatsapp_business_account';
const envelopeSchema = z.looseObject({ object: z.unknown().optional(), entry: z.array(z.unknown()) });
const entrySchema = z.looseObject({ id: maybe(idText), time: z.unknown().optional(), field: maybe(z.string()), changes: z.array(z.unknown()) });
const changeSchema = z.looseObject({ field: maybe(z.string()), value: anyObject });
const valueSchema = z.looseObject({
  metadata: maybe(z.looseObject({ phone_number_id: maybe(idText), display_phone_number: maybe(idText) })),
  contacts: listOf(contactSchema),
  errors: listOf(errorSchema),
});

/** Which lists a field carries. `history` repeats old messages: they are not fresh ones. */
const LISTS: Record<string, Record<string, Reader>> = {
  messages: { messages: readMessage, statuses: readStatus, errors: readErrorNotice },
  user_preferences: { user_preferences: readPreference },
  user_id_update: { user_id_update: readUserIdUpdate, user_id: (_ids, delivery) => readUserIdUpdate(delivery.value, delivery) },
  smb_message_echoes: { message_echoes: readEcho },
  history: { history: readHistory, messages: readOldMessage, message_echoes: readOldMessage },
};

/** One arrival for each thing in a webhook body, whatever its neighbours look like. `malformed` only without an envelope. */
export function parseWebhook(body: unknown, ours: Ours): { arrivals: Arrival[]; seen: Ourselves } | { malformed: true } {
  const envelope = envelopeSchema.safeParse(cleanJson(body));
  if (!envelope.success) return { malformed: true };
  const { object, entry } = envelope.data;
  const otherProduct = typeof object === 'string' && object !== WHATSAPP;
  const reading: Reading = { ...ours, addressed: [] };
  const read = (item: unknown) => (otherProduct ? [unknown(item, [object], ours.receivedAt)] : readEntry(item, reading));
  return { arrivals: entry.flatMap(read), seen: ourselvesIn(reading.addressed, ours.phoneNumberId) };
}

function readEntry(item: unknown, ours: Reading): Arrival[] {
  const entry = entrySchema.safeParse(item);
  if (!entry.success) return [unknown(item, [], ours.receivedAt)];
  const { id, time, field, changes } = entry.data;
  return changes.flatMap((change) => readChange(change, { account: id ?? '', time, field }, ours));
}

function readChange(item: unknown, entry: { account: string; time: unknown; field: string | undefined }, ours: Reading): Arrival[] {
  const at = isoTime(entry.time, ours.receivedAt);
  const unread = () => [unknown(item, [entry.account, entry.time], at)];
  const change = changeSchema.safeParse(item);
  if (!change.success) return unread();
  const { value } = change.data;
  const { metadata, contacts, errors } = valueSchema.parse(value);
  ours.addressed.push({ account: entry.account || undefined, metadata });
  const field = change.data.field ?? entry.field ?? 'messages';
  const phoneNumberId = metadata?.phone_number_id;
  const delivery: Delivery = { ...entry, field, phoneNumberId, contacts, errors, value, receivedAt: ours.receivedAt };
  if (isNoticeField(field)) return readNotice(delivery);
  const arrivals = readLists(delivery);
  if (arrivals.length === 0) return unread();
  return arrivals.map((arrival) => keepIfOurs(arrival, phoneNumberId, ours));
}

function readLists(delivery: Delivery): Arrival[] {
  return Object.entries(LISTS[delivery.field] ?? {}).flatMap(([list, read]) => {
    const items = delivery.value[list] ?? [];
    return (Array.isArray(items) ? items : [items]).flatMap((item: unknown) => read(item, delivery));
  });
}

/** Several numbers may share one address of ours. A status without a number is still told by its message id. */
function keepIfOurs(arrival: Arrival, phoneNumberId: string | undefined, ours: Ours): Arrival {
  if (phoneNumberId === ours.phoneNumberId) return arrival;
  if (phoneNumberId === undefined && arrival.content.type === 'status') return arrival;
  return { ...arrival, content: { type: 'notOurs', phoneNumberId: phoneNumberId ?? '' } };
}

function unknown(item: unknown, where: unknown[], at: string): Arrival {
  return { provider: 'whatsapp', eventId: stableId('unknown', ...where, item), at, content: { type: 'unknown', item } };
}
