import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openGround, type Row, type Session } from './ground.ts';
import { columnsOf, dropConstraints, insert, newRow } from './rows.ts';

const COUNTED = ['m_refreshed', 'm_sales_days', 'm_sold_products', 'm_stock_health'];
const SHOWN = ['v_sales_days', 'v_sold_products', 'v_stock_health'];
const [A, B] = [randomUUID(), randomUUID()];

const ground = await openGround();
const owner = await ground.owner();
beforeAll(async () => {
  await dropConstraints(owner);
  const put = async (table: string, given: Row) => owner.query(...insert(table, newRow(await columnsOf(owner, table), given)));
  const soldAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
  for (const [tenantId, totalXof] of [[A, 1_000], [B, 2_000]] as const) {
    const [saleId, variantId, productId] = [randomUUID(), randomUUID(), randomUUID()];
    await put('Tenant', { id: tenantId, timezone: 'Africa/Dakar' });
    await put('Product', { id: productId, tenantId });
    await put('Variant', { id: variantId, tenantId, productId, onHand: 3, worth: totalXof });
    await put('Sale', { id: saleId, tenantId, totalXof, costXof: 100, soldAt });
    await put('SaleLine', { tenantId, saleId, variantId, lineXof: totalXof, soldAt });
  }
  for (const view of COUNTED) await owner.query(`REFRESH MATERIALIZED VIEW CONCURRENTLY ${view}`);
});
afterAll(async () => {
  await owner.close();
  await ground.close();
});

describe.each(['owner', 'superuser'] as const)(`what is counted for all is shown to each alone, on ${ground.platform} and logged in as %s`, (login) => {
  let session: Session;
  beforeAll(async () => (session = await ground[login]()));
  afterAll(() => session.close());

  async function asBusiness(tenantId: string, sql: string) {
    await session.query('BEGIN');
    try {
      await session.query(`SELECT set_config('role', 'griot_business', true), set_config('app.tenant_id', '${tenantId}', true)`);
      return (await session.query(sql)).rows;
    } finally {
      await session.query('ROLLBACK');
    }
  }

  test('a business sees what is its own, somebody else theirs, nobody nothing', async () => {
    const money = (tenantId: string) => asBusiness(tenantId, `SELECT (SELECT sum("revenueXof")::int FROM v_sales_days) AS sold, (SELECT sum("revenueXof")::int FROM v_sold_products) AS products, (SELECT "worthXof"::int FROM v_stock_health) AS worth, (SELECT count(*)::int FROM v_refreshed) AS at`);
    expect([await money(A), await money(B)]).toEqual([[{ sold: 1_000, products: 1_000, worth: 1_000, at: 1 }], [{ sold: 2_000, products: 2_000, worth: 2_000, at: 1 }]]);
    expect(await money(randomUUID())).toEqual([{ sold: null, products: null, worth: null, at: 1 }]);
    expect(await money('')).toEqual([{ sold: null, products: null, worth: null, at: 0 }]);
  });

  test.each(COUNTED)('%s is no business of any', async (view) => {
    await expect(asBusiness(A, `SELECT 1 FROM ${view}`)).rejects.toThrow('permission denied');
    await expect(asBusiness(A, `REFRESH MATERIALIZED VIEW ${view}`)).rejects.toThrow(/must be owner|permission denied/);
  });

  test.each(SHOWN)('%s is looked at, and not written to', async (view) => {
    await expect(asBusiness(A, `DELETE FROM ${view}`)).rejects.toThrow(/permission denied|cannot delete/);
  });

  test('no function that is put into a question is shown the rows of another', async () => {
    const seen = await asBusiness(A, `SELECT 1 FROM v_sales_days WHERE 1 / ("revenueXof" - 2000) < 1`);
    expect(seen).toHaveLength(1); // over B's row it would have divided by zero
  });
});
