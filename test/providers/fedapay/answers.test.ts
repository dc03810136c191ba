import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createFedapayClient } from '../../../src/providers/fedapay/client.ts';
import { json, loopback } from '../../channels/whatsapp/loopback.ts';

const KEY = 'sk_live_0123456789abcdef';
const fixture = (name: string) => JSON.parse(readFileSync(`test/fixtures/fedapay/${name}.json`, 'utf8'));
const created = fixture('api_transaction_create_2026_sandbox');
const request = { amountXof: 25_000, merchantRef: 'pay-1', description: 'Acompte', client: { name: 'Awa', phone: '+2290196000001' } };
const push = { mode: 'mtn_open', phone: '+2290196000001' };
const flat = (changes: object = {}) => ({ ...fixture('api_transaction_retrieve')['v1/transaction'], ...changes });

let server: Awaited<ReturnType<typeof loopback>>;
type Answer = ReturnType<typeof json>;
/** One answer for each path that is asked; the last part of a path names it. */
async function against(answers: Record<string, Answer>) {
  server = await loopback((asked, response) => (answers[asked.path.split('/').at(-1) ?? ''] ?? json(404, { message: 'Not found' }))(asked, response));
  return createFedapayClient({ secretKey: KEY, apiUrl: `${server.url}/` });
}
const sent = () => server.seen.map(({ method, path, body }) => [`${method} ${path}`, body.length === 0 ? undefined : JSON.parse(body.toString())]);
afterEach(() => server.close());

