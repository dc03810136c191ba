import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readBody } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSmsClient } from '../../../src/channels/sms/client.ts';
import { parseCost } from '../../../src/channels/sms/cost.ts';
import { verdictFor } from '../../../src/channels/sms/errors.ts';

const API_KEY = 'atsk_0123456789abcdef';
const sms = { to: '+2290196000001', text: `Votre boubou est prêt. ${'Reste 12 500 F. '.repeat(4)}`, ourId: 'out-1' };

type Asked = { method?: string | undefined; url?: string | undefined; headers: IncomingMessage['headers']; form: Record<string, string> };
type Answer = { status?: number; body?: string; headers?: Record<string, string> } | ((response: ServerResponse) => void);
let answer: Answer;
let asked: Asked[];
let server: Server;
let apiUrl: string;

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    asked.push({ method: request.method, url: request.url, headers: request.headers, form: Object.fromEntries(new URLSearchParams(await readBody(request))) });
    if (typeof answer === 'function') answer(response);
    else response.writeHead(answer.status ?? 201, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  apiUrl = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const client = (rest: Partial<Parameters<typeof createSmsClient>[0]> = {}) => createSmsClient({ apiUrl, username: 'griot', apiKey: API_KEY, ...rest });
const sendTo = async (given: Answer, rest = {}) => {
  answer = given;
  return client(rest).send(sms);
};
const recipients = (...list: unknown[]) => ({ body: JSON.stringify({ SMSMessageData: { Message: 'Sent to 1/1 Total Cost: XOF 25.00', Recipients: list } }) });
/** What may be kept of a call that was not agreed to. */
const exchange = (answered: object = {}) => ({ method: 'POST', path: '/version1/messaging', kind: 'sms', ...answered });
const recorded = (file: string) => {
  const { http_status: status, body_text: body, content_type: type } = JSON.parse(readFileSync(`test/fixtures/africastalking/${file}`, 'utf8'));
  return { status, body, headers: { 'content-type': type } };
};

test('what leaves is a form with the key in its header', async () => {
  await sendTo(recorded('send_response_queued_102.json'), { senderId: 'GRIOT', apiUrl: `${apiUrl}/` });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    method: 'POST',
    url: '/version1/messaging',
    headers: { apikey: API_KEY, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
  });
  expect(asked[0]?.form).toEqual({ username: 'griot', to: '+2290196000001', message: sms.text, from: 'GRIOT' });
});

test('without a sender none is sent; a bare number gets its +, and accents are composed', async () => {
  answer = recorded('send_response_queued_102.json');
  await client().send({ to: '22996000001', text: 'e\u0301te\u0301', ourId: 'out-2' });
  expect(asked[0]?.form).toEqual({ username: 'griot', to: '+22996000001', message: 'été' });
});

test('two accounts at once each keep their own key, name and address', async () => {
  answer = recorded('send_response_queued_102.json');
  const other = createSmsClient({ apiUrl, username: 'sandbox', apiKey: 'other-key' });
  await Promise.all([client().send(sms), other.send(sms), client().send(sms)]);
  expect(asked.map(({ headers, form }) => [headers['apikey'], form['username']]).toSorted()).toEqual([[API_KEY, 'griot'], [API_KEY, 'griot'], ['other-key', 'sandbox']]);
});

describe('recorded answers', () => {
  test('queued (102) is accepted, and the message id kept', async () => {
    expect(await sendTo(recorded('send_response_queued_102.json'))).toEqual({ outcome: 'accepted', providerId: 'ATXid_f2341aa72bd1db236f477bf5f644e303', parts: 2, cost: 'KES 0.8000' });
  });
  test('messageParts is the count that was paid', async () => {
    const body = readFileSync('test/fixtures/africastalking/send_response_message_parts.json', 'utf8');
    expect(await sendTo({ body })).toEqual({ outcome: 'accepted', providerId: 'ATXid_263022d5954c5c2a7adb3a80e34e6ed2', parts: 1, cost: 'KES 0.8000' });
  });
  test('an invalid sender is a failure, although it comes as 201', async () => {
    expect(await sendTo(recorded('send_response_invalid_sender_201.json'))).toEqual({
      outcome: 'failed', verdict: { action: 'fail', alert: true }, code: 'InvalidSenderId', reason: 'InvalidSenderId', exchange: exchange({ status: 201 }),
    });
  });
  test('an invalid key stops the channel, although the body is no JSON', async () => {
    expect(await sendTo(recorded('send_response_invalid_key_401.json'))).toEqual({
      outcome: 'failed', verdict: { action: 'stopChannel', alert: true }, code: 401, reason: 'HTTP 401 The supplied authentication is invalid', exchange: exchange({ status: 401 }),
    });
  });
});

test.each([
  [100, 'Processed'], [101, 'Sent'], [102, 'Queued'], ['101', 'Success'],
])('statusCode %p (%s) is accepted', async (statusCode, status) => {
  expect(await sendTo(recipients({ statusCode, status, number: sms.to, messageId: 'ATXid_1', cost: '0' }))).toEqual({ outcome: 'accepted', providerId: 'ATXid_1', parts: 2, cost: '0' });
});

