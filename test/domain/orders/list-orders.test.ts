import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, dateOf, dayAt } from '../../../src/domain/calendar/day.ts';
import { listBoard, listOrders, type BoardPart, type ListedOrder } from '../../../src/domain/orders/list-orders.ts';
import type { ListPage } from '../../../src/domain/operators/list-page.ts';
import { findOrder, findOwnOrder } from '../../../src/domain/orders/find-order.ts';
import { plansOf } from './plans-of.ts';
import { openAnother, openShop, type Shop } from './shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

type Some = { seq: number; ahead?: number; status?: string; clientId?: string; minutes?: number };
const orders = (of: Shop, some: Some[]) => shop.db.order.createMany({
  data: some.map(({ seq, ahead = 0, status = 'confirmed', clientId = of.clientId, minutes = seq }) => ({
    tenantId: of.tenantId, year: 2026, seq, clientId, status, urgency: 'normal', fabricBy: 'client', description: 'Boubou', points: 1, totalXof: 25_000n, paidXof: 12_500n,
    promisedOn: dateOf(addDays(dayAt(of.now, 'Africa/Porto-Novo'), ahead)), source: 'test', createdBy: 'test', createdAt: new Date(of.now.getTime() + minutes * 60_000),
  })),
});
const board = async (of: Shop, part: BoardPart) => (await of.as({}, (business) => listBoard(business, part, { limit: 20 }))).rows.map(({ seq }) => seq);

/** All pages, one after the other. */
async function allPages(page: (after: string | undefined) => Promise<ListPage<ListedOrder>>): Promise<number[][]> {
  const pages: number[][] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await page(after);
    pages.push(rows.map(({ seq }) => seq));
    after = next;
  } while (after !== undefined);
  return pages;
}

describe('a workshop looks at its board', () => {
  test('J7 · what is promised today, what is late, what the week brings; what is done, given up or not agreed is not there', async () => {
    const mine = await openAnother(shop.db, {});
    await orders(mine, [
      { seq: 1, ahead: -3 }, { seq: 2, ahead: -1, status: 'on_hold' }, { seq: 3, ahead: -2, status: 'ready' }, { seq: 4, ahead: 0 }, { seq: 5, ahead: 0, status: 'ready' }, { seq: 6, ahead: 6, status: 'fitting' }, { seq: 7, ahead: 7 },
      { seq: 8, status: 'delivered' }, { seq: 9, status: 'cancelled' }, { seq: 10, status: 'quote' }, { seq: 11, ahead: 2, status: 'in_progress' }, { seq: 12, ahead: -200, status: 'unclaimed' },
    ]);
    await orders(shop, [{ seq: 900 }, { seq: 901, ahead: -1 }]);
    expect((await board(mine, 'today')).sort()).toEqual([4, 5]);
    expect(await board(mine, 'late')).toEqual([1, 2]);
    expect((await board(mine, 'week')).slice(2)).toEqual([11, 6]);
    expect(await mine.as({}, (business) => listBoard(business, 'late', { limit: 1 }))).toMatchObject({ rows: [{ name: 'Awa Dossou', promisedOn: '2026-11-17', totalXof: 25_000, paidXof: 12_500 }] });
  });

  test('today is the day there: at half past eleven at night in London it is tomorrow in Benin', async () => {
    const mine = await openAnother(shop.db, {});
    await orders(mine, [{ seq: 1, ahead: 1 }]);
    expect((await mine.as({ now: new Date('2026-11-20T23:30:00Z') }, (business) => listBoard(business, 'today', { limit: 5 }))).rows).toHaveLength(1);
  });

  test('page by page nothing is left out or told twice, though many are promised for one day', async () => {
    const mine = await openAnother(shop.db, {});
    await orders(mine, Array.from({ length: 23 }, (_, at) => ({ seq: at + 1, ahead: Math.floor(at / 9) })));
    const pages = await allPages((after) => mine.as({}, (business) => listBoard(business, 'week', { after, limit: 5 })));
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
    expect(pages.flat().sort((one, other) => one - other)).toEqual(Array.from({ length: 23 }, (_, at) => at + 1));
  });
});

