import { z } from 'zod';
import type { WhatsAppMessage } from '../channels/whatsapp/message.ts';

const template = z.object({
  name: z.string(),
  language: z.string(),
  parameters: z.array(z.string()).default([]),
  buttons: z.array(z.union([z.object({ index: z.number(), url: z.string() }), z.object({ index: z.number(), payload: z.string() })])).default([]),
});

/** What waits in the outbox: the network's own message; for WhatsApp also what says it outside the window and by SMS. */
export const whatsappPayload = z.object({
  message: z.custom<WhatsAppMessage>((message) => typeof message === 'object' && message !== null),
  readId: z.string().optional(),
  template: template.optional(),
  sms: z.object({ text: z.string() }).optional(),
});
export const smsPayload = z.object({ text: z.string() });


export const hasTemplate = (payload: unknown): boolean => whatsappPayload.safeParse(payload).data?.template !== undefined;
