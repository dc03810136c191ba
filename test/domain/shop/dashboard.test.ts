import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countForDashboards } from '../../../src/db/dashboards.ts';
import type { Database } from '../../../src/db/open-database.ts';
import { addDays } from '../../../src/domain/calendar/day.ts';
import { readDashboard, type Dashboard } from '../../../src/domain/shop/dashboard/read-dashboard.ts';
import { salesDays } from '../../../src/domain/shop/dashboard/sales-days.ts';
import { figuresOf, soldProducts } from '../../../src/domain/shop/knowing/figures.ts';
import { healthOf } from '../../../src/domain/shop/knowing/health.ts';
import { readShelves } from '../../../src/domain/shop/knowing/read-shelves.ts';
import { sell } from '../../../src/domain/shop/sell.ts';
import { voidSale } from '../../../src/domain/shop/void-sale.ts';
import { bySystem, inBusiness, type Business } from '../../../src/domain/tenants/business.ts';
import { countQueries } from '../../../bench/count-queries.ts';
import { openTestDatabase } from '../../helpers/database.ts';

const NOW = new Date('2026-11-20T15:00:00Z');
const HOUR_MS = 3_600_000;

let database: Database;
let tenantId: string;
const counted = countQueries();
beforeAll(async () => {
  database = await openTestDatabase({ cast: true, at: NOW });
  tenantId = (await database.prisma.tenant.findUniqueOrThrow({ where: { code: 'DIOP' } })).id;
});
afterAll(async () => {
  counted.stop();
  await database.close();
});

const inShop = <T>(work: (business: Business) => Promise<T>, { id = tenantId, now = NOW } = {}) =>
  database.prisma.$transaction((tx) => inBusiness(tx, id, { ...bySystem(now), role: 'owner' }, work));
const later = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS);
async function sellOne(key: string, now: Date): Promise<number> {
  const { id: variantId } = await database.prisma.variant.findFirstOrThrow({ where: { tenantId, onHand: { gt: 20 } }, orderBy: { priceXof: 'desc' } });
  const sold = await inShop((business) => sell(business, { variantId, qty: 1_000, paidHow: 'cash', sure: true, key }), { now });
  return 'seq' in sold ? sold.seq : 0;
}

/** What the shop is told when it asks in words, at that moment. */
const told = (now: Date) => inShop(async (business) => {
  const [day, week] = [await figuresOf(business, 'day'), await figuresOf(business, 'week')];
  const sold = await soldProducts(business, addDays(day.to, -29));
  return {
    today: [day.sales, day.turnoverXof, day.margin?.marginXof ?? 0, day.basketXof], week: [week.sales, week.turnoverXof, week.margin?.marginXof ?? 0, week.basketXof], month: day.thirtyXof,
    best: sold.slice(0, 10).map(({ variantId, name, category, qty, revenueXof }) => ({ variantId, name, category, qty, revenueXof })), health: healthOf(await readShelves(business)),
  };
}, { now });
const asTold = ({ today, week, month, best, health }: Dashboard) => ({
  today: [today.sales, today.turnoverXof, today.marginXof, today.basketXof], week: [week.sales, week.turnoverXof, week.marginXof, week.basketXof], month: month.turnoverXof,
  best: best.map(({ variantId, name, category, qty, turnoverXof }) => ({ variantId, name, category, qty, revenueXof: turnoverXof })), health,
});

test('DIG-13 · DIG-24 · a dashboard says what « chiffres » and « stock » say, to the franc', async () => {
  const dashboard = await inShop(readDashboard);
  expect(asTold(dashboard)).toEqual(await told(NOW));
  expect(dashboard.month.turnoverXof).toBeGreaterThan(100_000);
  expect(dashboard.month.perDayXof).toBe(Math.round(dashboard.month.turnoverXof / 30));
  expect(dashboard.at).toEqual(NOW);
  expect(dashboard.days).toHaveLength(29); // today nothing was sold yet
});

test('DIG-25 · what is sold shows at once, and is still there when the day is over and nobody has counted again', async () => {
  const before = await inShop(readDashboard);
  await sellOne('test:1', later(1));
  const undone = await sellOne('test:2', later(1));
  await inShop((business) => voidSale(business, undone), { now: later(1) });
  const after = await inShop(readDashboard, { now: later(2) });
  expect(after.today.sales).toBe(before.today.sales + 1);
  expect(asTold(after)).toEqual({ ...(await told(later(2))), health: before.health });
  const tomorrow = await inShop(readDashboard, { now: later(20) });
  expect([tomorrow.today.sales, tomorrow.days.at(-1)]).toEqual([0, after.days.at(-1)]);

  await countForDashboards(database.prisma, later(20));
  const recounted = await inShop(readDashboard, { now: later(20) });
  expect([recounted.days, recounted.week, recounted.month]).toEqual([tomorrow.days, tomorrow.week, tomorrow.month]);
  expect(asTold(recounted)).toEqual({ ...(await told(later(20))), best: expect.anything() });
  expect([recounted.best.length, recounted.at]).toEqual([10, later(20)]);
});

test('a shop that has nothing yet is shown nothing', async () => {
  const { id } = await database.prisma.tenant.findUniqueOrThrow({ where: { code: 'SENA' } });
  const { today, month, days, best, health } = await inShop(readDashboard, { id });
  expect([today, month, days, best, health.products]).toEqual([today, { ...today, perDayXof: 0 }, [], [], 0]);
});

test('three questions, whose plans go by the index of the business', async () => {
  await database.prisma.$executeRaw`
    WITH sales AS (
      INSERT INTO "Sale" (id, "tenantId", seq, "totalXof", "costXof", "marginXof", "paidHow", by, channel, key, "soldAt")
      SELECT gen_random_uuid(), t.id, 200000 + n, 1000, 800, 200, 'cash', 'system', 'system', t.code || n, ${NOW}::timestamptz - n * interval '10 minutes' FROM "Tenant" t, generate_series(1, 10000) n RETURNING id, "tenantId", "soldAt")
    INSERT INTO "SaleLine" (id, "tenantId", "saleId", "variantId", qty, "unitXof", "lineXof", "costXof", "soldAt")
    SELECT gen_random_uuid(), "tenantId", id, (SELECT v.id FROM "Variant" v LIMIT 1), 1, 1000, 1000, 800, "soldAt" FROM sales`;
  await countForDashboards(database.prisma, NOW);
  await database.prisma.$executeRaw`ANALYZE`;
  const asked = counted.texts(/v_refreshed|v_s|"Sale/);
  await inShop((business) => salesDays(business, 7));
  await inShop(readDashboard);
  const statements = asked.stop();
  expect(statements).toHaveLength(1 + 3);
  const plans = await inShop(async ({ db }) => {
    const lines: string[] = [];
    for (const { text, values } of statements) lines.push(...(await db.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${text}`, ...values)).flatMap((row) => Object.values(row)));
    return lines;
  });
  expect(plans.filter((line) => /Seq Scan on "Sale/.test(line))).toEqual([]);
  expect(plans.filter((line) => /Index.* on "Sale"/.test(line)).length).toBeGreaterThan(0);
});
