import { z } from 'zod';
import { speakable } from './speakable.ts';

export type Account = { secretKey: string; apiUrl: string; timeoutMs: number };
export type Refused = { answered: 'no'; status: number; json: boolean; fields: string[]; detail: string };
/** `lost` may have been done, `never` cannot have been. */
export type Answered = { answered: 'yes'; body: Record<string, unknown> } | Refused | { answered: 'lost' | 'never'; reason: string };

/** The request cannot have reached them. */
const NEVER_LEFT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'ERR_INVALID_URL', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID']);
const REQUEST_TIMEOUT = 408;

const anyObject = z.record(z.string(), z.unknown());
const text = z.string().optional().catch(undefined);
/** What fetch throws, told by its shape: the system's code stands in the cause, a time-out has only its name. */
const failure = z.object({ name: text, cause: z.object({ code: text }).optional().catch(undefined) }).catch({});

/** One request with the key of its account, and what came of it: nothing is thrown, so that no error can carry the key. */
export async function call({ secretKey, apiUrl, timeoutMs }: Account, method: 'GET' | 'POST', path: string, body?: object): Promise<Answered> {
  try {
    const response = await fetch(`${apiUrl.replace(/\/+$/, '')}/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${secretKey}`, Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual', // The key goes nowhere else.
      signal: AbortSignal.timeout(timeoutMs),
    });
    return readAnswer(response.status, await response.text(), secretKey);
  } catch (error) {
    return lost(error);
  }
}

function readAnswer(status: number, text: string, secretKey: string): Answered {
  const body = jsonOf(text);
  if (status >= 200 && status <= 299) return body === undefined ? { answered: 'lost', reason: `HTTP ${status} with an answer that is none` } : { answered: 'yes', body };
  const fields = Object.keys(anyObject.safeParse(body?.['errors']).data ?? {});
  // They answer 500 to what they do not accept, and then say which field; any other 500 tells nothing about what was done.
  if (status === REQUEST_TIMEOUT || (status >= 500 && fields.length === 0)) return { answered: 'lost', reason: `HTTP ${status}` };
  const message = text === '' || body === undefined ? '' : ` ${JSON.stringify(body['errors'] ?? body['message'] ?? '')}`;
  return { answered: 'no', status, json: body !== undefined, fields, detail: speakable(`HTTP ${status}${message}`, secretKey) };
}

function lost(error: unknown): Answered {
  const { cause, name = 'unknown' } = failure.parse(error);
  const code = cause?.code ?? name;
  // A TypeError without a cause is fetch refusing a header, in a message that repeats the key.
  return NEVER_LEFT.has(code) || (name === 'TypeError' && cause === undefined) ? { answered: 'never', reason: `not reached: ${code}` } : { answered: 'lost', reason: `no answer: ${code}` };
}

function jsonOf(body: string): Record<string, unknown> | undefined {
  try {
    return anyObject.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
