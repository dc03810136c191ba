import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/open-database.ts';
import { knownShop } from '../../src/domain/shop/knowing/know-shop.ts';
import { voidSale } from '../../src/domain/shop/void-sale.ts';
import { sell } from '../../src/domain/shop/sell.ts';
import { bySystem, inBusiness, type Business } from '../../src/domain/tenants/business.ts';
import { loadTexts } from '../../src/i18n.ts';
import { openDueRoom } from '../../src/jobs/due-room.ts';
import { planBriefs, planMornings, tellMorning } from '../../src/jobs/morning-briefs.ts';
import { shopNight, tellForecast } from '../../src/jobs/shop-night.ts';
import { createLogger } from '../../src/logger.ts';
import { openTestDatabase } from '../helpers/database.ts';

const HOUR_MS = 3_600_000;
const told = { texts: loadTexts(), serviceCode: '*384*22#', publicUrl: 'https://griot.example.com' };

let now = new Date('2026-11-20T09:00:00Z');
let database: Database;
let tenantId: string;
let room: ReturnType<typeof openDueRoom>;
beforeAll(async () => {
  database = await openTestDatabase({ cast: true, at: now });
  await database.prisma.forecast.deleteMany(); // the shop of the demo has been thought about
  await database.prisma.forecastRun.deleteMany();
  tenantId = (await database.prisma.tenant.findUniqueOrThrow({ where: { code: 'DIOP' } })).id;
  room = openDueRoom({
    db: database.prisma, now: () => now, logger: createLogger('silent', false), posted: () => undefined, mailed: () => undefined,
    known: { 'brief.plan': planMornings, 'brief.tell': tellMorning(told), 'forecast.night': shopNight(database.prisma), 'forecast.tell': tellForecast(told) },
  });
  await planBriefs(database.prisma, now, now);
});
afterAll(async () => {
  await room.close();
  await database.close();
});

async function pass(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) {
    now = new Date(now.getTime() + HOUR_MS);
    await room.ring();
  }
}
const inDiop = <T>(work: (business: Business) => Promise<T>) => database.prisma.$transaction((tx) => inBusiness(tx, tenantId, { ...bySystem(now), role: 'owner' }, work));
const rows = () => database.prisma.$queryRaw<object[]>`SELECT "variantId"::text AS id, method, "perDay", target, expected, "outOn"::text AS out FROM "Forecast" ORDER BY "variantId"`;
const nights = () => database.prisma.due.findMany({ where: { kind: 'forecast.night', tenantId }, orderBy: { runAt: 'asc' } });
const demandOn = async (day: string) => (await database.prisma.$queryRaw<{ sold: number }[]>`SELECT coalesce(sum(sold), 0)::float8 AS sold FROM "DemandDay" WHERE day = ${day}::date`)[0]?.sold;

test('a night in a thread of its own says what the shop would have been told when it asked', async () => {
  await pass(1);
  expect((await nights()).map(({ key, runAt }) => [key, runAt.toISOString()])).toEqual([[`forecast.night:${tenantId}:2026-11-21`, '2026-11-21T02:00:00.000Z']]);
  expect(await rows()).toEqual([]);
  await pass(17);
  const atNight = await rows();
  expect(atNight).toHaveLength(50);
  await database.prisma.forecastRun.deleteMany();
  await inDiop(knownShop);
  expect(await rows()).toEqual(atNight);
});

test('each night once, however often it is planned; the day that ended is written down, and one whose sale was voided again', async () => {
  const { id: variantId } = await database.prisma.variant.findFirstOrThrow({ where: { tenantId, onHand: { gt: 20 } } });
  const sold = await inDiop((business) => sell(business, { variantId, qty: 7_000, paidHow: 'cash', sure: true, key: 'test:1' }));
  await planBriefs(database.prisma, now, now);
  await pass(24);
  expect(await nights()).toHaveLength(2);
  expect(await demandOn('2026-11-21')).toBe(7);
  await inDiop((business) => voidSale(business, 'seq' in sold ? sold.seq : 0));
  await pass(24);
  expect(await demandOn('2026-11-21')).toBe(0);
});

test('J16 · on Monday at seven the owners are told, and on no other day', async () => {
  await pass(48);
  const letters = await database.prisma.outbox.findMany({ where: { key: { startsWith: 'forecast:' } } });
  expect(letters.map(({ createdAt, purpose }) => [createdAt.toISOString().slice(0, 13), purpose])).toEqual([['2026-11-23T07', 'report']]);
});
