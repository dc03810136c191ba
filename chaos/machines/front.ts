import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Undo } from './undo.ts';

/** What stands before several webs: each request to the next of them, and to the one after when nobody listens there. */
export async function openFront(upstreams: readonly string[], undo: Undo): Promise<string> {
  let turn = 0;
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => pass(Buffer.concat(chunks), req, res, upstreams.length));
  });

  function pass(body: Buffer, req: IncomingMessage, res: ServerResponse, left: number): void {
    const upstream = upstreams[turn++ % upstreams.length] ?? '';
    const onward = request(new URL(req.url ?? '/', upstream), { method: req.method, headers: { ...req.headers, connection: 'close' }, agent: false }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
      answer.on('error', () => res.destroy());
    });
    // Only what certainly never arrived may go to another; of the rest nobody knows.
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && left > 1) pass(body, req, res, left - 1);
      else if (res.headersSent) res.destroy();
      else res.writeHead(502).end();
    });
    onward.end(body);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.add(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
