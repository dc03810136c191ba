import { afterEach, describe, expect, test } from '@jest/globals';
import { createWhatsAppClient, type Send } from '../../../src/channels/whatsapp/client.ts';
import { renderTemplate } from '../../../src/channels/whatsapp/render-template.ts';
import { json, loopback } from './loopback.ts';
import { recorded } from './payloads.ts';

type Server = Awaited<ReturnType<typeof loopback>>;
const TOKEN = 'EAAG-secret-token';
const AWA: Send = { to: { waId: '22996000001' }, message: { type: 'text', text: { body: 'Prêt !' } }, ourId: 'outbox-7' };
const open: Server[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function meta(answer: Parameters<typeof loopback>[0], more: { timeoutMs?: number } = {}) {
  const server = await loopback(answer);
  open.push(server);
  const client = createWhatsAppClient({ apiUrl: server.url, apiVersion: 'v24.0', token: TOKEN, phoneNumberId: '106540352242922', ...more });
  const asked = () => JSON.parse(server.seen[0]?.body.toString() ?? 'null');
  return { client, server, asked };
}
const accepting = json(200, recorded('meta_send_response_phone.json'));
const ACCEPTED = { outcome: 'accepted', providerId: 'wamid.HBgLMTY0NjcwNDM1OTUVAgARGBI1RjQyNUE3NEYxMzAzMzQ5MkEA' };

describe('what Meta is asked', () => {
  test('to send a text: where, as whom, to whom, and under which key of ours', async () => {
    const { client, server, asked } = await meta(accepting);
    expect(await client.send(AWA)).toEqual({ ...ACCEPTED, recipientId: '16505551234' });
    expect(server.seen).toMatchObject([{ method: 'POST', path: '/v24.0/106540352242922/messages', headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' } }]);
    expect(asked()).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+22996000001',
      type: 'text',
      text: { body: 'Prêt !' },
      biz_opaque_callback_data: 'outbox-7',
    });
  });

  test.each<[string, Send['to'], object]>([
    ['a number as WhatsApp gave it', { waId: '2290196000001' }, { to: '+2290196000001' }],
    ['a canonical number', { phone: '+2290196000001' }, { to: '+2290196000001' }],
    ['a user id', { userId: 'BJ.1349' }, { recipient: 'BJ.1349' }],
    ['a user id that stood for a number', { waId: 'BJ.1349' }, { recipient: 'BJ.1349' }],
    ['a parent user id', { userId: 'BJ.ENT.1349' }, { recipient: 'BJ.ENT.1349' }],
  ])('to write to %s', async (_, to, expected) => {
    const { client, asked } = await meta(accepting);
    await client.send({ ...AWA, to });
    const { to: phone, recipient } = asked();
    expect(phone === undefined ? { recipient } : { to: phone }).toEqual(expected);
    expect([phone, recipient].filter((address) => address !== undefined)).toHaveLength(1);
  });

  test('to reply to a message, with a template', async () => {
    const { client, asked } = await meta(accepting);
    await client.send({ ...AWA, message: renderTemplate({ name: 'ready', language: 'fr', parameters: ['Awa'] }), repliesTo: 'wamid.0' });
    expect(asked()).toMatchObject({ context: { message_id: 'wamid.0' }, type: 'template', template: { name: 'ready', components: [{ type: 'body' }] } });
  });

  test('a user id is answered by a user id', async () => {
    const { client } = await meta(json(200, recorded('meta_send_response_to_bsuid.json')));
    expect(await client.send({ ...AWA, to: { userId: 'US.13491208655302741918' } })).toEqual({ ...ACCEPTED, recipientId: 'US.13491208655302741918' });
  });

  test.each([
    [false, { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.1' }],
    [true, { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.1', typing_indicator: { type: 'text' } }],
  ])('to mark a message as read, typing: %s', async (typing, expected) => {
    const { client, asked } = await meta(json(200, { success: true }));
    expect(await client.markRead('wamid.1', { typing })).toEqual({ done: true });
    expect(asked()).toEqual(expected);
  });
});

describe('a refusal', () => {
  test.each<[string, Parameters<typeof loopback>[0], object]>([
    ['130429 slows the number down', json(400, recorded('meta_send_error_130429.json')), { code: 130429, verdict: { action: 'backoff', scope: 'number' }, reason: 'Cloud API message throughput has been reached.' }],
    ['100 is final', json(400, recorded('meta_send_error_100_mm.json')), { code: 100, verdict: { action: 'fail' } }],
    ['131026 goes by SMS', json(400, { error: { code: 131026, message: 'Undeliverable' } }), { code: 131026, verdict: { action: 'fallback' } }],
    ['190 stops everything', json(401, { error: { code: 190, message: 'Session has expired' } }), { code: 190, verdict: { action: 'stopChannel', alert: true } }],
    ['a code in a string counts', json(400, { error: { code: '131056' } }), { code: 131056, verdict: { action: 'backoff', scope: 'pair' } }],
    ['429 says when to come back', json(429, {}, { 'retry-after': '7' }), { verdict: { action: 'backoff', scope: 'app', retryAfterMs: 7000 }, reason: 'HTTP 429' }],
    ['a page of HTML from a proxy is tried again', json(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' }), { verdict: { action: 'retry' }, reason: 'HTTP 502' }],
    ['an empty 500 is tried again', json(500, ''), { verdict: { action: 'retry' } }],
    ['a redirect is not followed', json(302, '', { location: 'http://127.0.0.1:1/' }), { verdict: { action: 'fail' }, reason: 'HTTP 302' }],
    ['an error under a 200 is one', json(200, { error: { code: 131050, message: 'Stopped' } }), { code: 131050, verdict: { action: 'optOut' } }],
  ])('%s', async (_, answer, expected) => {
    const { client, server } = await meta(answer);
    expect(await client.send(AWA)).toMatchObject({ outcome: 'failed', ...expected });
    expect(server.seen).toHaveLength(1);
  });

  test('says what may be kept of it', async () => {
    const { client } = await meta(json(400, { error: { code: 131026, error_subcode: 2494010, fbtrace_id: 'AbC_12-3=', message: 'Undeliverable' } }, { 'retry-after': '3' }));
    expect(await client.send(AWA)).toMatchObject({ exchange: { method: 'POST', path: '/v24.0/106540352242922/messages', kind: 'text', status: 400, subcode: 2494010, trace: 'AbC_12-3=', retryAfterMs: 3000 } });
  });

  test('keeps no trace that is none', async () => {
    const { client } = await meta(json(400, { error: { code: 131026, fbtrace_id: 'for +229 96 00 00 01', message: 'Undeliverable' } }));
    expect(await client.send(AWA)).toMatchObject({ exchange: expect.not.objectContaining({ trace: expect.anything() }) });
  });

  test('repeats neither token nor number', async () => {
    const { client } = await meta(json(401, { error: { code: 190, message: `Malformed access token ${TOKEN} for +22996000001` } }));
    expect(await client.send(AWA)).toMatchObject({ reason: 'Malformed access token *** for ***' });
  });

  test('of reading or of a file is a value too', async () => {
    const { client } = await meta(json(400, { error: { code: 131009, message: 'Parameter value is not valid' } }));
    const refused = { outcome: 'failed', code: 131009, verdict: { action: 'fail' } };
    expect(await client.markRead('wamid.1')).toMatchObject(refused);
    expect(await client.upload(new Uint8Array([1]), 'image/png', 'a.png')).toMatchObject(refused);
  });
});

describe('an answer that does not come back', () => {
  test('because nobody listens: nothing has left', async () => {
    const { client, server } = await meta(accepting);
    await server.close();
    open.pop();
    expect(await client.send(AWA)).toEqual({ outcome: 'failed', verdict: { action: 'retry' }, reason: 'ECONNREFUSED', exchange: { method: 'POST', path: '/v24.0/106540352242922/messages', kind: 'text' } });
  });

  test.each<[string, Parameters<typeof loopback>[0]]>([
    ['because the line is cut after Meta accepted', (_, response) => response.socket?.destroy()],
    ['because it is cut in the middle', (_, response) => void response.writeHead(200, { 'content-length': '500' }).write('{"mess', () => response.socket?.destroy())],
    ['because it is not JSON', json(200, '<html>Welcome to the hotel wifi</html>', { 'content-type': 'text/html' })],
    ['because a proxy gave up waiting for it', json(504, '<html>Gateway time-out</html>', { 'content-type': 'text/html' })],
    ['because it is empty', json(200, '')],
    ['because it names no message', json(200, { messages: [] })],
    ['because the message has no id', json(200, { messages: [{}] })],
    ['because it is null', json(200, 'null')],
  ])('%s: it may have gone out', async (_, answer) => {
    const { client, server } = await meta(answer);
    expect(await client.send(AWA)).toMatchObject({ outcome: 'unknown' });
    expect(server.seen).toHaveLength(1);
  });

  test('within the time given: it may have gone out', async () => {
    const { client, server } = await meta(() => undefined, { timeoutMs: 50 });
    expect(await client.send(AWA)).toMatchObject({ outcome: 'unknown', reason: 'TimeoutError' });
    expect(server.seen).toHaveLength(1);
  });

  test('whole within the time given: it may have gone out', async () => {
    const { client } = await meta((_, response) => void response.writeHead(200).write('{'), { timeoutMs: 50 });
    expect(await client.send(AWA)).toMatchObject({ outcome: 'unknown' });
  });
});
