import { z } from 'zod';
import type { Content, Context } from '../channel.ts';
import { present } from './present.ts';
import { idText, listOf, maybe } from './schema.ts';

/** Said of a card shared by tapping our request; on the message itself in one of Meta's samples. */
const OWN = 'contact_request';

const phoneSchema = z.looseObject({ phone: maybe(idText), wa_id: maybe(idText) });
const nameSchema = z.looseObject({ formatted_name: maybe(z.string()), first_name: maybe(z.string()), last_name: maybe(z.string()) });
const cardSchema = z.looseObject({ name: maybe(nameSchema), phones: listOf(phoneSchema), origin: maybe(z.string()) });
type Card = z.output<typeof cardSchema>;
const cardsSchema = z.looseObject({ origin: maybe(z.string()), contacts: listOf(cardSchema) });

export function cardsContent(message: unknown, context: Context | undefined): Content | undefined {
  const parsed = cardsSchema.safeParse(message).data;
  if (parsed === undefined || parsed.contacts.length === 0) return undefined;
  const own = parsed.contacts.every(({ origin }) => (origin ?? parsed.origin) === OWN);
  return { type: 'cards', cards: parsed.contacts.map(cardOf), own, ...present({ context }) };
}

function cardOf({ name, phones }: Card): { name: string; phones: { phone: string; waId?: string }[] } {
  return {
    name: name?.formatted_name ?? [name?.first_name, name?.last_name].filter(Boolean).join(' '),
    phones: phones.flatMap(({ phone, wa_id: waId }) => {
      const number = phone ?? (waId === undefined ? undefined : `+${waId}`);
      return number === undefined ? [] : [{ phone: number, ...present({ waId }) }];
    }),
  };
}
