import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

export type LoopbackServer = { url: string; close: () => Promise<void> };

/** Listens on this machine only; port 0 takes any free one. Closing hangs up on whoever is still connected. */
export async function listenOnLoopback(listener: RequestListener, port = 0): Promise<LoopbackServer> {
  const server = createServer(listener);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
