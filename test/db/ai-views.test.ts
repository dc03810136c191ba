import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/open-database.ts';
import { dayAt } from '../../src/domain/calendar/day.ts';
import { analyseProduct } from '../../src/domain/shop/knowing/analyse.ts';
import { figuresOf, soldProducts } from '../../src/domain/shop/knowing/figures.ts';
import { dormantOf, healthOf, stateNow } from '../../src/domain/shop/knowing/health.ts';
import { readShelves } from '../../src/domain/shop/knowing/read-shelves.ts';
import { toOrder } from '../../src/domain/shop/knowing/to-order.ts';
import { orderGoods } from '../../src/domain/shop/order-goods.ts';
import { sell } from '../../src/domain/shop/sell.ts';
import { voidSale } from '../../src/domain/shop/void-sale.ts';
import { coverageDays } from '../../src/domain/stock/coverage.ts';
import { bySystem, inBusiness, type Business } from '../../src/domain/tenants/business.ts';
import { openTestDatabase } from '../helpers/database.ts';

const NOW = new Date('2026-11-20T15:00:00Z');
const VIEWS = ['v_ai_diagnostic_stock', 'v_ai_analyse_ventes', 'v_ai_recommandations'];
const page = readFileSync('docs/ai-views.md', 'utf8');

let database: Database;
let ids: Record<string, string>;
beforeAll(async () => {
  database = await openTestDatabase({ cast: true, at: NOW });
  ids = Object.fromEntries((await database.prisma.tenant.findMany()).map(({ code, id }) => [code, id]));
  await makeVaried();
});
afterAll(() => database.close());

const inShop = <T>(work: (business: Business) => Promise<T>, code = 'DIOP') => database.prisma.$transaction((tx) => inBusiness(tx, ids[code] ?? '', { ...bySystem(NOW), role: 'owner' }, work));
/** As a program asks that knows nothing of Griot, at the time of the test. */
const ask = <Row = Record<string, never>>(sql: string, code?: string): Promise<Row[]> => inShop(async ({ db }) => {
  await db.$executeRaw`SELECT set_config('app.now', ${NOW.toISOString()}, true)`;
  return db.$queryRawUnsafe<Row[]>(sql);
}, code);

/** Packs, least orders, upper limits, goods kept for orders and on their way, what runs out, a sale that was voided; and another shop. */
async function makeVaried(): Promise<void> {
  const { prisma } = database;
  await prisma.$executeRaw`UPDATE "Product" SET "packSize" = 1 + code::int % 5, "minOrder" = code::int % 4 * 6 WHERE code ~ '^[0-9]+$'`;
  await prisma.$executeRaw`UPDATE "Variant" v SET "maxStock" = CASE WHEN p.code::int % 3 = 0 THEN 40.5 END, reserved = CASE WHEN p.code::int % 4 = 0 THEN 2.25 ELSE 0 END FROM "Product" p WHERE p.id = v."productId" AND p.code ~ '^[0-9]+$'`;
  await inShop(async (business) => {
    const [need] = toOrder(await readShelves(business), business);
    await orderGoods(business, { supplierId: need?.supplierId ?? '', lines: (need?.lines ?? []).slice(0, 2).map(({ shelf, units }) => ({ variantId: shelf.variantId, qty: units * 500, unitXof: 1_000 })), key: 'test:order' });
    const full = (await readShelves(business)).filter(({ available }) => available > 20);
    for (const [at, { variantId, available }] of full.slice(0, 4).entries()) {
      const sold = await sell(business, { variantId, qty: Math.round(available * (at === 0 ? 1_000 : at === 1 ? 950 : 50)), paidHow: 'cash', sure: true, key: `test:${at}` });
      if (at === 3 && 'seq' in sold) await voidSale(business, sold.seq);
    }
  });
  await prisma.$executeRaw`WITH goods AS (INSERT INTO "Product" (id, "tenantId", code, name, aliases, words, unit, "createdAt") VALUES (gen_random_uuid(), ${ids['AFI']}::uuid, 'FIL', 'Fil', '{}', 'fil', 'pièce', '2026-01-01') RETURNING id, "tenantId"),
    variants AS (INSERT INTO "Variant" (id, "tenantId", "productId", "priceXof", "onHand") SELECT gen_random_uuid(), "tenantId", id, 500, 9 FROM goods RETURNING id, "tenantId"),
    sales AS (INSERT INTO "Sale" (id, "tenantId", seq, "totalXof", "costXof", "marginXof", "paidHow", by, channel, key, "soldAt") SELECT gen_random_uuid(), "tenantId", 1, 500, 300, 200, 'cash', 'system', 'system', 'afi', '2026-08-01' FROM variants RETURNING id, "tenantId")
    INSERT INTO "SaleLine" (id, "tenantId", "saleId", "variantId", qty, "unitXof", "lineXof", "costXof", "soldAt") SELECT gen_random_uuid(), s."tenantId", s.id, v.id, 1, 500, 500, 300, '2026-08-01' FROM sales s, variants v`;
}

