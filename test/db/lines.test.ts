import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { takeSlice } from '../../src/db/lines.ts';
import type { Database } from '../../src/db/open-database.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Database;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());

const SLICE = { count: 10, everyMs: 1_000, burst: 0 };
const take = () => takeSlice(database.prisma, 'whatsapp', SLICE);

test('slices follow one another', async () => {
  const [first, second] = [await take(), await take()];
  expect(first.inMs).toBeLessThanOrEqual(0);
  expect(second.inMs).toBeGreaterThan(0);
  expect(second.inMs).toBeLessThanOrEqual(10_000);
});

test('a clock of the server that was put back by an hour holds no message for an hour', async () => {
  await database.prisma.$executeRaw`UPDATE "LineRate" SET "nextAt" = clock_timestamp() + interval '1 hour'`;
  const [first, second] = [await take(), await take()];
  expect(first.inMs).toBeLessThanOrEqual(0);
  expect(second.inMs).toBeGreaterThan(first.inMs);
  expect(second.inMs).toBeLessThanOrEqual(10_000);
});
