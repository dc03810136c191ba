import { z } from 'zod';
import { ANSWERED, type Arrival, type Content, type Context } from '../channel.ts';
import { stableId } from './event-id.ts';
import { isoTime } from './event-time.ts';
import { contentOf } from './message-content.ts';
import { personOf } from './person.ts';
import { present } from './present.ts';
import { anyObject, errorSchema, idText, listOf, maybe, type Delivery, type MetaError } from './schema.ts';
import { systemContents } from './system-content.ts';

const messageSchema = z.looseObject({
  id: maybe(idText),
  timestamp: z.unknown().optional(),
  type: z.string().catch(''),
  from: maybe(idText),
  from_user_id: maybe(idText),
  from_parent_user_id: maybe(idText),
  group_id: maybe(idText),
  errors: listOf(errorSchema),
  unsupported: maybe(z.looseObject({ type: maybe(z.string()) })),
  referral: maybe(anyObject),
  context: maybe(
    z.looseObject({
      id: maybe(idText),
      forwarded: maybe(z.boolean()),
      frequently_forwarded: maybe(z.boolean()),
      referred_product: maybe(z.looseObject({ catalog_id: idText, product_retailer_id: idText })),
    }),
  ),
});
type Message = z.output<typeof messageSchema>;

/** The types a person expects an answer to: one we cannot read is answered too, as unreadable. */
const SPOKEN = new Set(
  ['text', 'button', 'interactive', 'location', 'contacts', 'order', 'unsupported'].concat(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
);

/** A message is one arrival; a person who changes number and user id at once is two. */
export function readMessage(item: unknown, delivery: Delivery): Arrival[] {
  const { phoneNumberId, contacts, receivedAt } = delivery;
  const parsed = messageSchema.safeParse(item);
  const message = parsed.data;
  const eventId = message?.id ?? stableId('message', phoneNumberId, item);
  if (message === undefined) return [{ provider: 'whatsapp', eventId, at: receivedAt, content: { type: 'unknown', item } }];
  const from = personOf({ waId: message.from, userId: message.from_user_id, parentUserId: message.from_parent_user_id }, contacts);
  const at = isoTime(message.timestamp, receivedAt);
  return contentsOf(message, delivery.errors).map((content, index) => ({
    provider: 'whatsapp',
    eventId: index === 0 ? eventId : `${eventId}:${index}`,
    at,
    ...present({ from }),
    // Nobody to answer: an answerable message without a sender is a shape we do not know.
    content: from === undefined && ANSWERED.has(content.type) ? { type: 'unknown', item } : content,
  }));
}

function contentsOf(message: Message, valueErrors: MetaError[]): Content[] {
  if (message.group_id !== undefined) return [{ type: 'group', groupId: message.group_id }];
  if (message.type === 'system') return systemContents(message);
  return [contentOf(message.type, message, contextOf(message)) ?? unreadable(message, valueErrors) ?? { type: 'unknown', item: message }];
}

function unreadable(message: Message, valueErrors: MetaError[]): Content | undefined {
  if (!SPOKEN.has(message.type) && message.errors.length === 0) return undefined;
  const code = Number(message.errors[0]?.code ?? valueErrors[0]?.code);
  return { type: 'unreadable', ...present({ code: Number.isFinite(code) ? code : undefined, what: message.unsupported?.type ?? message.type }) };
}

function contextOf({ context, referral }: Message): Context | undefined {
  const product = context?.referred_product;
  const found = present({
    repliesTo: context?.id,
    forwarded: context?.forwarded === true || context?.frequently_forwarded === true || undefined,
    product: product && { catalogId: product.catalog_id, productId: product.product_retailer_id },
    referral,
  });
  return Object.keys(found).length > 0 ? found : undefined;
}
