import { WhatsAppAPI } from 'whatsapp-api-js';
import { z } from 'zod';
import type { Sent, Verdict } from '../channel.ts';
import { verdictFor } from './errors.ts';
import { GraphError, LostAnswerError, UnreachableError } from './graph-error.ts';
import { fileFetch, graphFetch } from './graph-fetch.ts';
import { downloadMedia, mediaInfo, type MediaFile, type MediaInfo, type MediaRefusal } from './media-download.ts';
import type { WhatsAppMessage } from './message.ts';
import { isUserId } from './person.ts';
import { present } from './present.ts';
import { contactSchema, idText, listOf } from './schema.ts';

type Config = { apiUrl: string; apiVersion: string; token: string; phoneNumberId: string; timeoutMs?: number; fileTimeoutMs?: number };
/** The address as the person wrote from it; a canonical phone only for whom has never written. */
type Addressee = { phone: string } | { waId: string } | { userId: string };
export type Send = { to: Addressee; message: WhatsAppMessage; ourId: string; repliesTo?: string };
type Failed = Extract<Sent, { outcome: 'failed' }>;
export type WhatsAppClient = {
  send(request: Send): Promise<Sent>;
  /** With `typing`, shows that we are answering, for 25 s at most. */
  markRead(messageId: string, how?: { typing?: boolean }): Promise<{ done: true } | Failed>;
  media(id: string): Promise<MediaInfo | MediaRefusal>;
  download(id: string, maxBytes: number): Promise<MediaFile | MediaRefusal>;
  upload(bytes: Uint8Array<ArrayBuffer>, mime: string, filename: string): Promise<{ mediaId: string } | Failed>;
};

const TIMEOUT_MS = 10_000;
const FILE_TIMEOUT_MS = 60_000;

const sentSchema = z.looseObject({ messages: z.tuple([z.looseObject({ id: idText })], z.unknown()), contacts: listOf(contactSchema) });
const uploadedSchema = z.looseObject({ id: idText });

/** The number we send from. Foreseen outcomes are values; whether to try again is for the caller to decide. */
export function createWhatsAppClient(config: Config): WhatsAppClient {
  const { token, phoneNumberId, apiVersion, timeoutMs = TIMEOUT_MS, fileTimeoutMs = FILE_TIMEOUT_MS } = config;
  const apiUrl = config.apiUrl.replace(/\/+$/, '');
  const apiOver = (fetch: typeof globalThis.fetch) => new WhatsAppAPI({ token, v: apiVersion, secure: false, ponyfill: { fetch } });
  const api = apiOver(graphFetch({ apiUrl, token, timeoutMs }));
  const uploads = apiOver(graphFetch({ apiUrl, token, timeoutMs: fileTimeoutMs }));
  const files = apiOver(fileFetch({ apiUrl, token, timeoutMs: fileTimeoutMs }));
  const media = (id: string) => mediaInfo(api, id, phoneNumberId);
  return {
    send: (request) => send(api, phoneNumberId, request),
    markRead: (messageId, { typing } = {}) => markRead(api, phoneNumberId, messageId, typing === true),
    media,
    download: async (id, maxBytes) => {
      const info = await media(id);
      return 'refused' in info ? info : downloadMedia(files, info, maxBytes);
    },
    upload: (bytes, mime, filename) => upload(uploads, phoneNumberId, new File([bytes], filename, { type: mime })),
  };
}

async function send(api: WhatsAppAPI, phoneNumberId: string, { to, message, ourId, repliesTo }: Send): Promise<Sent> {
  const [recipient, content] = [addressOf(to), asClientMessage(message)];
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the newer form asks for a user id also where only the number is known
    const { messages, contacts } = sentSchema.parse(await api.sendMessage(phoneNumberId, recipient, content, repliesTo, ourId));
    const recipientId = contacts[0]?.wa_id ?? contacts[0]?.user_id;
    return { outcome: 'accepted', providerId: messages[0].id, ...present({ recipientId }) };
  } catch (error) {
    // Anything else came after the request had left: it may have gone out.
    return refusalOf(error) ?? { outcome: 'unknown', reason: reasonOf(error) };
  }
}

async function markRead(api: WhatsAppAPI, phoneNumberId: string, messageId: string, typing: boolean): Promise<{ done: true } | Failed> {
  try {
    await api.markAsRead(phoneNumberId, messageId, typing ? 'text' : undefined);
    return { done: true };
  } catch (error) {
    return refusalOf(error) ?? lost(error);
  }
}

async function upload(api: WhatsAppAPI, phoneNumberId: string, file: File): Promise<{ mediaId: string } | Failed> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', file.type);
  form.set('file', file);
  try {
    // Their check of types knows fewer than Meta takes.
    return { mediaId: uploadedSchema.parse(await api.uploadMedia(phoneNumberId, form, false)).id };
  } catch (error) {
    return refusalOf(error) ?? lost(error);
  }
}

/** Without a + Meta puts our own country code in front of the digits. The library sends a user id as `recipient`. */
function addressOf(to: Addressee): string {
  if ('userId' in to) return to.userId;
  const address = 'waId' in to ? to.waId : to.phone;
  return isUserId(address) || address.startsWith('+') ? address : `+${address}`;
}

/** The library sends, under the name in `_type`, the JSON of what it is given: ours is JSON already. */
function asClientMessage(message: WhatsAppMessage): { _type: WhatsAppMessage['type'] } {
  const { type, ...named } = message;
  const [content] = Object.values<unknown>(named);
  return { _type: type, ...{ toJSON: () => content } };
}

function refusalOf(error: unknown): Failed | undefined {
  if (error instanceof UnreachableError) return { outcome: 'failed', verdict: { action: 'retry' }, reason: error.message };
  if (!(error instanceof GraphError)) return undefined;
  const { retryAfterMs } = error;
  const verdict: Verdict = { ...verdictFor(error), ...present({ retryAfterMs }) };
  return { outcome: 'failed', verdict, ...present({ code: error.code }), reason: error.message };
}

/** What has no effect on anybody may simply be done again. */
function lost(error: unknown): Failed {
  return { outcome: 'failed', verdict: { action: 'retry' }, reason: reasonOf(error) };
}

const reasonOf = (error: unknown): string => (error instanceof LostAnswerError ? error.message : 'an answer of another shape');
