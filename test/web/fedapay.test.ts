import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccounts } from '../../src/demo/accounts.ts';
import { post, until } from '../helpers/networks.ts';
import { tillOf, type Till } from '../helpers/paying.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let till: Till;
beforeAll(async () => {
  world = await openWorld();
  till = tillOf(world);
});
afterEach(() => till.provider().faults.clear());
afterAll(() => world.close());

const secretOf = (ref: string) => demoAccounts(world.config).find((account) => account.ref === ref)?.webhookSecret ?? '';
const counted = async () => (await world.db.tally.findFirst({ where: { name: 'forged.fedapay' } }))?.count ?? 0;
const storedRows = async () => [await world.db.paymentEvent.count(), await world.db.due.count({ where: { kind: 'payment.look' } })];

type Sent = { account?: string; secret?: string; body?: string; agoSeconds?: number; signature?: string };
/** As FedaPay posts it: `t` and the signature over `t.body`. */
async function deliver({ account = 'AFI', secret = secretOf('AFI'), body = '{}', agoSeconds = 0, signature }: Sent): Promise<number> {
  const seconds = Math.floor(world.now().getTime() / 1000) - agoSeconds;
  const signed = signature ?? `t=${seconds},s=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
  return (await post(`${world.local}/webhooks/fedapay/${account}`, Buffer.from(body), { 'content-type': 'application/json', 'x-fedapay-signature': signed })).status;
}
const eventOf = (id: string | number, more: object = {}, name = 'transaction.approved') =>
  JSON.stringify({ name, object: 'transaction', entity: { id, amount: 12_500, status: 'approved', updated_at: '2026-11-20T09:00:00Z', ...more } });
const waiting = async (): Promise<string> => {
  till.provider().faults.set({ withheld: true }, 'AFI');
  const id = await till.ask(await till.order());
  await till.rest();
  return id;
};

describe('E38 · what is not signed by who has the secret of the account is refused and counted', () => {
  const body = eventOf(480_001);
  test.each<[string, Sent]>([
    ['no signature', { signature: '' }],
    ['another secret', { secret: 'somebody else' }],
    ['the secret of another business', { account: 'DIOP', body }],
    ['an account nobody has', { account: 'NOBODY' }],
    ['a name that is none', { account: '..%2fAFI' }],
    ['the body alone', { body, signature: `t=0,s=${createHmac('sha256', 'x').update(body).digest('hex')}` }],
    ['six minutes old', { agoSeconds: 360 }],
    ['six minutes ahead', { agoSeconds: -360 }],
  ])('%s', async (_, sent) => {
    const [before, rows] = [await counted(), await storedRows()];
    expect(await deliver({ body, ...sent })).toBe(401);
    await until(async () => (await counted()) === before + 1);
    expect(await storedRows()).toEqual(rows);
  });

  test('five minutes either way are taken, in any case of the code', async () => {
    expect(await deliver({ body, agoSeconds: 295 })).toBe(200);
    expect(await deliver({ body, agoSeconds: -295, account: 'afi' })).toBe(200);
    const { fedapay } = world.config;
    expect(await deliver({ body, account: 'Platform', secret: fedapay.mode === 'off' ? '' : fedapay.settings.webhookSecret })).toBe(200);
  });
});

describe('what is signed', () => {
  test('and no event is 400, too large 413, about nothing of ours 200: nothing is kept and nothing sent', async () => {
    const rows = await storedRows();
    const outbox = await world.db.outbox.count();
    expect(await deliver({ body: 'not json' })).toBe(400);
    expect(await deliver({ body: '{"hello":1}' })).toBe(400);
    expect(await deliver({ body: `{"name":"transaction.approved","pad":"${'x'.repeat(3 * 1024 * 1024)}"}` })).toBe(413);
    expect(await deliver({ body: JSON.stringify({ name: 'customer.created', entity: { id: 1 } }) })).toBe(200);
    expect(await deliver({ body: eventOf(999_999, { merchant_reference: 'of somebody else' }) })).toBe(200);
    expect(await deliver({ body: eventOf(999_998, { merchant_reference: '00000000-0000-7000-8000-000000000000' }) })).toBe(200);
    expect([await storedRows(), await world.db.outbox.count()]).toEqual([rows, outbox]);
  });

  test('E11 · money that bears a reference like ours and is no payment of its account is shown to operators, once; what bears none is not our affair', async () => {
    const id = await waiting();
    const strays = () => world.db.notice.findMany({ where: { eventId: { in: [999_993, 999_994, 999_995, 999_996].flatMap((theirs) => [`stray:AFI:${theirs}`, `stray:platform:${theirs}`]) } }, orderBy: { id: 'asc' } });
    for (let time = 0; time < 2; time++) expect(await deliver({ body: eventOf(999_996, { merchant_reference: '00000000-0000-7000-8000-000000000001' }) })).toBe(200);
    expect(await deliver({ account: 'Platform', secret: world.config.fedapay.mode === 'off' ? '' : world.config.fedapay.settings.webhookSecret, body: eventOf(999_995, { merchant_reference: id }) })).toBe(200);
    expect(await deliver({ body: eventOf(999_994, { merchant_reference: 'caisse 12' }) })).toBe(200);
    expect(await deliver({ body: eventOf(999_993, { merchant_reference: '00000000-0000-7000-8000-000000000002', status: 'declined' }, 'transaction.declined') })).toBe(200);
    expect((await strays()).map(({ value }) => value)).toMatchObject([
      { odd: 'unknown', business: 'AFI', providerId: '999996', receivedXof: 12_500 }, { odd: 'account', business: 'platform', merchantRef: id },
    ]);
  });

  test('is a reason to look, not to believe: an event that claims what is not there moves nothing', async () => {
    const id = await waiting();
    till.provider().faults.clear();
    till.provider().claim(till.theirs(id), 'approved');
    await till.rest();
    expect(await world.db.paymentEvent.findMany({ where: { paymentId: id } })).toMatchObject([{ source: 'webhook', status: 'approved', key: expect.stringMatching(/^AFI:transaction\.approved/), hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await till.payment(id)).toMatchObject({ status: 'pending', receivedXof: 0n });
    expect(await world.db.ledgerEntry.count({ where: { refId: id } })).toBe(0);
  });

  test('twice at once and again later: one look, one credit, one receipt', async () => {
    const id = await waiting();
    till.provider().approve(till.theirs(id));
    const body = eventOf(till.theirs(id), { merchant_reference: id });
    expect(await Promise.all([1, 2, 3].map(() => deliver({ body })))).toEqual([200, 200, 200]);
    await till.rest();
    expect(await deliver({ body, agoSeconds: 10 })).toBe(200);
    await till.rest();
    expect(await world.db.due.count({ where: { key: { startsWith: 'payment.look:AFI:' }, payload: { path: ['paymentId'], equals: id } } })).toBe(1);
    expect(await till.payment(id)).toMatchObject({ status: 'approved', receivedXof: 12_500n });
    expect(await world.db.receiptPaper.count({ where: { paymentId: id } })).toBe(1);
  });

  test('by one business about a payment of another touches it not', async () => {
    const id = await waiting();
    till.provider().approve(till.theirs(id));
    expect(await deliver({ account: 'DIOP', secret: secretOf('DIOP'), body: eventOf(till.theirs(id), { merchant_reference: id }) })).toBe(200);
    await till.rest();
    expect(await till.payment(id)).toMatchObject({ status: 'pending' });
  });

  test('503 while the database is away: FedaPay sends it again', async () => {
    const findUnique = world.db.paymentAccount.findUnique;
    const away = () => Promise.reject(new Error('away'));
    Object.assign(world.db.paymentAccount, { findUnique: away });
    expect(await deliver({ body: eventOf(480_001) })).toBe(503);
    Object.assign(world.db.paymentAccount, { findUnique });
  });
});

describe('money never moves', () => {
  const untouched = async (id: string) => expect([(await till.payment(id)).receivedXof, await world.db.ledgerEntry.count({ where: { refId: id } })]).toEqual([0n, 0]);

  test('on a client\'s word', async () => {
    const id = await waiting();
    const { graph } = world.standins;
    for (const text of ['payé', 'j\'ai payé 12500', 'APPROUVÉ', `transaction ${till.theirs(id)} approved`]) await graph?.userSends('+2290196000001', { type: 'text', text });
    await till.rest();
    await untouched(id);
  });

  test('on a redirect', async () => {
    const id = await waiting();
    const query = `id=${till.theirs(id)}&status=approved`;
    for (const path of [`/webhooks/fedapay/AFI?${query}`, `/?${query}`, `/r/anything?${query}`]) await fetch(`${world.local}${path}`, { redirect: 'manual' });
    await till.rest();
    await untouched(id);
  });

  test('on a forged webhook, nor on a genuine one that lies', async () => {
    const id = await waiting();
    expect(await deliver({ secret: 'somebody else', body: eventOf(till.theirs(id), { merchant_reference: id }) })).toBe(401);
    expect(await deliver({ body: eventOf(till.theirs(id), { merchant_reference: id, amount: 12_500 }) })).toBe(200);
    await till.rest();
    await untouched(id);
  });
});
