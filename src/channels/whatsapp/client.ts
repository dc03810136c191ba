import { WhatsAppAPI } from 'whatsapp-api-js';
import { z } from 'zod';
import type { Exchange, Sent, Verdict } from '../channel.ts';
import { verdictFor } from './errors.ts';
import { GraphError, LostAnswerError, UnreachableError } from './graph-error.ts';
import { fileFetch, graphFetch } from './graph-fetch.ts';
import { graphPost } from './graph-post.ts';
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
  const toGraph = graphPost({ apiUrl, token, timeoutMs });
  const path = `/${apiVersion}/${phoneNumberId}/messages`;
  const post = (body: object) => toGraph(path, { messaging_product: 'whatsapp', ...body });
  const uploads = apiOver(graphFetch({ apiUrl, token, timeoutMs: fileTimeoutMs }));
  const files = apiOver(fileFetch({ apiUrl, token, timeoutMs: fileTimeoutMs }));
  const media = (id: string) => mediaInfo(api, id, phoneNumberId);
  return {
    send: (request) => send(post, path, request),
    markRead: (messageId, { typing } = {}) => markRead(post, messageId, typing === true),
    media,
    download: async (id, maxBytes) => {
      const info = await media(id);
      return 'refused' in info ? info : downloadMedia(files, info, maxBytes);
    },
    upload: (bytes, mime, filename) => upload(uploads, phoneNumberId, new File([bytes], filename, { type: mime })),
  };
}

type Post = (body: object) => Promise<unknown>;

async function send(post: Post, path: string, { to, message, ourId, repliesTo }: Send): Promise<Sent> {
  const context = repliesTo === undefined ? undefined : { message_id: repliesTo };
  try {
    const { messages, contacts } = sentSchema.parse(await post({ recipient_type: 'individual', ...addressOf(to), ...message, ...present({ context }), biz_opaque_callback_data: ourId }));
    const recipientId = contacts[0]?.wa_id ?? contacts[0]?.user_id;
    return { outcome: 'accepted', providerId: messages[0].id, ...present({ recipientId }) };
  } catch (error) {
    // Anything else came after the request had left: it may have gone out.
    const exchange: Exchange = { method: 'POST', path, kind: kindOf(message), ...answerOf(error) };
    return { ...(refusalOf(error) ?? { outcome: 'unknown', reason: reasonOf(error) }), exchange };
  }
}

const kindOf = (message: WhatsAppMessage): string =>
  message.type === 'interactive' ? `interactive ${message.interactive.type}` : message.type === 'template' ? `template ${message.template.name}` : message.type;

function answerOf(error: unknown): Omit<Exchange, 'method' | 'path' | 'kind'> {
  if (error instanceof LostAnswerError) return present({ status: error.httpStatus });
  if (!(error instanceof GraphError)) return {};
  const { httpStatus: status, subcode, trace, retryAfterMs } = error;
  return { status, ...present({ subcode, trace, retryAfterMs }) };
}

async function markRead(post: Post, messageId: string, typing: boolean): Promise<{ done: true } | Failed> {
  try {
    await post({ status: 'read', message_id: messageId, ...(typing ? { typing_indicator: { type: 'text' } } : {}) });
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

/** Without a + Meta puts our own country code in front of the digits. */
function addressOf(to: Addressee): { to: string } | { recipient: string } {
  if ('userId' in to) return { recipient: to.userId };
  const address = 'waId' in to ? to.waId : to.phone;
  if (isUserId(address)) return { recipient: address };
  return { to: address.startsWith('+') ? address : `+${address}` };
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
