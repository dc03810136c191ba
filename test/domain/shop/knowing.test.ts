import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GOODS } from '../../../src/demo/goods.ts';
import { pastOf } from '../../../src/demo/past.ts';
import type { Database } from '../../../src/db/open-database.ts';
import { fillDemand } from '../../../src/domain/shop/knowing/fill-demand.ts';
import { knownShop } from '../../../src/domain/shop/knowing/know-shop.ts';
import { voidSale } from '../../../src/domain/shop/void-sale.ts';
import { inStockShare } from '../../../src/domain/stock/open-hours.ts';
import { bySystem, inBusiness, type Business } from '../../../src/domain/tenants/business.ts';
import { openTestDatabase } from '../../helpers/database.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const HOURS = { opens: 8 * 60, closes: 20 * 60 };

let database: Database;
let tenantId: string;
beforeAll(async () => {
  database = await openTestDatabase({ cast: true, at: NOW });
  tenantId = (await database.prisma.tenant.findUniqueOrThrow({ where: { code: 'DIOP' } })).id;
});
afterAll(() => database.close());

const DAY_MS = 86_400_000;
const inDiop = <T>(work: (business: Business) => Promise<T>, now = NOW) => database.prisma.$transaction((tx) => inBusiness(tx, tenantId, { ...bySystem(now), role: 'owner' }, work));
const pieces = (lines: { qty: number }[]): number => lines.reduce((sum, { qty }) => sum + qty, 0);

describe('what is known of each day', () => {
  test('each day of each product, as it was: sold, asked for in vain, and for which part of the day there was any', async () => {
    expect(await inDiop(knownShop)).toMatchObject({ day: '2026-11-20', products: GOODS.length, reliability: 'medium' });
    const rows = await database.prisma.$queryRaw<{ code: string; days: { day: string; sold: number; lost: number; inStock: number }[] }[]>`
      SELECT p.code, json_agg(json_build_object('day', d.day, 'sold', d.sold::float8, 'lost', d.lost::float8, 'inStock', d."inStock"::float8) ORDER BY d.day) AS days
      FROM "DemandDay" d JOIN "Variant" v ON v.id = d."variantId" JOIN "Product" p ON p.id = v."productId" GROUP BY p.code`;
    expect(rows).toHaveLength(GOODS.length);
    for (const goods of GOODS) {
      const { opening, receipts, sold, lost } = pastOf(goods, '2026-11-20');
      const days = rows.find(({ code }) => code === goods.code)?.days ?? [];
      let held = opening.qty;
      const told = days.map(({ day }) => {
        const [came, went] = [receipts.filter((each) => each.day === day), sold.filter((each) => each.day === day)];
        const moves = [...came, ...went.map((each) => ({ ...each, qty: -each.qty }))].toSorted((a, b) => a.minute - b.minute);
        const morning = held;
        const left = moves.map(({ minute, qty }) => ({ at: minute, onHand: (held += qty) }));
        return { day, sold: pieces(went), lost: pieces(lost.filter((each) => each.day === day)), inStock: inStockShare(morning, left, HOURS) };
      });
      expect([goods.code, days.map(({ day, sold: units, lost: vain }) => [day, units, vain])]).toEqual([goods.code, told.map(({ day, sold: units, lost: vain }) => [day, units, vain])]);
      // Who comes takes several things at once, up to an hour before they would have come for the last of them.
      for (const [at, { inStock }] of days.entries()) expect(Math.abs(inStock - (told[at]?.inStock ?? 1))).toBeLessThan(0.15);
    }
  });

  test('a sale of forty days ago that is voided is none on its day, and only who has voided one looks back so far', async () => {
    const sale = await database.prisma.sale.findFirstOrThrow({ where: { tenantId, voidedAt: null, soldAt: { gte: new Date(NOW.getTime() - 40 * DAY_MS) } }, orderBy: { soldAt: 'asc' }, include: { lines: true } });
    const { variantId = '', qty = 0, lineXof = 0n } = sale.lines[0] ?? {};
    const day = sale.soldAt.toISOString().slice(0, 10);
    const known = async () => (await database.prisma.$queryRaw<{ sold: number; xof: number }[]>`SELECT sold::float8 AS sold, "revenueXof"::float8 AS xof FROM "DemandDay" WHERE "variantId" = ${variantId}::uuid AND day = ${day}::date`)[0] ?? { sold: 0, xof: 0 };
    const before = await known();
    const [noon, tomorrow, later] = [3 * 3_600_000, DAY_MS, 2 * DAY_MS].map((ms) => new Date(NOW.getTime() + ms));
    expect(await inDiop((business) => voidSale(business, sale.seq), noon)).toMatchObject({ seq: sale.seq });
    await inDiop(fillDemand, tomorrow);
    expect(await known()).toEqual({ sold: before.sold - Number(qty), xof: before.xof - Number(lineXof) });
    await database.prisma.$executeRaw`UPDATE "DemandDay" SET sold = 777 WHERE day = ${day}::date`;
    await inDiop(fillDemand, later);
    expect((await known()).sold).toBe(777);
  });
});