test('DIG-42 · v_ai_diagnostic_stock says of each product what « stock » and « analyse » say, and what the night foresaw', async () => {
  const told = await inShop(async (business) => {
    const rows = [];
    for (const shelf of await readShelves(business)) rows.push({ shelf, past: await analyseProduct(business, shelf.variantId), night: await business.db.forecast.findUniqueOrThrow({ where: { variantId: shelf.variantId } }) });
    return rows.map(({ shelf, past, night }) => ({
      id: shelf.variantId, code: shelf.code, name: shelf.name, category: shelf.category, supplier: shelf.supplier, unit: shelf.unit, onHand: shelf.onHand, available: shelf.available, onOrder: shelf.onOrder.units,
      min: shelf.min ?? null, max: shelf.maxStock ?? null, state: stateNow(shelf), cost: shelf.unitCostXof, worth: shelf.worthXof, lastWorth: shelf.lastWorthXof, soldOn: shelf.lastSoldOn ?? null, inOn: shelf.lastEntryOn,
      asleep: dormantOf([shelf], dayAt(NOW, business.timezone)).length > 0, sold: past.month, lost: past.lost, empty: past.emptyDays, class: night.demandClass, reliability: night.reliability, abc: night.abc,
      perDay: night.perDay, cover: coverageDays(shelf.available, night.perDay) ?? null, outOn: night.outOn?.toISOString().slice(0, 10) ?? null, target: night.target,
    }));
  });
  const seen = await ask(`SELECT variant_id::text AS id, product_code AS code, product AS name, category, supplier, unit, on_hand::float8 AS "onHand", available::float8 AS available, on_order::float8 AS "onOrder",
    min_stock::float8 AS min, max_stock::float8 AS max, state, unit_cost_xof::float8 AS cost, worth_xof::float8 AS worth, last_worth_xof::float8 AS "lastWorth", last_sold_on::text AS "soldOn", last_in_on::text AS "inOn",
    is_dormant AS asleep, sold_30_days::float8 AS sold, lost_30_days::float8 AS lost, empty_days_30_days AS empty, demand_class AS class, reliability, abc_class AS abc,
    per_day AS "perDay", cover_days AS cover, out_on::text AS "outOn", target_stock AS target FROM v_ai_diagnostic_stock ORDER BY product_code`);
  expect(seen).toEqual(told.toSorted((one, other) => (one.code < other.code ? -1 : 1)));
  expect([...new Set(seen.map(({ state }) => state))].toSorted()).toEqual(['fine', 'low', 'rupture']);
  const { out, low, worthXof, lastWorthXof } = await inShop(async (business) => healthOf(await readShelves(business)));
  expect(await ask(`SELECT count(*) FILTER (WHERE state = 'rupture')::int AS out, count(*) FILTER (WHERE state = 'low')::int AS low, round(sum(worth_xof))::float8 AS "worthXof", round(sum(last_worth_xof))::float8 AS "lastWorthXof" FROM v_ai_diagnostic_stock`)).toEqual([{ out, low, worthXof, lastWorthXof }]);
});

