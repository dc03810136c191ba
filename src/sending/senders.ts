import { z } from 'zod';
import type { Sent } from '../channels/channel.ts';
import { createSmsClient } from '../channels/sms/client.ts';
import { createWhatsAppClient } from '../channels/whatsapp/client.ts';
import type { WhatsAppMessage } from '../channels/whatsapp/message.ts';
import { isUserId } from '../channels/whatsapp/person.ts';
import type { AfricasTalkingConfig, Provider, WhatsAppConfig } from '../config.ts';
import type { Parcel } from '../db/outbox.ts';

/** `courteous`: there is time for what is only polite, as marking read. */
export type Send = (parcel: Parcel, how: { courteous: boolean }) => Promise<Sent>;

const whatsappPayload = z.object({ message: z.custom<WhatsAppMessage>((message) => typeof message === 'object'), readId: z.string().optional() });
const smsPayload = z.object({ text: z.string() });

const OFF: Sent = { outcome: 'failed', verdict: { action: 'fail' }, reason: 'the channel is off' };

/** The one place that knows which client carries which channel. */
export function senders(whatsapp: Provider<WhatsAppConfig>, africasTalking: Provider<AfricasTalkingConfig>): Send {
  const toWhatsApp = whatsapp.mode === 'off' ? undefined : byWhatsApp(whatsapp.settings);
  const toSms = africasTalking.mode === 'off' ? undefined : bySms(africasTalking.settings);
  return async (parcel, how) => (await (parcel.channel === 'whatsapp' ? toWhatsApp : toSms)?.(parcel, how)) ?? OFF;
}

function byWhatsApp(settings: WhatsAppConfig): Send {
  const client = createWhatsAppClient(settings);
  return async ({ key, externalId, payload }, { courteous }) => {
    const { message, readId } = whatsappPayload.parse(payload);
    if (readId !== undefined && courteous) void client.markRead(readId).catch(() => undefined); // blue ticks are a courtesy: nothing waits for them
    return client.send({ to: isUserId(externalId) ? { userId: externalId } : { waId: externalId }, message, ourId: key });
  };
}

function bySms(settings: AfricasTalkingConfig): Send {
  const { senderId, ...rest } = settings;
  const client = createSmsClient({ ...rest, ...(senderId === undefined ? {} : { senderId }) });
  return ({ key, externalId, payload }) => client.send({ to: externalId, text: smsPayload.parse(payload).text, ourId: key });
}
