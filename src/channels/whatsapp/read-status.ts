import { z } from 'zod';
import type { Arrival, StatusContent } from '../channel.ts';
import { stableId } from './event-id.ts';
import { isoTime } from './event-time.ts';
import { personOf } from './person.ts';
import { present } from './present.ts';
import { errorSchema, idText, listOf, maybe, type Delivery, type MetaError } from './schema.ts';

const statusSchema = z.looseObject({
  id: idText,
  status: z.string().catch(''),
  timestamp: z.unknown().optional(),
  recipient_id: maybe(idText),
  recipient_user_id: maybe(idText),
  biz_opaque_callback_data: maybe(z.string()),
  errors: listOf(errorSchema),
  pricing: maybe(z.looseObject({ pricing_model: maybe(z.string()), type: maybe(z.string()), category: maybe(z.string()) })),
});
type Status = z.output<typeof statusSchema>;

const WORDS: readonly string[] = ['sent', 'delivered', 'read', 'played', 'failed'] satisfies StatusContent['status'][];

export function readStatus(item: unknown, delivery: Delivery): Arrival[] {
  const { contacts, phoneNumberId, receivedAt } = delivery;
  const status = statusSchema.safeParse(item).data;
  if (status === undefined) {
    return [{ provider: 'whatsapp', eventId: stableId('status', phoneNumberId, item), at: receivedAt, content: { type: 'unknown', item } }];
  }
  const named = { waId: status.recipient_id, userId: status.recipient_user_id };
  const eventId = `${status.id}:${status.status}`;
  const recipient = personOf(named, contacts);
  const content = { ...contentOf(status), ...present({ recipient }) };
  return [{ provider: 'whatsapp', eventId, at: isoTime(status.timestamp, receivedAt), content }];
}

function contentOf({ id, status: word, biz_opaque_callback_data: ourId, errors, pricing }: Status): StatusContent {
  return {
    type: 'status',
    providerId: id,
    status: isKnown(word) ? word : 'other',
    word,
    ...present({
      ourId,
      error: errors[0] && errorOf(errors[0]),
      pricing: pricing && present({ model: pricing.pricing_model, type: pricing.type, category: pricing.category }),
    }),
  };
}

function isKnown(word: string): word is StatusContent['status'] {
  return WORDS.includes(word);
}

function errorOf({ code, title, message, details, error_data }: MetaError): NonNullable<StatusContent['error']> {
  return { code: code ?? 'unknown', title: title ?? message ?? '', ...present({ details: error_data?.details ?? details }) };
}
