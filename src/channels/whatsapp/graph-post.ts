import { Agent as PlainAgent, request as plainRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { readGraphAnswer } from './graph-answer.ts';
import { LostAnswerError, UnreachableError } from './graph-error.ts';
import { networkError } from './network-error.ts';

type Options = { apiUrl: string; token: string; timeoutMs: number };
export type GraphPost = (path: string, body: object) => Promise<unknown>;

const ANSWER_MAX = 1_000_000;

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
      const json = JSON.stringify(body); // a string leaves together with the headers, in one write
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(json), accept: 'application/json' };
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

const read = (answer: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    answer.setEncoding('utf8').on('error', reject).on('end', () => resolve(text)).on('data', (more: string) => {
      text += more;
      if (text.length > ANSWER_MAX) answer.destroy(new LostAnswerError('an answer without end'));
    });
  });