test('DIG-42 · v_ai_analyse_ventes adds up to « chiffres », product by product; what was voided is not there', async () => {
  const { figures, best } = await inShop(async (business) => ({ figures: [await figuresOf(business, 'day'), await figuresOf(business, 'week'), await figuresOf(business, 'month')], best: await soldProducts(business, '2026-11-01') }));
  for (const { from, sales, turnoverXof, margin } of figures) {
    expect(await ask(`SELECT count(DISTINCT sale_no)::int AS sales, sum(revenue_xof)::float8 AS "turnoverXof", sum(margin_xof)::float8 AS "marginXof" FROM v_ai_analyse_ventes WHERE day >= '${from}'`)).toEqual([{ sales, turnoverXof, marginXof: margin?.marginXof ?? 0 }]);
  }
  const products = await ask(`SELECT variant_id::text AS "variantId", product AS name, category, sum(qty)::float8 AS qty, sum(revenue_xof)::float8 AS "revenueXof" FROM v_ai_analyse_ventes WHERE day >= '2026-11-01' GROUP BY 1, 2, 3, product_code ORDER BY 5 DESC, product_code`);
  expect(products).toEqual(best);
  expect(products.length).toBeGreaterThan(40);
});

test('DIG-42 · v_ai_recommandations orders what « a commander » orders, and clears what « dormants » names', async () => {
  const { needs, asleep } = await inShop(async (business) => {
    const shelves = await readShelves(business);
    return { needs: toOrder(shelves, business).flatMap(({ supplier, lines }) => lines.map(({ shelf, units, costXof }) => ({ id: shelf.variantId, supplier, units, amount: costXof }))), asleep: dormantOf(shelves, dayAt(NOW, business.timezone)) };
  });
  const seen = (kind: string) => ask<{ id: string }>(`SELECT variant_id::text AS id, supplier, units, amount_xof AS amount FROM v_ai_recommandations WHERE kind = '${kind}' ORDER BY 1`);
  const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
  expect(await seen('order')).toEqual(needs.toSorted(byId));
  expect(await seen('clear')).toEqual(asleep.map(({ variantId, supplier, onHand, worthXof }) => ({ id: variantId, supplier, units: onHand, amount: Math.round(worthXof) })).toSorted(byId));
  expect([needs.length > 5, asleep.length > 1]).toEqual([true, true]);
});

test.each(VIEWS)('%s shows each business its own rows, and nobody else any', async (view) => {
  const shops = (code: string) => ask(`SELECT DISTINCT shop FROM ${view}`, code);
  expect([await shops('DIOP'), await shops('AFI'), await shops('SENA')]).toEqual([[{ shop: 'DIOP' }], [{ shop: 'AFI' }], []]);
  const nobody = await database.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('role', 'griot_business', true)`;
    return tx.$queryRawUnsafe<object[]>(`SELECT 1 FROM ${view}`);
  });
  expect(nobody).toEqual([]);
});

describe('docs/ai-views.md', () => {
  test.each(VIEWS)('%s: each column, its type and its meaning are those of the catalogue', async (view) => {
    const [section = ''] = page.split('\n## ').filter((each) => each.startsWith(view));
    const written = [...section.matchAll(/^\| `(\w+)` \| (.+?) \| (.+) \|$/gm)].map(([, name, type, meaning]) => ({ name, type, meaning }));
    const columns = await database.prisma.$queryRaw`
      SELECT attname AS name, format_type(atttypid, NULL) AS type, col_description(attrelid, attnum) AS meaning FROM pg_attribute WHERE attrelid = ${view}::regclass AND attnum > 0 ORDER BY attnum`;
    expect(written).toEqual(columns);
    const [about] = await database.prisma.$queryRaw<{ text: string }[]>`SELECT obj_description(${view}::regclass) AS text`;
    expect(section).toContain(about?.text ?? 'no comment');
  });

  test('its questions have answers', async () => {
    const questions = [...page.matchAll(/^```sql\n([^]*?)```$/gm)].map(([, sql]) => sql ?? '').filter((sql) => !sql.includes('BEGIN'));
    expect(questions.length).toBeGreaterThanOrEqual(VIEWS.length);
    for (const sql of questions) expect((await ask(sql)).length).toBeGreaterThan(0);
  });
});
