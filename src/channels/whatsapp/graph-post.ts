import { Agent as PlainAgent, request as plainRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { readGraphAnswer } from './graph-answer.ts';
import { GraphError, LostAnswerError, UnreachableError } from './graph-error.ts';

type Options = { apiUrl: string; token: string; timeoutMs: number };
export type GraphPost = (path: string, body: object) => Promise<unknown>;

/** What never found the server; everything else may have arrived. */
const NEVER_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const ANSWER_BYTES_MAX = 1_000_000;

/**
 * Posts JSON to the Graph API over connections that stay open. Every message of ours passes here, and the platform's fetch
 * costs several times as much for each. Throws one of graph-error.ts unless Meta agreed.
 */
export function graphPost({ apiUrl, token, timeoutMs }: Options): GraphPost {
  const base = new URL(apiUrl);
  const secure = base.protocol === 'https:';
  const agent = secure ? new SecureAgent({ keepAlive: true }) : new PlainAgent({ keepAlive: true });
  const request = (path: string, options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest =>
    (secure ? secureRequest : plainRequest)(new URL(base.pathname.replace(/\/+$/, '') + path, base), options, onAnswer);

  return (path, body) =>
    new Promise((resolve, reject) => {
      const json = Buffer.from(JSON.stringify(body));
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': json.length, accept: 'application/json' };
      const failed = (error: unknown) => {
        clearTimeout(late);
        reject(networkError(error));
      };
      // Redirects are not followed: a message goes where it was sent, and the token nowhere else.
      const asking = request(path, { method: 'POST', agent, headers }, (answer) => {
        read(answer).then((text) => {
          clearTimeout(late);
          resolve(readGraphAnswer({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'], body: text }, token));
        }).catch(failed);
      });
      const late = setTimeout(() => asking.destroy(asking.socket?.connecting === false ? new LostAnswerError('TimeoutError') : new UnreachableError('TimeoutError')), timeoutMs);
      asking.on('error', failed);
      asking.end(json);
    });
}

async function read(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_BYTES_MAX) throw new LostAnswerError('an answer without end');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function networkError(error: unknown): Error {
  if (error instanceof GraphError || error instanceof LostAnswerError || error instanceof UnreachableError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  return NEVER_REACHED.has(code) ? new UnreachableError(code) : new LostAnswerError(code);
}
