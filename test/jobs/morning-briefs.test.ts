import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { planBriefs } from '../../src/jobs/morning-briefs.ts';
import { openTimedShop, type TimedShop } from '../domain/orders/timed-shop.ts';

/** J7 · what a workshop owes today and what is late, at seven where it is: 06:00 UTC in Benin. */
let shop: TimedShop;
beforeAll(async () => (shop = await openTimedShop({ depositPct: 0 })));
afterAll(() => shop.close());
beforeEach(() => shop.db.outbox.deleteMany());

const briefs = async () => (await shop.db.outbox.findMany({ where: { key: { startsWith: 'brief:' } }, orderBy: { id: 'asc' } })).map(({ payload, createdAt, purpose }) => `${createdAt.toISOString().slice(0, 16)} ${purpose} · ${(payload as { text: string }).text}`);
const morning = () => planBriefs(shop.db, shop.now(), shop.now());

test('J7 · nothing is said where there is nothing', async () => {
  await morning();
  await shop.pass({ days: 1 });
  expect(await briefs()).toEqual([]);
});

test('J7 · promised today and late are counted as on the board, and named; each morning once, however often it starts', async () => {
  const [today, late, ready] = [await shop.confirmed({ promisedOn: '2026-11-25' }), await shop.confirmed({ promisedOn: '2026-11-24' }), await shop.confirmed({ promisedOn: '2026-11-24' })];
  await shop.become(ready, 'ready');
  await shop.pass({ days: 1, hours: 21 }); // Monday 23, 06:00 UTC
  await shop.pass({ days: 1 });
  expect(await briefs()).toEqual(["2026-11-24T06:00 report · Promises aujourd'hui: 2. Aucun retard. Pour la liste: A LIVRER"]);
  await morning();
  await shop.pass({ days: 1 });
  expect((await briefs()).slice(1)).toEqual(["2026-11-25T06:00 report · Promises aujourd'hui: 1. En retard: 1 (0002). Pour la liste: A LIVRER"]);
  await shop.become(today, 'ready');
  await shop.become(late, 'ready');
});

test('J7 · on a Sunday, a feast and a closed day nobody is woken', async () => {
  const orderId = await shop.confirmed({ promisedOn: '2026-11-27' });
  await shop.db.closedDay.create({ data: { tenantId: shop.tenantId, day: new Date('2026-11-28T00:00:00Z') } });
  await shop.pass({ days: 5 }); // to Monday 30
  expect((await briefs()).map((line) => line.slice(0, 10))).toEqual(['2026-11-27', '2026-11-30']);
  await shop.become(orderId, 'ready');
});

test('J7 · a process that slept over a morning says nothing of it, and the next one is told', async () => {
  await shop.confirmed({ promisedOn: '2026-12-01' });
  await shop.db.due.create({ data: { key: 'slept', kind: 'brief.tell', payload: { tenantId: shop.tenantId, day: '2026-11-29' }, runAt: shop.now(), createdAt: shop.now() } });
  await shop.pass({ days: 1 });
  expect((await briefs()).map((line) => line.slice(0, 10))).toEqual(['2026-12-01']);
});
