import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Seen = { method: string; path: string; headers: IncomingMessage['headers']; body: Buffer };
type Answer = (request: Seen, response: ServerResponse) => void;

/** A server on this machine that answers as it is told, and remembers what it was asked. */
export async function loopback(answer: Answer) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const asked = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: await buffer(request) };
    seen.push(asked);
    answer(asked, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, seen, close };
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
