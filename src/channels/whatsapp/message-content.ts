import { z } from 'zod';
import type { Content, Context } from '../channel.ts';
import { cardsContent } from './cards-content.ts';
import { interactiveContent } from './interactive-content.ts';
import { mediaContent } from './media-content.ts';
import { present } from './present.ts';
import { amount, anyObject, idText, listOf, maybe } from './schema.ts';

type ContentReader = (message: unknown, context: Context | undefined) => Content | undefined;

const textSchema = z.looseObject({ text: z.looseObject({ body: z.string() }) });
const buttonSchema = z.looseObject({ button: z.looseObject({ payload: maybe(z.string()), text: maybe(z.string()) }) });
const latitude = amount.refine((degrees) => Math.abs(degrees) <= 90);
const longitude = amount.refine((degrees) => Math.abs(degrees) <= 180);
const locationSchema = z.looseObject({
  location: z.looseObject({ latitude, longitude, name: maybe(z.string()), address: maybe(z.string()) }),
});
const orderItem = z.looseObject({ product_retailer_id: idText, quantity: amount, item_price: amount, currency: z.string() });
const orderSchema = z.looseObject({
  order: z.looseObject({ catalog_id: idText.catch(''), text: maybe(z.string()), product_items: listOf(orderItem) }),
});
const reactionSchema = z.looseObject({ reaction: z.looseObject({ message_id: idText, emoji: maybe(z.string()) }) });
const editSchema = z.looseObject({ edit: z.looseObject({ original_message_id: idText, message: anyObject.catch({}) }) });
const revokeSchema = z.looseObject({ revoke: z.looseObject({ original_message_id: idText }) });

/** What a message says, by its type; undefined when the type is not known or the message is not of its shape. */
export function contentOf(type: string, message: unknown, context: Context | undefined): Content | undefined {
  return READERS.get(type)?.(message, context);
}

const text = reader(textSchema, (message, context) => ({ type: 'text', text: message.text.body, ...present({ context }) }));

/** The quick reply of a template: its payload is what we chose when sending it. */
const button = reader(buttonSchema, ({ button: { payload, text } }, context) => {
  const id = payload ?? text;
  return id === undefined ? undefined : { type: 'tap', id, title: text ?? id, ...present({ context }) };
});

const location = reader(locationSchema, ({ location: { latitude, longitude, name, address } }, context) => ({
  type: 'location',
  latitude,
  longitude,
  ...present({ name, address, context }),
}));

const order = reader(orderSchema, ({ order: { catalog_id: catalogId, text, product_items: items } }, context) => ({
  type: 'order',
  catalogId,
  ...present({ text, context }),
  items: items.map((item) => ({
    productId: item.product_retailer_id,
    quantity: item.quantity,
    priceXof: item.item_price,
    currency: item.currency,
  })),
}));

/** An empty emoji takes the reaction away. */
const reaction = reader(reactionSchema, ({ reaction: { message_id: to, emoji } }) => ({
  type: 'reaction',
  to,
  ...present({ emoji: emoji || undefined }),
}));

const edit = reader(editSchema, ({ edit: { original_message_id: original, message } }) => ({ type: 'edit', original, message }));
const revoke = reader(revokeSchema, ({ revoke: { original_message_id: original } }) => ({ type: 'revoke', original }));

const READERS = new Map<string, ContentReader>(
  Object.entries({
    text,
    button,
    location,
    order,
    reaction,
    edit,
    revoke,
    interactive: interactiveContent,
    contacts: cardsContent,
    image: mediaContent('image'),
    video: mediaContent('video'),
    audio: mediaContent('audio'),
    voice: mediaContent('voice'),
    document: mediaContent('document'),
    sticker: mediaContent('sticker'),
    request_welcome: () => ({ type: 'welcome' as const }),
  }),
);

function reader<S extends z.ZodType>(schema: S, content: (message: z.output<S>, context: Context | undefined) => Content | undefined): ContentReader {
  return (message, context) => {
    const parsed = schema.safeParse(message);
    return parsed.success ? content(parsed.data, context) : undefined;
  };
}
