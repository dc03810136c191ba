import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, expect, test } from '@jest/globals';
import { inBatches } from '../../src/db/in-batches.ts';
import { isAway } from '../../src/db/is-away.ts';
import { PrismaClient } from '../../src/generated/prisma/client.ts';
import { openTestDatabase } from '../helpers/database.ts';

const here = await openTestDatabase();
afterAll(() => here.close());
const failure = (ask: Promise<unknown>): Promise<unknown> => ask.then(() => undefined, (error: unknown) => error);

test('a server that is not there is away; a statement that is refused is not', async () => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();
  const nobody = new PrismaClient({ adapter: new PrismaPg({ connectionString: `postgresql://nobody@127.0.0.1:${port}/none` }) });
  expect(isAway(await failure(nobody.$queryRaw`SELECT 1`))).toBe(true);
  expect(isAway(await failure(here.prisma.$queryRaw`SELECT 1 / 0`))).toBe(false);
  await nobody.$disconnect();
});

test.each(['57P01', '08006', '53300'])('%s, PostgreSQL says, and is away', (originalCode) => {
  expect(isAway({ meta: { driverAdapterError: { cause: { kind: 'postgres', originalCode } } } })).toBe(true);
});

test('a batch is not asked again one by one while the database is away', async () => {
  const asked: number[] = [];
  const ask = inBatches(async (items: number[]) => {
    asked.push(items.length);
    throw new Error('Connection terminated unexpectedly');
  }, { max: 10 });
  const answers = await Promise.allSettled([1, 2, 3].map((item) => ask(item)));
  expect([answers.map(({ status }) => status), asked]).toEqual([['rejected', 'rejected', 'rejected'], [3]]);
});
