import { readdirSync, readFileSync } from 'node:fs';
import type { Arrival } from '../../../src/channels/channel.ts';
import { parseWebhook } from '../../../src/channels/whatsapp/receive.ts';

const folder = new URL('../../fixtures/whatsapp/', import.meta.url);

/** The number of Meta's own samples. */
export const OURS = { phoneNumberId: '106540352242922', receivedAt: '2026-11-21T08:00:00.000Z' };
export const SHEENA = { wa_id: '16505551234', profile: { name: 'Sheena Nelson' } };

export const files = (): string[] => readdirSync(folder);
export const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
export const recorded = (name: string) => JSON.parse(textOf(name));

export function arrivalsOf(body: unknown): Arrival[] {
  const parsed = parseWebhook(body, OURS);
  if ('malformed' in parsed) throw new Error('malformed');
  return parsed.arrivals;
}

export function onlyArrival(body: unknown): Arrival {
  const [arrival, ...others] = arrivalsOf(body);
  if (arrival === undefined || others.length > 0) throw new Error(`${others.length + 1} arrivals`);
  return arrival;
}

export const bodyOf = (value: object, field = 'messages', entry: object = { id: '102290129340398' }) => ({
  object: 'whatsapp_business_account',
  entry: [{ ...entry, changes: [{ field, value }] }],
});

export const valueOf = (fields: object, phoneNumberId: unknown = OURS.phoneNumberId) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
  contacts: [SHEENA],
  ...fields,
});

/** A message of Sheena's, as Meta wraps it. */
export const messageBody = (message: object, fields: object = {}) =>
  bodyOf(valueOf({ messages: [{ from: '16505551234', id: 'wamid.1', timestamp: '1750000000', ...message }], ...fields }));
