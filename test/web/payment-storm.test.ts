import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sealAccount } from '../../src/domain/payments/account-keys.ts';
import { tillOf } from '../helpers/paying.ts';
import { openWorld, type World } from '../helpers/world.ts';

const PAYMENTS = 1_000;
const COPIES = 5;
const CONNECTIONS = 4;
const AMOUNT = 12_500;
const KEYS = { secretKey: 'sk_live_of_the_storm', webhookSecret: 'wh_of_the_storm' };

let world: World;
beforeAll(async () => {
  world = await openWorld({ cast: false });
});
afterAll(() => world.close());

/** A thousand people who have been prompted at one workshop, whose owner and clients have no phone: it is the money that is looked at here. */
async function prompted(): Promise<Asked[]> {
  const { db, now } = world;
  const provider = tillOf(world).provider();
  const tenant = await db.tenant.create({ data: { code: 'STORM', name: 'Atelier', country: 'BJ', timezone: 'Africa/Porto-Novo', capabilities: [], settings: {} } });
  const tenantId = tenant.id;
  const person = await db.person.create({ data: { fullName: 'Awa Dossou' } });
  const client = await db.client.create({ data: { tenantId, personId: person.id, tags: [], firstSource: 'test' } });
  const account = await db.paymentAccount.create({ data: { ...sealAccount('STORM', KEYS, world.config.secretKey), tenantId, createdAt: now() } });
  provider.addAccount({ ref: 'STORM', ...KEYS, webhookUrl: `${world.local}/webhooks/fedapay/storm` });
  provider.faults.set({ withheld: true });

  const orders = Array.from({ length: PAYMENTS }, (_, at) => ({ id: randomUUID(), tenantId, year: 2026, seq: at + 1, clientId: client.id, status: 'confirmed', urgency: 'normal', fabricBy: 'client', description: 'Boubou', points: 1, totalXof: 25_000n, depositXof: 12_500n, source: 'test', createdBy: 'test', createdAt: now() }));
  await db.order.createMany({ data: orders });
  const asked: Asked[] = [];
  for (const { id: refId } of orders) {
    const id = randomUUID();
    asked.push({ id, refId, theirs: await transaction(provider.url, id) });
  }
  await db.payment.createMany({
    data: asked.map(({ id, refId, theirs }) => ({ id, tenantId, accountId: account.id, clientId: client.id, purpose: 'order', refId, amountXof: BigInt(AMOUNT), method: 'push', mode: 'mtn_open', key: `storm:${id}`, providerId: theirs, status: 'pending', channel: 'whatsapp', by: 'test', createdAt: now() })),
  });
  return asked;
}

type Asked = { id: string; refId: string; theirs: string };

async function transaction(url: string, merchantRef: string): Promise<string> {
  const body = { description: 'storm', amount: AMOUNT, currency: { iso: 'XOF' }, merchant_reference: merchantRef };
  const answer = await fetch(`${url}/v1/transactions`, { method: 'POST', headers: { authorization: `Bearer ${KEYS.secretKey}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return String(((await answer.json()) as { 'v1/transaction': { id: number } })['v1/transaction'].id);
}

/** Signed as FedaPay signs it, anew for each try. */
async function deliver({ id, theirs }: Asked): Promise<number> {
  const body = JSON.stringify({ name: 'transaction.approved', object: 'transaction', entity: { id: Number(theirs), amount: AMOUNT, status: 'approved', merchant_reference: id, updated_at: '2026-11-20T09:00:00Z' } });
  const seconds = Math.floor(world.now().getTime() / 1000);
  const signature = createHmac('sha256', KEYS.webhookSecret).update(`${seconds}.${body}`).digest('hex');
  const { status, body: sent } = await fetch(`${world.local}/webhooks/fedapay/STORM`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-fedapay-signature': `t=${seconds},s=${signature}` }, body });
  await sent?.cancel();
  return status;
}

/** An order nobody chose, and the same each time. */
const shuffled = <T>(items: T[]): T[] => items.map((item, at) => ({ item, by: createHmac('sha256', 'storm').update(`${at}`).digest('hex') })).toSorted((one, other) => (one.by < other.by ? -1 : 1)).map(({ item }) => item);

test('1,000 approvals, each told five times in any order over four connections: 1,000 credits, one receipt each', async () => {
  const asked = await prompted();
  for (const { theirs } of asked) tillOf(world).provider().approve(theirs);

  const queue = shuffled(Array.from({ length: COPIES }, () => asked).flat());
  const statuses: Record<number, number> = {};
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const status = await deliver(next);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  }));
  expect(statuses).toEqual({ 200: PAYMENTS * COPIES });
  await world.due?.ring();

  const { db } = world;
  const refIds = asked.map(({ id }) => id);
  expect(await db.payment.count({ where: { id: { in: refIds }, status: 'approved', receivedXof: BigInt(AMOUNT) } })).toBe(PAYMENTS);
  expect(await db.order.count({ where: { status: 'in_progress', paidXof: BigInt(AMOUNT) } })).toBe(PAYMENTS);
  expect(await db.ledgerEntry.groupBy({ by: ['kind'], _count: true, _sum: { debitXof: true, creditXof: true } })).toEqual([{ kind: 'received', _count: 2 * PAYMENTS, _sum: { debitXof: BigInt(AMOUNT * PAYMENTS), creditXof: BigInt(AMOUNT * PAYMENTS) } }]);
  const receipts = await db.receiptPaper.findMany({ orderBy: { seq: 'asc' }, select: { seq: true } });
  expect(receipts.map(({ seq }) => seq)).toEqual(Array.from({ length: PAYMENTS }, (_, at) => at + 1));
  expect(await db.due.count({ where: { kind: 'payment.look' } })).toBe(PAYMENTS);
}, 240_000);
