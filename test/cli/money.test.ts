import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { World } from '../helpers/world.ts';
import { SERVER } from '../helpers/database.ts';
import { runGriot } from '../helpers/run-griot.ts';
import { envOf, leavePlaces, newPlace, startAt, type Place } from './places.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ago = (ms: number): Date => new Date(Date.now() - ms);

let place: Place;
beforeAll(async () => {
  place = await newPlace(SERVER === undefined ? 'embedded' : 'server');
}, 120_000);
afterAll(leavePlaces);

const griot = async (...args: string[]) => runGriot(['money', ...args], envOf(place));

async function inDoubt({ db }: World): Promise<void> {
  const [order, jean] = await Promise.all([42, 44].map((seq) => db.order.findFirstOrThrow({ where: { seq } })));
  if (order === undefined || jean === undefined) throw new Error('no order');
  const { id: accountId } = await db.paymentAccount.findFirstOrThrow({ where: { ref: 'AFI' } });
  const { tenantId, clientId } = order;
  const payment = (status: string, more: object = {}) => db.payment.create({ data: { tenantId, accountId, clientId, purpose: 'order', refId: order.id, amountXof: 12_500n, method: 'push', key: randomUUID(), status, channel: 'sms', by: 'test', createdAt: ago(40 * MINUTE_MS), ...more } });
  await payment('unknown');
  await payment('approved', { receivedXof: 10_000n, settledAt: ago(2 * DAY_MS), providerId: '480002' });
  const late = await payment('approved', { receivedXof: 12_500n, settledAt: ago(DAY_MS), providerId: '480003' });
  const refund = { tenantId, clientId, amountXof: 12_500n, status: 'asked' };
  await db.refund.create({ data: { ...refund, paymentId: late.id, reason: 'late', askedBy: 'system', createdAt: ago(DAY_MS) } });
  await db.refund.create({ data: { ...refund, orderId: order.id, amountXof: 7_500n, reason: 'trop tard', askedBy: 'client:x', createdAt: ago(4 * DAY_MS) } });
  await db.refund.create({ data: { ...refund, orderId: order.id, amountXof: 1n, reason: 'hier', askedBy: 'client:x', createdAt: ago(DAY_MS) } });
  const failed = await payment('expired', { refId: jean.id });
  await db.due.create({ data: { key: 'test:job', kind: 'payment.look', status: 'parked', error: 'the key does not open', payload: { paymentId: failed.id }, runAt: ago(3 * DAY_MS), createdAt: ago(3 * DAY_MS) } });
  await db.notice.create({ data: { provider: 'fedapay', eventId: 'stray:AFI:480009', field: 'payment', severity: 'warning', summary: 'test', value: { odd: 'unknown', business: 'AFI', providerId: '480009', receivedXof: 3_000 }, at: ago(5 * DAY_MS) } });
  const [unseen, partly] = await Promise.all([payment('expired'), payment('approved', { receivedXof: 12_500n, settledAt: ago(2 * DAY_MS), providerId: '480010' })]);
  const notice = (odd: string, paymentId: string, value: object, days: number) => db.notice.create({ data: { provider: 'fedapay', eventId: `payment:${paymentId}:${odd}`, field: 'payment', severity: 'warning', summary: 'test', value: { odd, business: 'AFI', paymentId, ...value }, at: ago(days * DAY_MS) } });
  await notice('unseen', unseen.id, { receivedXof: 0, why: 'HTTP 401' }, 8);
  await notice('partly', partly.id, { receivedXof: 12_500 }, 7);
  await notice('unseen', partly.id, { receivedXof: 0 }, 7);
  const at = { tenantId, kind: 'refunded', refType: 'payment', refId: randomUUID(), at: ago(6 * DAY_MS) };
  await db.ledgerEntry.createMany({ data: [{ ...at, account: `client:${clientId}`, debitXof: 2_000n }, { ...at, account: 'provider', creditXof: 2_000n }] });
}

test('the money that lies where it should not is listed, with its business, since when, what was seen and what to do', async () => {
  const world = await startAt(place, true);
  await world.close();
  expect(await griot()).toEqual({ code: 0, said: 'All money lies where it should.\n' });

  const again = await startAt(place, false);
  await inDoubt(again);
  await again.close();
  const { code, said } = await griot();
  expect(code).toBe(0);
  const heads = said.split('\n').filter((line) => line.startsWith('AFI '));
  expect(heads).toEqual([
    'AFI  Atelier Afi, order 0042: 12 500 F could not be looked for at FedaPay for a whole day.',
    'AFI  Atelier Afi, order 0042: 12 500 F was given back in part at FedaPay, and is booked here as whole.',
    'AFI  Atelier Afi: 2 000 F went back to a client beyond what they had.',
    'AFI  Atelier Afi: 3 000 F came to the account with our mark, and is no payment of ours.',
    'AFI  Atelier Afi, order 0042: 7 500 F is asked back, or agreed and not given back, for more than three days.',
    'AFI  Atelier Afi, order 0044: 12 500 F is a payment whose work has failed and waits.',
    'AFI  Atelier Afi, order 0042: 10 000 F came in another amount than was asked for, 12 500 F asked for.',
    'AFI  Atelier Afi, order 0042: 12 500 F came when the order needed no more.',
    'AFI  Atelier Afi, order 0042: 12 500 F was asked for, and nobody knows yet whether it came.',
  ]);
  expect(said).toMatch(/since 20\d\d-\d\d-\d\d \d\d:\d\d UTC; seen: payment\.look: the key does not open\n {2}Mend the cause, then play the job again/);
  expect(said).toContain('seen: transaction 480009');
  expect(said).toContain('seen: HTTP 401');
  expect(said).toContain('seen: Awa Dossou');
  expect((await griot('--business', 'afi')).said).toBe(said);
  expect(await griot('--business', 'DIOP')).toEqual({ code: 0, said: 'All money lies where it should.\n' });
}, 240_000);

test('it says what it is for', async () => {
  const { code, said } = await griot('--help');
  expect([code, said]).toEqual([0, expect.stringMatching(/^Usage: npm run griot -- money \[--business <code>\]\n\nLists the money that could not be credited, is in doubt, or waits for its owner[^]*--business {2}Only this business/)]);
  expect((await griot('--nothing')).code).toBe(2);
});
