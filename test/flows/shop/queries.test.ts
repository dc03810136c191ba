import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { countQueries, type Counted } from '../../../bench/count-queries.ts';
import { rest } from '../../helpers/momo.ts';
import { fromMeta, networksOf, said, settle, type Networks } from '../../helpers/networks.ts';
import { NO_FLOOD, openWorld, type World } from '../../helpers/world.ts';

const MOUSSA = '221770000003';
/** Nobody looks around for what may have been left: only what a turn asks is counted. */
const BUT_INTERVALS = ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const;
/** Some eighty turns, and what they set in motion. */
const LONG_MS = 240_000;
/** No question needs more. */
const MOST = 30;
const QUESTIONS = ['menu', 'stock', 'stock 101', 'stock categorie boissons', 'prevision', 'a commander', 'analyse 101', 'dormants', 'chiffres semaine', 'rapport mois', 'rapport ventes', 'rapport stock', 'conseil'];

let world: World;
let networks: Networks;
let counted: Counted;
beforeAll(async () => {
  jest.useFakeTimers({ doNotFake: [...BUT_INTERVALS] });
  counted = countQueries();
  world = await openWorld({ env: NO_FLOOD });
  networks = networksOf(world);
  world.standins.graph?.faults.set({ withholdStatuses: true });
  await rest(world);
});
afterAll(async () => {
  await world.close();
  counted.stop();
  jest.useRealTimers();
});

let messages = 0;
async function says(text: string): Promise<number> {
  world.clock.forward({ seconds: 20 });
  await rest(world);
  const before = counted.asked();
  await networks.meta(fromMeta(world, [said({ from: MOUSSA, id: `wamid.${(messages += 1)}`, text })]));
  await world.mail.quiet();
  const asked = counted.asked() - before;
  await settle(world);
  return asked;
}

/** What is sent meanwhile only ever adds to a count: the least of two is what the turn asks. */
async function askAll(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const question of QUESTIONS) counts[question] = Math.min(await says(question), await says(question));
  return counts;
}

test('a question asks the database as often whether the shop has fifty products or two hundred', async () => {
  await says('stock');
  const few = await askAll();
  await world.db.$executeRaw`
    WITH goods AS (
      INSERT INTO "Product" (id, "tenantId", code, name, aliases, words, "categoryId", "supplierId", unit, "createdAt")
      SELECT gen_random_uuid(), p."tenantId", p.code || 'X' || n, p.name || ' no ' || n, '{}', 'x' || n || p.code, p."categoryId", p."supplierId", p.unit, p."createdAt" FROM "Product" p, generate_series(1, 3) n RETURNING id, "tenantId")
    INSERT INTO "Variant" (id, "tenantId", "productId", "priceXof", "costXof", "onHand") SELECT gen_random_uuid(), "tenantId", id, 1000, 800, 5 FROM goods`;
  await world.db.$executeRaw`
    INSERT INTO "StockMove" ("tenantId", "variantId", kind, qty, worth, "refType", "refId", by, channel, at)
    SELECT v."tenantId", v.id, 'opening', 5, 4000, 'opening', v.id, 'system', 'system', now() - interval '40 days' FROM "Variant" v WHERE NOT EXISTS (SELECT 1 FROM "StockMove" m WHERE m."variantId" = v.id)`;
  await world.db.forecastRun.deleteMany();
  await says('stock');
  const many = await askAll();
  expect(many).toEqual(few);
  expect(Object.entries(few).filter(([, asked]) => asked > MOST)).toEqual([]);
}, LONG_MS);

test('no question reads the sales of everybody: each plan goes by the index of the business', async () => {
  const { id } = await world.db.tenant.findUniqueOrThrow({ where: { code: 'AFI' } });
  await world.db.$executeRaw`
    INSERT INTO "Sale" (id, "tenantId", seq, "totalXof", "costXof", "marginXof", "paidHow", by, channel, key, "soldAt")
    SELECT gen_random_uuid(), ${id}::uuid, 200000 + n, 1000, 800, 200, 'cash', 'system', 'system', 'many:' || n, '2026-11-20'::timestamptz - n * interval '2 minutes' FROM generate_series(1, 20000) n`;
  await world.db.$executeRaw`ANALYZE "Sale"`;
  const asked = counted.texts(/"Sale"/);
  for (const question of QUESTIONS) await says(question);
  const statements = asked.stop();
  expect(statements.length).toBeGreaterThan(2);
  for (const { text, values } of statements) {
    const plan = await world.db.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${text}`, ...values);
    const lines = plan.map((row) => Object.values(row)[0]);
    expect(lines.filter((line) => line?.includes('Seq Scan on "Sale"'))).toEqual([]);
    expect(lines.some((line) => line?.includes('"Sale"'))).toBe(true);
  }
}, LONG_MS);