describe('a client looks at what they ordered', () => {
  test('the newest first, page by page, in one workshop or in all; of nobody else', async () => {
    const [afi, diop] = [await openAnother(shop.db, {}), await openAnother(shop.db, {})];
    await orders(afi, [{ seq: 1 }, { seq: 3 }, { seq: 5, status: 'delivered' }, { seq: 7, clientId: shop.nobody }]);
    await orders(diop, [{ seq: 2 }, { seq: 4 }]);
    const inAll = (after: string | undefined) => shop.db.$transaction((tx) => listOrders(tx, [afi.clientId, diop.clientId], { after, limit: 2 }));
    expect(await allPages(inAll)).toEqual([[5, 4], [3, 2], [1]]);
    expect(await allPages((after) => afi.as({}, ({ db }) => listOrders(db, [afi.clientId, diop.clientId], { after, limit: 2 })))).toEqual([[5, 3], [1]]);
    expect(await allPages(() => shop.db.$transaction((tx) => listOrders(tx, [], { limit: 2 })))).toEqual([[]]);
  });
});

describe('with many orders', () => {
  let mine: Shop;
  beforeAll(async () => {
    mine = await openAnother(shop.db, {});
    await shop.db.$executeRaw`INSERT INTO "Person" (id, "fullName") SELECT gen_random_uuid(), 'Client ' || n FROM generate_series(1, 2000) n`;
    await shop.db.$executeRaw`INSERT INTO "Client" (id, "tenantId", "personId", tags, "firstSource") SELECT gen_random_uuid(), ${mine.tenantId}::uuid, id, '{}', 'test' FROM "Person" WHERE "fullName" LIKE 'Client %'`;
    await shop.db.$executeRaw`
      WITH known AS (SELECT id, row_number() OVER () - 1 AS at FROM "Client" WHERE "tenantId" = ${mine.tenantId}::uuid)
      INSERT INTO "Order" (id, "tenantId", year, seq, "clientId", status, urgency, "fabricBy", description, points, "promisedOn", source, "createdBy", "createdAt")
      SELECT gen_random_uuid(), ${mine.tenantId}::uuid, 2026, n, known.id, CASE WHEN n % 100 = 0 THEN 'confirmed' ELSE 'delivered' END, 'normal', 'client', 'Boubou', 1,
        date '2026-11-20' - 300 + (n / 100)::int, 'test', 'test', timestamptz '2026-01-01' + n * interval '10 minutes'
      FROM generate_series(1, 40000) n JOIN known ON known.at = n % 2001`;
    for (const table of ['Order', 'Client', 'Person']) await shop.db.$executeRawUnsafe(`ANALYZE "${table}"`);
  }, 60_000);

  test.each<BoardPart>(['today', 'late', 'week'])('the board of what is %s is one query that reads what is open only', async (part) => {
    const plans = await mine.as({}, (business) => plansOf(business.db, (db) => listBoard({ ...business, db }, part, { limit: 10 })));
    expect(plans).toHaveLength(1);
    expect(plans[0]).toContain('Order_board');
    expect(plans[0]).not.toContain('Seq Scan on "Order"');
  });

  test('what a client ordered is one query that reads theirs only', async () => {
    const plans = await mine.as({}, (business) => plansOf(business.db, (db) => listOrders(db, [mine.clientId], { limit: 10 })));
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(/Order_(tenantId_clientId_createdAt|clientId)_idx/);
  });

  test('an order called by its number is looked for by it, and once more for what is near', async () => {
    const plans = await mine.as({}, (business) => plansOf(business.db, (db) => findOrder({ ...business, db }, '42')));
    expect(plans).toHaveLength(2);
    for (const plan of plans) expect(plan).toContain('Order_tenantId_year_seq_key');
    const own = await shop.db.$transaction((tx) => plansOf(tx, (db) => findOwnOrder(db, { personId: shop.nobody, now: shop.now }, '42')));
    for (const plan of own) expect(plan).not.toContain('Seq Scan on "Order"');
  });
});