describe('recorded answers', () => {
  test('the page that comes with a transaction is the page: one call', async () => {
    const fedapay = await against({ transactions: json(200, created) });
    expect(await fedapay.ask(request)).toEqual({ outcome: 'asked', providerId: '487161', payUrl: 'https://sandbox-process.fedapay.com/MASKED' });
    expect(sent()).toEqual([['POST /v1/transactions', {
      description: 'Acompte', amount: 25_000, currency: { iso: 'XOF' }, merchant_reference: 'pay-1',
      customer: { firstname: 'Awa', lastname: 'Awa', phone_number: { number: '0196000001', country: 'bj' } },
    }]]);
    expect(server.seen[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}`, 'content-type': 'application/json' });
  });

  test('a transaction of before 2026, bare, needs its token first; the prompt carries it', async () => {
    const fedapay = await against({ transactions: json(200, flat()), token: json(200, fixture('api_token')), mtn_open: json(200, fixture('api_send_now_success')) });
    expect(await fedapay.ask({ ...request, push })).toEqual({ outcome: 'asked', providerId: '1', payUrl: 'https://process.fedapay.com/PAYEMENT_TOKEN' });
    expect(sent().slice(1)).toEqual([
      ['POST /v1/transactions/1/token', {}],
      ['POST /v1/mtn_open', { token: 'PAYEMENT_TOKEN', phone_number: { number: '0196000001', country: 'bj' } }],
    ]);
  });

  test('pending is pending, whatever times stand beside it', async () => {
    const fedapay = await against({ 1: json(200, fixture('api_transaction_retrieve')) });
    expect(await fedapay.look('1')).toEqual({ outcome: 'seen', providerId: '1', status: 'pending', amountXof: 100, mode: 'mtn' });
  });

  test('a 500 that names a field is a refusal', async () => {
    const { http_status: status, body } = fixture('api_error_customer');
    const fedapay = await against({ transactions: json(status, body) });
    expect(await fedapay.ask(request)).toEqual({ outcome: 'refused', reason: 'invalid', detail: 'HTTP 500 {"lastname":["lastname field required"]}' });
  });
});

test.each<[string, Answer, object]>([
  ['401', json(401, { message: 'No' }), { outcome: 'refused', reason: 'account' }],
  ['403', json(403, { message: 'No' }), { outcome: 'refused', reason: 'account' }],
  ['429', json(429, { message: 'Slow' }), { outcome: 'refused', reason: 'busy' }],
  ['an amount they do not take', json(400, { errors: { amount: ['too small'] } }), { outcome: 'refused', reason: 'amount' }],
  ['a number they do not take', json(422, { errors: { 'customer.phone_number': ['bad'] } }), { outcome: 'refused', reason: 'phone' }],
  ['a mode they do not take', json(400, { errors: { mode: ['bad'] } }), { outcome: 'refused', reason: 'mode' }],
  ['a reference that is taken', json(400, { errors: { merchant_reference: ['has already been taken'] } }), { outcome: 'unknown', reason: 'the reference is taken' }],
  ['a reference that is too long', json(400, { errors: { merchant_reference: ['is too long'] } }), { outcome: 'refused', reason: 'invalid' }],
  ['502', json(502, { message: 'Bad gateway' }), { outcome: 'unknown', reason: 'HTTP 502' }],
  ['500 without a field', json(500, { message: 'Oops', errors: {} }), { outcome: 'unknown', reason: 'HTTP 500' }],
  ['200 with a list', json(200, [created]), { outcome: 'unknown' }],
  ['200 with another shape', json(200, { 'v1/transaction': { id: 'x' } }), { outcome: 'unknown' }],
  ['200 in another currency', json(200, flat({ currency: { iso: 'GNF' } })), { outcome: 'unknown' }],
  ['a redirect, which is not followed', json(302, {}, { location: 'http://192.0.2.1/' }), { outcome: 'refused', reason: 'invalid' }],
])('to an ask, %s', async (_, answer, expected) => {
  const fedapay = await against({ transactions: answer });
  expect(await fedapay.ask(request)).toMatchObject(expected);
  expect(server.seen).toHaveLength(1);
});

test.each<[string, Answer, object]>([
  ['nobody', json(404, { message: 'Not found' }), { outcome: 'absent' }],
  ['a web page that says 404', (_, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>'), { outcome: 'unreachable', reason: 'HTTP 404' }],
  ['another transaction', json(200, flat({ id: 8 })), { outcome: 'unreachable', reason: 'an answer about another transaction' }],
  ['a state that we do not know', json(200, flat({ id: 7, status: 'half_approved' })), { outcome: 'unreachable', reason: 'an answer of another shape' }],
  ['an approval with an error beside it', json(200, flat({ id: 7, status: 'approved', last_error_code: 'API_ERROR' })), { outcome: 'seen', providerId: '7', status: 'approved', amountXof: 100, mode: 'mtn' }],
  ['who paid, and how', json(200, flat({ id: 7, status: 'transferred', merchant_reference: 'pay-1', payment_method: { number: '22964000001' } })),
    { outcome: 'seen', providerId: '7', status: 'approved', amountXof: 100, mode: 'mtn', merchantRef: 'pay-1', phone: '22964000001' }],
])('a look finds %s', async (_, answer, expected) => {
  const fedapay = await against({ 7: answer });
  expect(await fedapay.look('7')).toEqual(expected);
});

test('no secret, number or address of theirs gets into what is said of an error', async () => {
  const fedapay = await against({ transactions: json(400, { message: `${KEY} of awa@example.com, +229 01 96 00 00 01, eyJhbGciOiJIUzI1NiIsInR5cCI6.eyJpZCI6MX0.c2ln, pk_live_abc` }) });
  expect(await fedapay.ask(request)).toMatchObject({ detail: 'HTTP 400 "*** of *** ***, ***, ***"' });
});

test('a key that no header can carry is not repeated by the error', async () => {
  await against({});
  const key = 'sk_live_one\nsk_live_two';
  const said = await createFedapayClient({ secretKey: key, apiUrl: server.url }).ask(request);
  expect(said).toEqual({ outcome: 'refused', reason: 'unreachable', detail: 'not reached: TypeError' });
});

test('an amount that is no whole number of francs is never asked for, nor a mode that is a path', async () => {
  const fedapay = await against({});
  for (const amountXof of [0, -5, 12.5, Number.NaN, 2 ** 53]) await expect(fedapay.ask({ ...request, amountXof })).rejects.toThrow('whole francs');
  expect(await fedapay.ask({ ...request, push: { ...push, mode: 'transactions/1/token' } })).toMatchObject({ outcome: 'refused', reason: 'mode' });
  expect(server.seen).toEqual([]);
});
