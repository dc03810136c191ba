import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createFedapayClient } from '../../src/providers/fedapay/client.ts';
import type { FedapayFault } from '../../src/standins/fedapay-state.ts';
import { startFedapayStandin, type FedapayStandin } from '../../src/standins/fedapay.ts';
import { startReceiver } from './fedapay-receiver.ts';

const SECRET = 'wh_sandbox_of_afi';
const KEY = 'sk_sandbox_of_afi';
let clock: number;
const now = () => new Date(clock);
let griot: Awaited<ReturnType<typeof startReceiver>>;
let fedapay: FedapayStandin;

beforeEach(async () => {
  clock = Date.parse('2026-11-21T09:00:00Z');
  griot = await startReceiver(SECRET, now);
  fedapay = await startFedapayStandin({ accounts: [{ ref: 'AFI', secretKey: KEY, webhookSecret: SECRET, webhookUrl: `${griot.url}/webhooks/fedapay/AFI` }], retryAfterMs: [1, 1], now });
});
afterEach(async () => {
  await fedapay.close();
  await griot.close();
});

const asking = { amountXof: 12_500, merchantRef: 'pay-1', description: 'Acompte <b>&</b> retouche', client: { name: 'Awa Koffi' } };
async function asked(changes: object = {}): Promise<{ id: string; page: string }> {
  const answer = await createFedapayClient({ secretKey: KEY, apiUrl: fedapay.url }).ask({ ...asking, ...changes });
  if (answer.outcome !== 'asked') throw new Error(JSON.stringify(answer));
  await fedapay.idle();
  return { id: answer.providerId, page: answer.payUrl ?? '' };
}
const post = (path: string, body: object, key = KEY) => fetch(`${fedapay.url}${path}`, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
const creation = { description: 'x', amount: 100, currency: { iso: 'XOF' } };

describe('what FedaPay tells', () => {
  test('is signed over its bytes, at the address of the account, and names our reference', async () => {
    const { id } = await asked();
    clock += 60_000;
    fedapay.approve(id);
    await fedapay.idle();
    expect(griot.told()).toEqual(['transaction.created genuine', 'transaction.approved genuine']);
    expect(griot.received[1]).toMatchObject({ path: '/webhooks/fedapay/AFI', news: { providerId: id, merchantRef: 'pay-1', status: 'approved', amountXof: 12_500, key: `transaction.approved:${id}:2026-11-21T09:01:00.000Z` } });
  });

  const tellings: [string, FedapayFault, string[]][] = [
    ['three times', { duplicates: 2 }, ['created genuine', 'created genuine', 'created genuine', 'approved genuine', 'approved genuine', 'approved genuine']],
    ['out of order', { outOfOrder: true }, ['approved genuine', 'created genuine']],
    ['by a forger', { forged: true }, ['created forged', 'approved forged']],
    ['from an hour ago', { old: true }, ['created forged', 'approved forged']],
    ['late', { lateMs: 5 }, ['created genuine', 'approved genuine']],
    ['not at all', { withheld: true }, []],
  ];
  test.each(tellings)('comes %s', async (_, fault, expected) => {
    fedapay.faults.set(fault, 'AFI');
    fedapay.approve((await asked()).id);
    await fedapay.idle();
    expect(griot.told()).toEqual(expected.map((word) => `transaction.${word}`));
  });

  test('comes again until it is taken, each time with a new signature, and has one key', async () => {
    const { id } = await asked();
    griot.nextAnswers.push(503, 500);
    let tick = 0;
    const ticking = await startFedapayStandin({ accounts: [{ ref: 'AFI', secretKey: KEY, webhookSecret: SECRET, webhookUrl: griot.url }], retryAfterMs: [1, 1], now: () => new Date(clock + 1000 * (tick += 1)) });
    await createFedapayClient({ secretKey: KEY, apiUrl: ticking.url }).ask(asking);
    await ticking.idle();
    const again = griot.received.slice(1);
    expect(id).toBe('480001');
    expect([again.length, new Set(again.map(({ signature }) => signature)).size, new Set(again.map(({ news }) => news.key)).size]).toEqual([3, 3, 1]);
    await ticking.close();
  });

  test('never taken, nothing more is told until the merchant switches it on again', async () => {
    const { id } = await asked();
    griot.nextAnswers.push(503, 503, 503);
    fedapay.decline(id);
    await fedapay.idle();
    expect(fedapay.webhookOff('AFI')).toBe(true);
    fedapay.approve(id);
    await fedapay.idle();
    expect(griot.received).toHaveLength(4);
    fedapay.webhookOn('AFI');
    fedapay.transfer(id);
    await fedapay.idle();
    expect(griot.told().at(-1)).toBe('transaction.transferred genuine');
  });

  test('may be a claim that is well signed and not true: what is read again tells', async () => {
    const { id } = await asked();
    fedapay.claim(id, 'approved');
    await fedapay.idle();
    expect(griot.told().at(-1)).toBe('transaction.approved genuine');
    expect(await createFedapayClient({ secretKey: KEY, apiUrl: fedapay.url }).look(id)).toMatchObject({ status: 'pending' });
  });
});

test('only what can happen happens', async () => {
  const { id } = await asked();
  expect(fedapay.refund(id)).toEqual({ refused: 'pending does not become refunded' });
  expect(fedapay.approve(id)).toEqual({ done: true });
  expect(fedapay.decline(id)).toEqual({ refused: 'approved does not become declined' });
  expect(fedapay.approve('1')).toEqual({ refused: 'no such transaction' });
});

describe('the page that people pay on', () => {
  const choose = (page: string, choice: string) => fetch(page, { method: 'POST', body: new URLSearchParams({ choice }), redirect: 'manual' });

  test('shows what is asked for, escaped, and what may happen', async () => {
    const shown = await (await fetch((await asked()).page)).text();
    expect(shown).toContain('12\u00a0500 F CFA');
    expect(shown).toContain('Acompte &lt;b&gt;&amp;&lt;/b&gt; retouche');
    expect(shown).toMatch(/value="approve".*value="refuse".*value="poor".*value="leave"/);
  });

  test('refused, then approved: the second thought counts; then there is nothing left to press', async () => {
    const { id, page } = await asked();
    for (const choice of ['leave', 'poor', 'refuse', 'approve', 'refuse']) {
      await choose(page, choice);
      await fedapay.idle();
    }
    expect(griot.told().slice(1)).toEqual(['canceled', 'declined', 'declined', 'approved'].map((word) => `transaction.${word} genuine`));
    expect(await createFedapayClient({ secretKey: KEY, apiUrl: fedapay.url }).look(id)).toMatchObject({ status: 'approved' });
    expect(await (await fetch(page)).text()).not.toContain('<button');
  });

  test('sends the browser back with a state that proves nothing', async () => {
    const made = (await (await post('/v1/transactions', { ...creation, callback_url: 'http://127.0.0.1:9/back?a=1' })).json()) as { 'v1/transaction': { id: number; payment_url: string } };
    const { id, payment_url: page } = made['v1/transaction'];
    expect((await choose(page, 'approve')).headers.get('location')).toBe(`http://127.0.0.1:9/back?a=1&id=${id}&status=approved`);
  });

  test('of a token that nobody was given is not there', async () => {
    expect((await fetch(`${fedapay.url}/pay/nothing`)).status).toBe(404);
  });
});

describe('what it refuses', () => {
  test.each([
    ['another key', '/v1/transactions', creation, 'sk_other', 401],
    ['cents', '/v1/transactions', { ...creation, amount: 1.5 }, KEY, 400],
    ['another currency', '/v1/transactions', { ...creation, currency: { iso: 'GNF' } }, KEY, 400],
    ['a customer without a last name', '/v1/transactions', { ...creation, customer: { firstname: 'Awa' } }, KEY, 400],
    ['the token of a transaction that is not there', '/v1/transactions/1/token', {}, KEY, 404],
    ['a mode that nobody has', '/v1/mtn_xx', { token: 'x', phone_number: { number: '0196000001' } }, KEY, 404],
    ['a prompt with a token that is none', '/v1/mtn_open', { token: 'x', phone_number: { number: '0196000001' } }, KEY, 404],
    ['a prompt without a number', '/v1/mtn_open', { token: 'x' }, KEY, 400],
  ])('%s', async (_, path, body, key, status) => {
    expect((await post(path, body, key)).status).toBe(status);
  });

  test('a reference twice in one account; another account has its own', async () => {
    fedapay.addAccount({ ref: 'DIOP', secretKey: 'sk_diop', webhookSecret: 'wh_diop', webhookUrl: griot.url });
    const referred = { ...creation, merchant_reference: 'pay-1' };
    const statuses = [];
    for (const key of [KEY, KEY, 'sk_diop']) statuses.push((await post('/v1/transactions', referred, key)).status);
    expect(statuses).toEqual([200, 400, 200]);
  });

  test('what it was asked is noted, without a key', async () => {
    await asked();
    await post('/v1/transactions', creation, 'sk_other');
    expect(fedapay.calls()).toEqual([{ account: 'AFI', step: 'create', status: 200, about: '480001' }, { account: undefined, step: 'create', status: 401 }]);
    expect(JSON.stringify(fedapay.calls())).not.toContain('sk_');
  });
});
