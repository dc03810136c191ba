import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countForDashboards } from '../../src/db/dashboards.ts';
import { SILENCE_MS, type Database } from '../../src/db/open-database.ts';
import { openDueRoom } from '../../src/jobs/due-room.ts';
import { planBriefs, planMornings } from '../../src/jobs/morning-briefs.ts';
import { planDashboards, refreshDashboards } from '../../src/jobs/refresh-dashboards.ts';
import { planAlerts, planLooks, sweepAlerts } from '../../src/jobs/tend-alerts.ts';
import { createLogger } from '../../src/logger.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { STORIES_BEGIN } from '../helpers/stories-begin.ts';

const MINUTE_MS = 60_000;
const KINDS = ['alert.plan', 'alert.sweep', 'brief.plan', 'dashboards.refresh'];

let now = new Date(STORIES_BEGIN.getTime() + MINUTE_MS);
let database: Database;
let room: ReturnType<typeof openDueRoom>;
beforeAll(async () => {
  database = await openTestDatabase({ cast: true });
  room = openDueRoom({
    db: database.prisma, now: () => now, logger: createLogger('silent', false), posted: () => undefined, mailed: () => undefined,
    known: { 'alert.plan': planLooks, 'alert.sweep': sweepAlerts, 'brief.plan': planMornings, 'dashboards.refresh': refreshDashboards(database.prisma) },
  });
});
afterAll(async () => {
  await room.close();
  await database.close();
});

async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    now = new Date(now.getTime() + MINUTE_MS);
    await room.ring();
  }
}
const kindsOf = async (status: string) => [...new Set((await database.prisma.due.findMany({ where: { status, kind: { in: KINDS } } })).map(({ kind }) => kind))].toSorted();

test('what plans itself and is parked has planned the next one, and goes on when it can', async () => {
  await Promise.all([planAlerts(database.prisma, now), planBriefs(database.prisma, now, now), planDashboards(database.prisma, now)]);
  await database.prisma.$executeRaw`ALTER TABLE "Tenant" RENAME COLUMN "isActive" TO away`;
  await database.prisma.$executeRaw`ALTER MATERIALIZED VIEW m_stock_health RENAME TO m_away`;
  await pass(15);
  await database.prisma.$executeRaw`ALTER TABLE "Tenant" RENAME COLUMN away TO "isActive"`;
  await database.prisma.$executeRaw`ALTER MATERIALIZED VIEW m_away RENAME TO m_stock_health`;
  expect([await kindsOf('parked'), await kindsOf('waiting')]).toEqual([KINDS, KINDS]);
  await pass(15);
  expect(await kindsOf('done')).toEqual(['alert.sweep', 'dashboards.refresh']);
  now = new Date(now.getTime() + 24 * 60 * MINUTE_MS);
  await pass(1);
  expect([await kindsOf('done'), await kindsOf('waiting')]).toEqual([KINDS, KINDS]);
});

test('the server gives up a count before its silence is taken for death', async () => {
  const db = database.prisma;
  await db.$executeRaw`CREATE TABLE heard (ms int)`;
  await db.$executeRaw`CREATE FUNCTION hear() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO heard SELECT setting::int FROM pg_settings WHERE name = 'statement_timeout'; END $$`;
  await db.$executeRaw`CREATE EVENT TRIGGER hear ON ddl_command_start WHEN TAG IN ('REFRESH MATERIALIZED VIEW') EXECUTE FUNCTION hear()`;
  await countForDashboards(db, now);
  const heard = await db.$queryRaw<{ ms: number }[]>`SELECT ms FROM heard`;
  expect([heard.length > 0, heard.every(({ ms }) => ms > 0 && ms < SILENCE_MS)]).toEqual([true, true]);
});
