import { createHmac } from 'node:crypto';
import { statusError, type GraphError } from './graph-errors.ts';
import type { Webhook } from './webhook-delivery.ts';

/** Meta's own envelope around what happened on a number. */
export type OurNumber = { accountId: string; phoneNumberId: string; displayPhoneNumber: string };
export type Person = { waId?: string; userId?: string; name?: string };
export type StatusWord = 'sent' | 'delivered' | 'read' | 'failed';

export function messageValue(ours: OurNumber, person: Person, message: Record<string, unknown>) {
  return { ...around(ours), contacts: [contact(person)], messages: [message] };
}

type StatusOf = { id: string; word: StatusWord; at: Date; person: Person; callbackData?: string; error?: GraphError };

export function statusValue(ours: OurNumber, { id, word, at, person, callbackData, error }: StatusOf) {
  const status = {
    id,
    status: word,
    timestamp: unixSeconds(at),
    ...(person.waId === undefined ? {} : { recipient_id: person.waId }),
    ...(person.userId === undefined || error ? {} : { recipient_user_id: person.userId }),
    ...(callbackData === undefined ? {} : { biz_opaque_callback_data: callbackData }),
    ...(word === 'sent' || word === 'delivered' ? { pricing: { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' } } : {}),
    ...(error ? { errors: [statusError(error)] } : {}),
  };
  // A failed status names nobody.
  return { ...around(ours), ...(error ? {} : { contacts: [contact(person)] }), statuses: [status] };
}

/** Signed over the exact bytes, escaped the way Meta escapes: a receiver that re-serialises gets another hash. */
export const signedWebhook = (url: string, appSecret: string, accountId: string, value: object, field = 'messages'): Webhook => signed(url, appSecret, { id: accountId, changes: [{ value, field }] });

/** News of the account say when they are of. */
export const accountWebhook = (url: string, appSecret: string, accountId: string, { field, value, at }: { field: string; value: object; at: Date }): Webhook =>
  signed(url, appSecret, { id: accountId, time: Number(unixSeconds(at)), changes: [{ value, field }] });

function signed(url: string, appSecret: string, entry: object): Webhook {
  const body = escaped({ object: 'whatsapp_business_account', entry: [entry] });
  const signature = createHmac('sha256', appSecret).update(body).digest('hex');
  return { url, body, headers: { 'content-type': 'application/json', 'user-agent': 'facebookexternalua', 'x-hub-signature-256': `sha256=${signature}` } };
}

export const unixSeconds = (at: Date) => String(Math.floor(at.getTime() / 1000));

function escaped(body: object): string {
  return JSON.stringify(body)
    .replaceAll('/', '\\/')
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const around = ({ displayPhoneNumber, phoneNumberId }: OurNumber) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: displayPhoneNumber, phone_number_id: phoneNumberId },
});

const contact = ({ waId, userId, name }: Person) => ({
  ...(name === undefined ? {} : { profile: { name } }),
  ...(waId === undefined ? {} : { wa_id: waId }),
  ...(userId === undefined ? {} : { user_id: userId }),
});
