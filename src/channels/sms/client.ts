import { z } from 'zod';
import type { Exchange, Sent } from '../channel.ts';
import { parseCost } from './cost.ts';
import { ACCEPTED, verdictFor, verdictForHttp } from './errors.ts';
import { segments } from './segments.ts';

type Config = { apiUrl: string; username: string; apiKey: string; senderId?: string; timeoutMs?: number };
/** `ourId` stays with us: their API carries no id of the caller, in neither direction. */
type OutgoingSms = { to: string; text: string; ourId: string };
export type SmsClient = { send: (sms: OutgoingSms) => Promise<Sent> };

const PATH = '/version1/messaging';
const TIMEOUT_MS = 10_000;
const REASON_MAX = 200;
/** The request cannot have reached them, so that sending again sends once. */
const NEVER_LEFT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID']);

const text = z.string().optional().catch(undefined);
const recipient = z.object({ statusCode: z.coerce.number().positive().optional().catch(undefined), status: text, messageId: text, cost: text, messageParts: z.coerce.number().int().positive().optional().catch(undefined) });
const answer = z.object({ SMSMessageData: z.object({ Message: text, Recipients: z.array(recipient).default([]) }) });
type Recipient = z.infer<typeof recipient>;
/** What fetch throws, told by its shape: the system's code stands in the cause, a time-out has only its name. */
const failure = z.object({ name: text, cause: z.object({ code: text }).optional().catch(undefined) }).catch({});

/** Sends SMS over Africa's Talking. Their own library gates numbers, has no time-out and puts the key in its errors: see DECISIONS.md. */
export function createSmsClient(config: Config): SmsClient {
  return { send: (sms) => send(config, sms) };
}

async function send(config: Config, sms: OutgoingSms): Promise<Sent> {
  const { apiKey, timeoutMs = TIMEOUT_MS } = config;
  const exchange: Exchange = { method: 'POST', path: PATH, kind: 'sms' };
  try {
    const response = await fetch(`${config.apiUrl.replace(/\/+$/, '')}${PATH}`, {
      method: 'POST',
      headers: { apiKey, Accept: 'application/json' },
      body: formOf(config, sms),
      redirect: 'manual', // The key goes nowhere else.
      signal: AbortSignal.timeout(timeoutMs),
    });
    const retryAfter = retryAfterMs(response);
    Object.assign(exchange, { status: response.status }, retryAfter === undefined ? {} : { retryAfterMs: retryAfter });
    const sent = readAnswer(response.status, retryAfter, await response.text(), sms, apiKey);
    return sent.outcome === 'accepted' ? sent : { ...sent, exchange };
  } catch (error) {
    return { ...lost(error), exchange };
  }
}

function formOf({ username, senderId }: Config, { to, text: message }: OutgoingSms): URLSearchParams {
  const address = /^\d/.test(to) ? `+${to}` : to;
  return new URLSearchParams({ username, to: address, message: message.normalize('NFC'), ...(senderId !== undefined && { from: senderId }) });
}

function readAnswer(status: number, retryAfter: number | undefined, body: string, sms: OutgoingSms, apiKey: string): Sent {
  if (status === 504) return { outcome: 'unknown', reason: 'HTTP 504' };
  if (status < 200 || status > 299) return { outcome: 'failed', verdict: verdictForHttp(status, retryAfter), code: status, reason: speakable(`HTTP ${status} ${body}`, apiKey) };
  const parsed = answer.safeParse(jsonOf(body));
  if (!parsed.success) return { outcome: 'unknown', reason: `HTTP ${status} with an answer that is none` };
  const { Message: message = '', Recipients: [first] } = parsed.data.SMSMessageData;
  // A refusal of the whole message comes as 201 with nobody in it.
  return first === undefined ? refused(message, message, apiKey) : readRecipient(first, sms, apiKey);
}

function readRecipient({ statusCode, status = '', messageId, cost = '', messageParts }: Recipient, sms: OutgoingSms, apiKey: string): Sent {
  const accepted = statusCode === undefined ? status.toLowerCase() === 'success' : ACCEPTED.has(statusCode);
  if (!accepted) return refused(statusCode ?? status, status, apiKey);
  if (messageId === undefined) return { outcome: 'unknown', reason: 'accepted without an id' };
  const parts = messageParts ?? segments(sms.text).parts;
  return { outcome: 'accepted', providerId: messageId, parts, ...(parseCost(cost) && { cost }) };
}

function refused(code: number | string, words: string, apiKey: string): Sent {
  return { outcome: 'failed', verdict: verdictFor(code), code: typeof code === 'number' ? code : speakable(code, apiKey), reason: speakable(words, apiKey) || 'refused without a reason' };
}

/** No id of ours travels with an SMS: a request whose answer is lost may have been sent, and must not be called failed. */
function lost(error: unknown): Exclude<Sent, { outcome: 'accepted' }> {
  const { cause, name = 'unknown' } = failure.parse(error);
  const code = cause?.code ?? name;
  // A TypeError without a system code is fetch refusing the address or a header.
  if (NEVER_LEFT.has(code) || code === 'TypeError') return { outcome: 'failed', verdict: { action: 'retry' }, code, reason: `not reached: ${code}` };
  return { outcome: 'unknown', reason: `no answer: ${code}` };
}

/** Fit for a log: what they write may repeat the key or the number. */
function speakable(words: string, apiKey: string): string {
  return words.replaceAll(apiKey, '***').replace(/\d{7,}/g, '***').replace(/\s+/g, ' ').trim().slice(0, REASON_MAX);
}

function retryAfterMs(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
