import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import { APP_SECRET, AWA, PHONE_NUMBER_ID, startEchoApp, type EchoApp } from './echo-app.ts';

let griot: EchoApp;
let graph: GraphStandin;

beforeEach(async () => {
  griot = await startEchoApp();
  graph = await startGraphStandin({ webhookUrl: `${griot.url}/webhooks/whatsapp`, appSecret: APP_SECRET, phoneNumberId: PHONE_NUMBER_ID, retryAfterMs: [1, 1, 1] });
  griot.graphUrl = graph.url;
});
afterEach(async () => {
  await graph.close();
  await griot.close();
});

const sentTo = (who: string) => graph.log.of(graph.keyOf(who)).flatMap((entry) => (entry.from === 'business' ? [entry] : []));
const errorOf = async (answer: Response) => ((await answer.json()) as { error: { code: number; error_data: { details: string } } }).error;

describe('media', () => {
  const upload = (file: File, extra: Record<string, string> = { messaging_product: 'whatsapp' }) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(extra)) form.set(name, value);
    form.set('file', file);
    return fetch(`${graph.url}/v24.0/${PHONE_NUMBER_ID}/media`, { method: 'POST', headers: { authorization: 'Bearer x' }, body: form });
  };
  const ask = (path: string, authorization = 'Bearer x') => fetch(path.startsWith('http') ? path : `${graph.url}${path}`, { headers: authorization ? { authorization } : {} });

  test('what Griot uploads can be looked up, fetched with the token only, and sent', async () => {
    const pdf = Buffer.from('%PDF-1.4 reçu');
    const { id } = (await (await upload(new File([pdf], 'recu.pdf', { type: 'application/pdf' }))).json()) as { id: string };
    const found = (await (await ask(`/v24.0/${id}?phone_number_id=${PHONE_NUMBER_ID}`)).json()) as { url: string };
    expect(found).toMatchObject({ id, mime_type: 'application/pdf', file_size: pdf.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await ask(found.url, '')).status).toBe(401);
    expect(Buffer.from(await (await ask(found.url)).arrayBuffer())).toEqual(pdf);
    expect((await griot.send({ to: AWA, type: 'document', document: { id, filename: 'recu.pdf' } })).status).toBe(200);
    expect(sentTo(AWA)[0]?.shown.media).toEqual({ kind: 'document', id, filename: 'recu.pdf' });
  });

  test('what Awa sends can be fetched by the id of the webhook', async () => {
    await graph.userSends(AWA, { type: 'media', kind: 'image', bytes: Buffer.from('jpeg'), mime: 'image/jpeg', caption: 'Ma robe' });
    const image = griot.values()[0]?.messages?.[0]?.image as unknown as { id: string; caption: string };
    expect(image.caption).toBe('Ma robe');
    const { url } = (await (await ask(`/v24.0/${image.id}`)).json()) as { url: string };
    expect(await (await ask(url)).text()).toBe('jpeg');
    expect((await ask(`/v24.0/${image.id}?phone_number_id=1`)).status).toBe(400);
  });

  test.each([
    ['a program', new File(['MZ'], 'x.exe', { type: 'application/x-msdownload' }), undefined],
    ['a picture over 5 MB', new File([Buffer.alloc(5 * 1024 * 1024 + 1)], 'x.png', { type: 'image/png' }), undefined],
    ['an upload for nobody', new File(['x'], 'x.txt', { type: 'text/plain' }), {}],
  ])('%s is refused', async (_, file, extra) => {
    const answer = await upload(file, extra);
    expect((await errorOf(answer)).code).toBe(100);
  });
});
