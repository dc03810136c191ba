import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { servedLately } from '../../src/domain/shop/served-lately.ts';
import { plansOf } from '../domain/orders/plans-of.ts';
import { openShelves } from '../domain/shop/shelves.ts';
import { openGround, type Ground, type Session } from './ground.ts';

let [ground, session]: [Ground?, Session?] = [];
beforeAll(async () => {
  ground = await openGround();
  session = await ground.superuser();
  for (const way of ['seqscan', 'sort']) await session.query(`SET enable_${way} = off`);
});
afterAll(async () => {
  await session?.close();
  await ground?.close();
});

const SHOP = `'00000000-0000-7000-8000-000000000001'::uuid`;

/** On empty tables any other way is as cheap: what is forbidden is to read all rows where an index leads to those wanted. */
test.each([
  ['the products of a shop', `SELECT * FROM "Product" WHERE "tenantId" = ${SHOP} AND code = '101'`, ['Product_tenantId_code_key']],
  ['its sales by date', `SELECT * FROM "Sale" WHERE "tenantId" = ${SHOP} AND "soldAt" > now() - interval '30 days' ORDER BY "soldAt" DESC`, ['Sale_tenantId_soldAt_idx']],
  ['the sales of a product by date', `SELECT * FROM "SaleLine" WHERE "variantId" = ${SHOP} AND "soldAt" > now() - interval '30 days' ORDER BY "soldAt"`, ['SaleLine_variantId_soldAt_idx']],
  ['the movements of a product', `SELECT * FROM "StockMove" WHERE "variantId" = ${SHOP} ORDER BY id DESC LIMIT 10`, ['StockMove_variantId_id_idx']],
  ['the movements of a shop by date', `SELECT * FROM "StockMove" WHERE "tenantId" = ${SHOP} AND at > now() - interval '1 day' ORDER BY at`, ['StockMove_tenantId_at_idx']],
  ['its rules', `SELECT * FROM "AlertRule" WHERE "tenantId" = ${SHOP} AND kind = 'low'`, ['AlertRule_tenantId_kind_idx', 'AlertRule_one']],
  ['its warnings by date', `SELECT * FROM "AlertEpisode" WHERE "tenantId" = ${SHOP} ORDER BY "openedAt" DESC LIMIT 10`, ['AlertEpisode_tenantId_openedAt_idx']],
  ['what became of one', `SELECT * FROM "AlertEvent" WHERE "episodeId" = ${SHOP} ORDER BY id`, ['AlertEvent_episodeId_id_idx']],
])('DIG-11 · %s', async (_says, sql, indexes) => {
  const plan = (await session?.query(`EXPLAIN ${sql}`))?.rows.map((row) => Object.values(row).join()).join('\n') ?? '';
  expect(indexes.some((index) => plan.includes(`"${index}"`))).toBe(true);
});

test('DIG-11 · what was served of what was asked reads the rows of one shop', async () => {
  const shop = await openShelves();
  const [plan = ''] = await shop.as({}, async (business) => {
    await business.db.$executeRaw`SET LOCAL enable_seqscan = off`;
    return plansOf(business.db, (db) => servedLately(Object.assign(business, { db })));
  });
  await shop.close();
  expect(plan).toMatch(/"LostDemand_variantId_at_idx".*\n.*Index Cond: \(\("variantId" = /);
});
