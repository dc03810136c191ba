import { readGraphAnswer, refusal } from './graph-answer.ts';
import { ForeignHostError } from './graph-error.ts';
import { networkError } from './network-error.ts';

type Options = { apiUrl: string; token: string; timeoutMs: number };

/** The address written into the library, which it does not let us choose. */
const WRITTEN_IN = 'https://graph.facebook.com';
const MEDIA_HOST = /(^|\.)fbsbx\.com$/;
const REDIRECTS_MAX = 3;

/**
 * The fetch under whatsapp-api-js where files are concerned, which has no time-out, takes a refusal for an answer, and sends the token to any host.
 * Throws one of graph-error.ts unless Meta agreed; the answer has then been read, and is JSON.
 */
export function graphFetch(options: Options): typeof fetch {
  return async (input, init) => {
    const response = await agreed(input, init, options);
    const body = await textOf(response);
    readGraphAnswer(answered(response, body), options.token);
    return new Response(body, response);
  };
}

/** The same for a file: the body is still to be read. */
export function fileFetch(options: Options): typeof fetch {
  return (input, init) => agreed(input, init, options);
}

async function agreed(input: string | URL | Request, init: RequestInit | undefined, options: Options): Promise<Response> {
  const asked = new URL(input instanceof Request ? input.url : input);
  const url = asked.origin === WRITTEN_IN ? new URL(options.apiUrl + asked.pathname + asked.search) : asked;
  const response = await follow(url, init ?? {}, options);
  if (response.ok) return response;
  throw refusal(answered(response, await textOf(response)), options.token);
}

/** Redirects are followed by hand: each hop gets the token, so each hop must be the provider's. */
async function follow(url: URL, init: RequestInit, options: Options, hops = 0): Promise<Response> {
  if (!isProviders(url, options.apiUrl)) throw new ForeignHostError(`${url.host} is not the provider's`);
  const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(options.timeoutMs) }).catch((error: unknown) => {
    throw networkError(error);
  });
  const location = response.headers.get('location');
  const redirected = response.status >= 300 && response.status < 400 && location !== null;
  if (!redirected || init.method === 'POST' || hops >= REDIRECTS_MAX) return response;
  await response.body?.cancel();
  return follow(new URL(location, url), init, options, hops + 1);
}

function isProviders(url: URL, apiUrl: string): boolean {
  const api = new URL(apiUrl);
  return (url.host === api.host && url.protocol === api.protocol) || (url.protocol === 'https:' && MEDIA_HOST.test(url.hostname));
}

const answered = ({ status, headers }: Response, body: string) => ({ status, retryAfter: headers.get('retry-after'), body });

async function textOf(response: Response): Promise<string> {
  return response.text().catch((error: unknown) => {
    throw networkError(error);
  });
}
