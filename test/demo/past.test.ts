import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../helpers/database.ts';
import type { Database } from '../../src/db/open-database.ts';
import { GOODS } from '../../src/demo/goods.ts';
import { pastOf } from '../../src/demo/past.ts';
import { seed } from '../../src/demo/seed.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await seed(database.prisma, new Date('2026-11-20T09:00:00Z'));
});
afterAll(() => database.close());

const sum = (lines: { qty: number }[]): number => lines.reduce((total, { qty }) => total + qty, 0);

describe('DIG-45 · the demo: 50 products and 90 days', () => {
  test('DIG-45 · what was there, came and was sold is what is there, product by product, and nothing was ever below zero', () => {
    for (const goods of GOODS) {
      const { opening, receipts, sold } = pastOf(goods, '2026-11-20');
      expect([goods.code, opening.qty + sum(receipts) - sum(sold)]).toEqual([goods.code, goods.stock]);
      const moves = [...receipts, ...sold.map((line) => ({ ...line, qty: -line.qty }))].toSorted((a, b) => (a.day === b.day ? a.minute - b.minute : a.day < b.day ? -1 : 1));
      let level = opening.qty;
      const levels = moves.map(({ qty }) => (level += qty));
      expect(Math.min(level, ...levels)).toBeGreaterThanOrEqual(0);
    }
  });

  test('DIG-45 · the books say the same: movements, costs, sales and their lines', async () => {
    const shelves = await database.prisma.$queryRaw<object[]>`
      SELECT p.code FROM "Variant" v JOIN "Product" p ON p.id = v."productId" LEFT JOIN "StockMove" m ON m."variantId" = v.id
      GROUP BY v.id, p.code HAVING v."onHand" <> sum(m.qty) OR v.worth <> sum(m.worth)`;
    expect(shelves).toEqual([]);
    const [books] = await database.prisma.$queryRaw<Record<string, number>[]>`
      SELECT (SELECT count(*) FROM "Product")::int AS products, (SELECT count(DISTINCT "soldAt"::date) FROM "Sale")::int AS days,
        (SELECT sum("totalXof") FROM "Sale")::int - (SELECT sum("lineXof") FROM "SaleLine")::int AS apart, (SELECT sum(qty) FROM "SaleLine")::int + (SELECT sum(qty) FROM "StockMove" WHERE kind = 'sale')::int AS unsold`;
    expect(books).toEqual({ products: 50, days: 90, apart: 0, unsold: 0 });
  });

  test('DIG-45 · weeks, paydays, shelves that were empty, sales in vain and products that sleep', async () => {
    const [seen] = await database.prisma.$queryRaw<Record<string, number>[]>`
      WITH days AS (SELECT "soldAt"::date AS day, sum("totalXof")::int AS xof FROM "Sale" GROUP BY 1)
      SELECT round(avg(xof) FILTER (WHERE extract(isodow FROM day) = 6) / avg(xof) FILTER (WHERE extract(isodow FROM day) = 2), 1)::float AS saturday,
        round(avg(xof) FILTER (WHERE extract(day FROM day) >= 25 OR extract(day FROM day) <= 5) / avg(xof) FILTER (WHERE extract(day FROM day) BETWEEN 6 AND 24), 1)::float AS payday,
        (SELECT count(*) FROM "LostDemand")::int AS vain, (SELECT count(*) FROM "Variant" WHERE "lastSoldAt" < '2026-09-21')::int AS asleep FROM days`;
    expect(seen).toEqual({ saturday: 1.8, payday: 1.2, vain: 30, asleep: 3 });
  });
});
