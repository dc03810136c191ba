import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { readWebhook, type PaymentNews } from '../../src/providers/fedapay/read-webhook.ts';
import { verifySignature } from '../../src/providers/fedapay/signature.ts';

type Received = { path: string; signature: string; genuine: boolean; news: PaymentNews };

/** Takes the events of FedaPay as Griot must: signature first, then what they say. */
export async function startReceiver(secret: string, now: () => Date) {
  const received: Received[] = [];
  /** Answers to give before the usual 200. */
  const nextAnswers: number[] = [];
  const server = createServer(async (request, response) => {
    const raw = await buffer(request);
    const signature = String(request.headers['x-fedapay-signature']);
    received.push({ path: request.url ?? '', signature, genuine: verifySignature(raw, signature, secret, now()), news: readWebhook(raw) });
    response.writeHead(nextAnswers.shift() ?? 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received, nextAnswers,
    /** What is believed: the name, and whether it is signed by who has the secret. */
    told: () => received.map(({ news, genuine }) => `${news.name} ${genuine ? 'genuine' : 'forged'}`),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
