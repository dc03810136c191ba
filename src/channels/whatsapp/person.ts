import { canonicalPhone } from '../../phone.ts';
import type { Sender } from '../channel.ts';
import { present } from './present.ts';
import type { Contact } from './schema.ts';

const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+$/;
const DIGITS = /^\+?\d{5,20}$/;

/** A business-scoped user id, which stands for a person whose number is hidden, also where a number is expected. */
export const isUserId = (id: string): boolean => USER_ID.test(id);

/** How an item names a person: any of these may be missing, and `waId` may hold a user id. */
export type Named = { waId?: string | undefined; userId?: string | undefined; parentUserId?: string | undefined };

export function personOf(named: Named, contacts: Contact[]): Sender | undefined {
  const contact = contactOf(named, contacts);
  const address = named.waId ?? contact?.wa_id;
  const userId = named.userId ?? (address !== undefined && isUserId(address) ? address : contact?.user_id);
  const externalId = address ?? userId;
  if (externalId === undefined) return undefined;
  return { channel: 'whatsapp', externalId, ...present({ phone: phoneOf(externalId), userId, name: contact?.profile?.name || undefined }) };
}

function phoneOf(waId: string): string | undefined {
  return DIGITS.test(waId) ? canonicalPhone(`+${waId.replace('+', '')}`) : undefined;
}

/** By identity, never by position: the order of contacts is not that of the messages. */
function contactOf({ waId, userId, parentUserId }: Named, contacts: Contact[]): Contact | undefined {
  const ids = [waId, userId, parentUserId].filter((id) => id !== undefined);
  if (ids.length === 0) return contacts.length === 1 ? contacts[0] : undefined;
  return contacts.find(({ wa_id, user_id, parent_user_id }) => [wa_id, user_id, parent_user_id].some((id) => id !== undefined && ids.includes(id)));
}
