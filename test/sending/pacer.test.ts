import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { busiestSecond } from '../../chaos/verdict/rates.ts';
import type { Database } from '../../src/db/open-database.ts';
import { takeSlice } from '../../src/db/lines.ts';
import { createLogger } from '../../src/logger.ts';
import { openPacer, ownPlaces, paceOf, type Pacer, type Places } from '../../src/sending/pacer.ts';
import { openTestDatabase } from '../helpers/database.ts';

/** Counted where a message may leave: a machine that is busy makes it leave later, and must never make it leave together. */
const RATE = 100;
const pace = paceOf(RATE);
const logger = createLogger('silent', false);
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.prisma.lineRate.deleteMany());
afterAll(() => database.close());

const shared: Places = (count) => takeSlice(database.prisma, 'whatsapp', { ...pace, count });
const open = (places: Places): Pacer => openPacer(places, { ...pace, logger });

/** So many want to leave at once; when each did. */
const leave = (pacer: Pacer, many: number, times: number[], lane = 0) => Promise.all(Array.from({ length: many }, () => pacer.turn(lane).then((may) => may && times.push(performance.now()))));
const block = (ms: number) => {
  for (const before = performance.now(); performance.now() - before < ms;);
};

describe('two workers', () => {
  test('let no second hold more than the rate, with a backlog, after a pause, and whatever holds them up', async () => {
    const times: number[] = [];
    const pacers = [open(shared), open(shared)];
    const all = Promise.all(pacers.map((pacer) => leave(pacer, 120, times)));
    for (let n = 0; n < 5; n++) {
      await sleep(150);
      block(120);
    }
    await all;
    await sleep(700);
    await Promise.all(pacers.map((pacer) => leave(pacer, 40, times)));
    expect([times.length, busiestSecond(times) <= RATE]).toEqual([320, true]);
  });

  test('nor when one of them is closed and opened again and again', async () => {
    const times: number[] = [];
    const steady = open(shared);
    const all = leave(steady, 150, times);
    for (let life = 0; life < 6; life++) {
      const pacer = open(shared);
      const some = leave(pacer, 100, times);
      await sleep(200);
      pacer.close();
      await some;
    }
    await all;
    expect(busiestSecond(times)).toBeLessThanOrEqual(RATE);
  });
});

describe('one worker', () => {
  test('alone with the line keeps the rate too, over a restart', async () => {
    const times: number[] = [];
    for (let life = 0; life < 4; life++) {
      const pacer = open(ownPlaces(pace));
      const some = leave(pacer, 200, times);
      await sleep(600);
      pacer.close();
      await some;
    }
    expect(busiestSecond(times)).toBeLessThanOrEqual(RATE);
  });

  test('lets answers leave before news, news before bulk, and what is only polite last', async () => {
    const pacer = open(ownPlaces({ ...pace, burst: 0 }));
    const order: number[] = [];
    const turns = [3, 2, 1, 0, 2, 0, 1, 3, 0].map((lane) => pacer.turn(lane).then(() => order.push(lane)));
    await Promise.all(turns);
    expect(order).toEqual([0, 0, 0, 1, 1, 2, 2, 3, 3]);
  });

  test('that is closed lets nobody leave who waits or comes', async () => {
    const pacer = open(() => ({ inMs: 60_000, count: 1, everyMs: pace.everyMs }));
    const waiting = [pacer.turn(0), pacer.turn(2)];
    pacer.close();
    expect(await Promise.all([...waiting, pacer.turn(0)])).toEqual([false, false, false]);
  });

  test('goes on when the row could not be read', async () => {
    let asked = 0;
    const pacer = open((count) => ((asked += 1) === 1 ? Promise.reject(new Error('away')) : { inMs: 0, count, everyMs: pace.everyMs }));
    expect([await pacer.turn(0), asked]).toEqual([true, 2]);
  });
});
