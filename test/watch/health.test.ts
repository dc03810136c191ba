import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { healthRoutes } from '../../src/web/health.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld({ cast: false })));
afterAll(() => world.close());

const ready = async (of: { local: string } = world) => {
  const answer = await fetch(`${of.local}/readyz`);
  return { status: answer.status, ...((await answer.json()) as object) };
};

test('DIG-51 · each part that work needs is named', async () => {
  expect(await ready()).toEqual({ status: 200, ready: true, database: true, migrations: true, queue: true });
});

test('a database without a migration of this build is not ready; one that is ahead is', async () => {
  const [last] = await world.db.$queryRaw<{ name: string }[]>`SELECT migration_name AS name FROM "_prisma_migrations" ORDER BY migration_name DESC LIMIT 1`;
  const rename = (from: string, to: string) => world.db.$executeRaw`UPDATE "_prisma_migrations" SET migration_name = ${to} WHERE migration_name = ${from}`;
  await rename(last?.name ?? '', '29990101000000_later');
  expect(await ready()).toEqual({ status: 503, ready: false, database: true, migrations: false, queue: true });
  await rename('29990101000000_later', last?.name ?? '');
  await world.db.$executeRaw`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('later', '', '29990101000000_later', now())`;
  expect(await ready()).toMatchObject({ status: 200, ready: true });
});

test('when its bell cannot be heard a process is ready, and says so of the queue: a sweep finds what no bell told of', async () => {
  const server = express().use(healthRoutes(world.db, { isUp: () => false })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    expect(await ready({ local: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })).toEqual({ status: 200, ready: true, database: true, migrations: true, queue: false });
  } finally {
    server.close();
  }
});
