import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/open-database.ts';
import { openDueRoom, type DueRoom } from '../../src/jobs/due-room.ts';
import type { Job } from '../../src/jobs/job.ts';
import { createLogger } from '../../src/logger.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { until } from '../helpers/networks.ts';

const START = Date.parse('2026-11-20T09:00:00Z');
let database: Database;
let room: DueRoom;
let now: Date;
let rung = 0;
const mailed: string[] = [];
const known: Record<string, Job> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  room = openDueRoom({ db: database.prisma, now: () => now, logger: createLogger('silent', false), known, posted: () => rung++, mailed: (contactId) => mailed.push(contactId) });
});
afterAll(async () => {
  await room.close();
  await database.close();
});
beforeEach(async () => {
  now = new Date(START);
  rung = 0;
  await database.prisma.due.deleteMany();
  await database.prisma.tally.deleteMany();
});

const plan = (kind: string) => database.prisma.due.create({ data: { key: kind, kind, runAt: now, createdAt: now } });
const rowOf = (kind: string) => database.prisma.due.findUniqueOrThrow({ where: { key: kind } });
const writes = () => database.prisma.tally.count();
const write: Extract<Job, { apply: unknown }>['apply'] = (tx) => tx.tally.create({ data: { day: now, name: 'written', count: 1 } });
/** Rings every half minute for so long. */
const pass = async (minutes: number) => {
  for (const end = now.getTime() + minutes * 60_000; now.getTime() < end; now = new Date(now.getTime() + 30_000)) await room.ring();
};

test('STY-45 · a job is done once, and the outbox is looked at', async () => {
  known['simple'] = { apply: write };
  await plan('simple');
  await pass(5);
  expect([await rowOf('simple'), await writes(), rung]).toMatchObject([{ status: 'done', attempts: 1, leaseUntil: null }, 1, 1]);
});

test('what comes due while every hand is looking is done by that call, not by the next look', async () => {
  known['sudden'] = { apply: write };
  now = new Date(START + 60_000);
  await plan('sudden');
  now = new Date(START);
  const looking = [1, 2, 3, 4].map(() => room.ring());
  now = new Date(START + 60_000);
  await room.ring();
  expect([await rowOf('sudden'), await writes()]).toMatchObject([{ status: 'done' }, 1]);
  await Promise.all(looking);
});

test('what is prepared is written in the transaction that ends the job, and nothing of it when that fails', async () => {
  let fails = true;
  known['prepared'] = {
    prepare: async () => async (tx, job, at) => {
      await write(tx, job, at);
      if (fails) throw new RangeError('once');
      fails = true;
    },
  };
  await plan('prepared');
  await room.ring();
  expect([await rowOf('prepared'), await writes()]).toMatchObject([{ status: 'waiting', error: 'RangeError' }, 0]);
  fails = false;
  await pass(5);
  expect([await rowOf('prepared'), await writes()]).toMatchObject([{ status: 'done', attempts: 2 }, 1]);
});

test('a job that keeps failing is parked, and so is one that nobody knows', async () => {
  known['failing'] = { apply: async () => { throw new TypeError('always'); } };
  await plan('failing');
  await plan('unheard-of');
  await pass(30);
  expect(await rowOf('failing')).toMatchObject({ status: 'parked', attempts: 5, error: 'TypeError' });
  expect(await rowOf('unheard-of')).toMatchObject({ status: 'parked', attempts: 5 });
});

test('a job with pauses of its own is tried after them, and parked after the last', async () => {
  known['patient'] = { pausesMs: [60_000, 600_000], apply: async () => { throw new TypeError('always'); } };
  await plan('patient');
  await pass(2);
  expect(await rowOf('patient')).toMatchObject({ status: 'waiting', attempts: 2 });
  await pass(60);
  expect(await rowOf('patient')).toMatchObject({ status: 'parked', attempts: 3 });
});

test('a job that says «not yet» waits as long as it says so', async () => {
  let tries = 0;
  known['early'] = { pausesMs: [30_000], prepare: async () => (++tries < 20 ? { notYet: 'too early' } : write) };
  await plan('early');
  await pass(5);
  expect(await rowOf('early')).toMatchObject({ status: 'waiting', error: 'too early' });
  await pass(10);
  expect([await rowOf('early'), await writes(), rung]).toMatchObject([{ status: 'done', attempts: 20 }, 1, 1]);
});

test('a job withdrawn while it is prepared writes nothing', async () => {
  known['withdrawn'] = {
    prepare: async () => {
      await database.prisma.due.delete({ where: { key: 'withdrawn' } });
      return write;
    },
  };
  await plan('withdrawn');
  await pass(1);
  expect([await database.prisma.due.count(), await writes()]).toEqual([0, 0]);
});

test('one that takes long holds up none of the others', async () => {
  const long = Promise.withResolvers<undefined>();
  known['long'] = { prepare: async () => (await long.promise, write) };
  known['short'] = { apply: async () => long.resolve(undefined) };
  await plan('long');
  await plan('short');
  await room.ring();
  expect([await rowOf('long'), await rowOf('short')]).toMatchObject([{ status: 'done' }, { status: 'done' }]);
});

test('while one takes long, what comes due later is done at its time', async () => {
  const long = Promise.withResolvers<undefined>();
  known['long'] = { prepare: async () => (await long.promise, write) };
  known['later'] = { apply: async () => undefined };
  await plan('long');
  const all = room.ring();
  await until(async () => (await rowOf('long')).leaseUntil !== null);
  await new Promise((resolve) => setTimeout(resolve, 100)); // the other hands find nothing, and rest
  await plan('later');
  void room.ring();
  await until(async () => (await rowOf('later')).status === 'done');
  long.resolve(undefined);
  await all;
  expect(await rowOf('long')).toMatchObject({ status: 'done' });
});
