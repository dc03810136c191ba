import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/open-database.ts';
import { createLogger } from '../../src/logger.ts';
import { openLines } from '../../src/sending/line.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Database;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());

const NOW = new Date('2026-11-20T09:00:00Z');
const lines = (db = database.prisma) => openLines({ db, now: () => NOW, logger: createLogger('silent', false) });
/** A row that is a while on its way from the database. */
const slowly = (arrived: Promise<unknown>) => database.prisma.$extends({ query: { line: { async findUnique({ args, query }) { const row = await query(args); await arrived; return row; } } } }) as unknown as Database['prisma'];

test('a line that is stopped while its row is read stays stopped, and so it does for whoever reads next', async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<undefined>();
  const { whatsapp } = lines(slowly(arrived));
  const reading = whatsapp.refresh();
  await new Promise((soon) => setTimeout(soon, 50)); // the database has read it
  await whatsapp.stop('190');
  arrive(undefined);
  await reading;
  expect(whatsapp.isOpen()).toBe(false);
  await whatsapp.refresh();
  expect(whatsapp.isOpen()).toBe(false);

  const other = lines().whatsapp;
  await other.refresh();
  expect(other.isOpen()).toBe(false);
});

test('and a line that works again while its row is read is open', async () => {
  const { whatsapp } = lines();
  await whatsapp.refresh();
  const reading = whatsapp.refresh();
  whatsapp.worked();
  await reading;
  expect(whatsapp.isOpen()).toBe(true);
});
