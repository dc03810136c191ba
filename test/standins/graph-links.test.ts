import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import { APP_SECRET, AWA, PHONE_NUMBER_ID, startEchoApp, type EchoApp } from './echo-app.ts';

const OURS = 'https://griot.example';
let griot: EchoApp;
let graph: GraphStandin;
let files: Server;

beforeEach(async () => {
  griot = await startEchoApp();
  files = createServer(({ url }, res) => {
    const type = url === '/r/pdf' ? 'application/pdf' : url === '/r/page' ? 'text/html' : undefined;
    if (type === undefined) res.writeHead(404).end();
    else res.writeHead(200, { 'content-type': type }).end('%PDF-1.4');
  }).listen(0, '127.0.0.1');
  await once(files, 'listening');
  const local = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
  const reach = (link: string) => (link.startsWith(OURS) ? (link.endsWith('/nobody') ? 'http://127.0.0.1:9/' : link.replace(OURS, local)) : undefined);
  graph = await startGraphStandin({ webhookUrl: `${griot.url}/webhooks/whatsapp`, appSecret: APP_SECRET, phoneNumberId: PHONE_NUMBER_ID, retryAfterMs: [1, 1, 1], reach });
  griot.graphUrl = graph.url;
});
afterEach(async () => {
  files.close();
  files.closeAllConnections();
  await graph.close();
  await griot.close();
});

test.each([
  ['a paper that answers', `${OURS}/r/pdf`, ['sent', 'delivered', 'read'], undefined],
  ['what is not on our machine, which is believed', 'https://elsewhere.example/x.pdf', ['sent', 'delivered', 'read'], undefined],
  ['what is not there', `${OURS}/r/gone`, ['failed'], 'Downloading media from weblink failed with http code 404.'],
  ['a page', `${OURS}/r/page`, ['failed'], "Unsupported media: 8 bytes of 'text/html'."],
  ['where nobody answers', `${OURS}/r/nobody`, ['failed'], 'Downloading media from weblink failed.'],
])('a document by link is taken; Meta tells afterwards what became of %s', async (_, link, words, details) => {
  const answer = await griot.send({ to: AWA, type: 'document', document: { link, filename: 'recu-2026-0001.pdf', caption: 'Votre reçu' } });
  expect(answer.status).toBe(200);
  await graph.idle();
  expect(griot.statuses().map(({ status }) => status)).toEqual(words);
  expect(griot.statuses().at(-1)?.errors).toEqual(details === undefined ? undefined : [expect.objectContaining({ code: 131053, error_data: { details } })]);
});
