import type { Sent } from '../channels/channel.ts';
import { createSmsClient } from '../channels/sms/client.ts';
import { createWhatsAppClient } from '../channels/whatsapp/client.ts';
import { isUserId } from '../channels/whatsapp/person.ts';
import { renderTemplate } from '../channels/whatsapp/render-template.ts';
import type { AfricasTalkingConfig, Provider, WhatsAppConfig } from '../config.ts';
import type { Parcel } from '../db/outbox.ts';
import { smsPayload, whatsappPayload } from './payload.ts';

/** `courteously` does what is only polite, as marking read, when the line has time for it. */
export type Sending = { as: 'message' | 'template'; courteously: (act: () => Promise<unknown>) => void };
export type Send = (parcel: Parcel, sending: Sending) => Promise<Sent>;

/** Nothing has left, and trying again would not help. */
const UNREADABLE: Sent = { outcome: 'failed', verdict: { action: 'fail' }, reason: 'not written as a message' };
const OFF: Sent = { outcome: 'failed', verdict: { action: 'fail' }, reason: 'the channel is off' };

/** The one place that knows which client carries which channel. */
export function senders(whatsapp: Provider<WhatsAppConfig>, africasTalking: Provider<AfricasTalkingConfig>): Send {
  const toWhatsApp = whatsapp.mode === 'off' ? undefined : byWhatsApp(whatsapp.settings);
  const toSms = africasTalking.mode === 'off' ? undefined : bySms(africasTalking.settings);
  return async (parcel, sending) => (await (parcel.channel === 'whatsapp' ? toWhatsApp : toSms)?.(parcel, sending)) ?? OFF;
}

function byWhatsApp(settings: WhatsAppConfig): Send {
  const client = createWhatsAppClient(settings);
  return async ({ key, externalId, payload }, { as, courteously }) => {
    const written = whatsappPayload.safeParse(payload).data;
    if (written === undefined) return UNREADABLE;
    const { message, readId, template } = written;
    if (readId !== undefined) courteously(() => client.markRead(readId));
    const said = as === 'template' && template !== undefined ? renderTemplate(template) : message;
    return client.send({ to: isUserId(externalId) ? { userId: externalId } : { waId: externalId }, message: said, ourId: key });
  };
}

function bySms(settings: AfricasTalkingConfig): Send {
  const { senderId, ...rest } = settings;
  const client = createSmsClient({ ...rest, ...(senderId === undefined ? {} : { senderId }) });
  return async ({ key, externalId, payload }) => {
    const written = smsPayload.safeParse(payload).data;
    return written === undefined ? UNREADABLE : client.send({ to: externalId, text: written.text, ourId: key });
  };
}
