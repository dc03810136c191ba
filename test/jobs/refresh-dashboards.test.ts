import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/open-database.ts';
import { readDashboard } from '../../src/domain/shop/dashboard/read-dashboard.ts';
import { sell } from '../../src/domain/shop/sell.ts';
import { bySystem, inBusiness, type Business } from '../../src/domain/tenants/business.ts';
import { openDueRoom } from '../../src/jobs/due-room.ts';
import { planDashboards, refreshDashboards } from '../../src/jobs/refresh-dashboards.ts';
import { createLogger } from '../../src/logger.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { STORIES_BEGIN } from '../helpers/stories-begin.ts';

const MINUTE_MS = 60_000;
const EVERY = 5;

let now = new Date(STORIES_BEGIN.getTime() + MINUTE_MS);
let database: Database;
let tenantId: string;
let room: ReturnType<typeof openDueRoom>;
beforeAll(async () => {
  database = await openTestDatabase({ cast: true });
  tenantId = (await database.prisma.tenant.findUniqueOrThrow({ where: { code: 'DIOP' } })).id;
  room = openDueRoom({ db: database.prisma, now: () => now, logger: createLogger('silent', false), posted: () => undefined, mailed: () => undefined, known: { 'dashboards.refresh': refreshDashboards(database.prisma) } });
});
afterAll(async () => {
  await room.close();
  await database.close();
});

const inDiop = <T>(work: (business: Business) => Promise<T>) => database.prisma.$transaction((tx) => inBusiness(tx, tenantId, { ...bySystem(now), role: 'owner' }, work));
async function pass(minutes: number): Promise<void> {
  now = new Date(now.getTime() + minutes * MINUTE_MS);
  await room.ring();
}
const planned = async () => (await database.prisma.due.findMany({ where: { kind: 'dashboards.refresh' }, orderBy: { runAt: 'asc' } })).map(({ runAt, status }) => [runAt.getTime() % (EVERY * MINUTE_MS), status]);

test('DIG-25 · every five minutes what dashboards show of the shelves is counted again, however often it is planned', async () => {
  await planDashboards(database.prisma, now);
  await planDashboards(database.prisma, now);
  const before = await inDiop(readDashboard);
  expect(before.at).toEqual(STORIES_BEGIN);
  const { id: variantId } = await database.prisma.variant.findFirstOrThrow({ where: { tenantId, onHand: { gt: 20 } } });
  await inDiop((business) => sell(business, { variantId, qty: 5_000, paidHow: 'cash', sure: true, key: 'test' }));
  expect((await inDiop(readDashboard)).health).toEqual(before.health);

  await pass(EVERY);
  const after = await inDiop(readDashboard);
  expect(after.at).toEqual(now);
  expect(after.health.worthXof).toBeLessThan(before.health.worthXof);
  for (let round = 0; round < 3; round++) await pass(EVERY);
  expect(await planned()).toEqual([[0, 'done'], [0, 'done'], [0, 'done'], [0, 'done'], [0, 'waiting']]);
});

test('two hours in which nobody worked are one count', async () => {
  await pass(120);
  expect((await planned()).slice(-2)).toEqual([[0, 'done'], [0, 'waiting']]);
  expect((await inDiop(readDashboard)).at).toEqual(now);
});