test.each([
  [401, 'RiskHold', { action: 'fail', alert: true }],
  [402, 'InvalidSenderId', { action: 'fail', alert: true }],
  [403, 'InvalidPhoneNumber', { action: 'fail' }],
  [404, 'UnsupportedNumberType', { action: 'fail' }],
  [405, 'InsufficientBalance', { action: 'stopChannel', alert: true }],
  [406, 'UserInBlacklist', { action: 'optOut' }],
  [407, 'CouldNotRoute', { action: 'fail' }],
  [409, 'DoNotDisturbRejection', { action: 'optOut' }],
  [500, 'InternalServerError', { action: 'retry' }],
  [501, 'GatewayError', { action: 'retry' }],
  [502, 'RejectedByGateway', { action: 'fail' }],
  [777, 'Mystery', { action: 'fail', alert: true }],
])('statusCode %d (%s) asks for %j', async (statusCode, status, verdict) => {
  const sent = await sendTo(recipients({ statusCode, status, number: sms.to, messageId: 'None', cost: '0' }));
  expect(sent).toEqual({ outcome: 'failed', verdict, code: statusCode, reason: status, exchange: exchange({ status: 201 }) });
  if (statusCode !== 777) expect(verdictFor(status.toUpperCase())).toEqual(verdict);
});

test.each([
  ['400 in plain words', { status: 400, body: "Request is missing required form field 'to'" }, { outcome: 'failed', verdict: { action: 'fail', alert: true }, code: 400 }],
  ['403', { status: 403 }, { outcome: 'failed', verdict: { action: 'stopChannel' } }],
  ['429 with a time', { status: 429, headers: { 'retry-after': '3' } }, { outcome: 'failed', verdict: { action: 'backoff', scope: 'app', retryAfterMs: 3000 } }],
  ['500', { status: 500 }, { outcome: 'failed', verdict: { action: 'retry' } }],
  ['503', { status: 503 }, { outcome: 'failed', verdict: { action: 'retry' } }],
  ['504: it may have gone out', { status: 504 }, { outcome: 'unknown' }],
  ['a redirect is not followed', { status: 302, headers: { location: 'http://192.0.2.1/' } }, { outcome: 'failed', verdict: { action: 'fail', alert: true } }],
  ['200 instead of 201', { status: 200, ...recipients({ statusCode: 101, messageId: 'ATXid_1' }) }, { outcome: 'accepted' }],
  ['201 with XML', { body: '<AfricasTalkingResponse/>' }, { outcome: 'unknown' }],
  ['201 with nothing', { body: '' }, { outcome: 'unknown' }],
  ['201 with another JSON', { body: '{"data":[]}' }, { outcome: 'unknown' }],
  ['accepted without an id', recipients({ statusCode: 101 }), { outcome: 'unknown' }],
  ['nobody and no reason', { body: '{"SMSMessageData":{}}' }, { outcome: 'failed', verdict: { action: 'fail', alert: true }, reason: 'refused without a reason' }],
  ['odd field types', recipients({ statusCode: 101, messageId: 'ATXid_1', cost: 25, messageParts: 'two', status: null }), { outcome: 'accepted', providerId: 'ATXid_1', parts: 2 }],
  ['a whole refusal for want of money', { body: '{"SMSMessageData":{"Message":"InsufficientBalance","Recipients":[]}}' }, { outcome: 'failed', verdict: { action: 'stopChannel' } }],
] as [string, Answer, object][])('%s', async (_, given, expected) => expect(await sendTo(given)).toMatchObject(expected));

test('DIG-29 · no answer in time may mean that it was sent', async () => {
  expect(await sendTo(() => undefined, { timeoutMs: 50 })).toEqual({ outcome: 'unknown', reason: 'no answer: TimeoutError', exchange: exchange() });
});

test('an answer that stops halfway may mean that it was sent', async () => {
  const halfway = (response: ServerResponse) => {
    response.writeHead(201, { 'content-length': '500' });
    response.write('{"SMSMessageData":', () => response.destroy());
  };
  expect(await sendTo(halfway)).toMatchObject({ outcome: 'unknown' });
});

test('a connection cut without an answer may mean that it was sent', async () => {
  expect(await sendTo((response) => response.destroy())).toMatchObject({ outcome: 'unknown' });
});

test('a refused connection sent nothing: try again', async () => {
  const closed = createServer();
  await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  expect(await client({ apiUrl: `http://127.0.0.1:${port}` }).send(sms)).toEqual({ outcome: 'failed', verdict: { action: 'retry' }, code: 'ECONNREFUSED', reason: 'not reached: ECONNREFUSED', exchange: exchange() });
});

test.each(['http://127.0.0.1:1', 'http://no-such-host.invalid'])('nothing leaves for %s', async (nowhere) => {
  expect(await client({ apiUrl: nowhere }).send(sms)).toMatchObject({ outcome: 'failed', verdict: { action: 'retry' } });
});

test('neither key nor number is told on, whatever they write back', async () => {
  const told = JSON.stringify([
    await sendTo({ status: 400, body: `key ${API_KEY} may not write to ${sms.to}` }),
    await sendTo({ body: JSON.stringify({ SMSMessageData: { Message: `no ${API_KEY} ${sms.to}`, Recipients: [] } }) }),
    await sendTo((response) => response.destroy()),
  ]);
  expect(told).not.toContain(API_KEY);
  expect(told).not.toContain('96000001');
});

test('no answer makes the client throw', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(200, 201, 301, 400, 404, 500), fc.oneof(fc.string(), fc.json(), fc.anything().map((Recipients) => JSON.stringify({ SMSMessageData: { Recipients } }))), async (status, body) => {
    const sent = await sendTo({ status, body });
    expect(sent.outcome).toMatch(/^(accepted|failed|unknown)$/);
  }), { numRuns: 60 });
});

test.each([
  ['KES 0.8000', { currency: 'KES', amount: '0.8000' }],
  ['XOF 25.00', { currency: 'XOF', amount: '25.00' }],
  ['0', { amount: '0' }],
  ['0.00', { amount: '0.00' }],
  ['', undefined], ['free', undefined], ['KES', undefined], ['KES 1,000', undefined],
])('a cost of %j is %j', (cost, parsed) => expect(parseCost(cost)).toEqual(parsed));
