import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import type { Answer, Doorbell } from '../../src/doorbell/doorbell.ts';
import { inProcess } from '../../src/doorbell/in-process.ts';
import { overRedis } from '../../src/doorbell/over-redis.ts';
import { createLogger } from '../../src/logger.ts';

/** The same contract on both drivers; the second where a Redis is named. */
const REDIS = process.env['TEST_REDIS_URL'];
if (REDIS === undefined) console.info('TEST_REDIS_URL is unset: the bell over Redis is not tried here');

const logger = createLogger('silent', false);
const drivers: [string, (answer: Answer | undefined) => Doorbell][] = [
  ['in one process', inProcess],
  ...(REDIS === undefined ? [] : [['over Redis', (answer: Answer | undefined) => overRedis({ redisUrl: REDIS, prefix, concurrency: 8, logger }, answer)] as [string, (answer: Answer | undefined) => Doorbell]]),
];
const prefix = `griot-test-${randomUUID()}`;
const open: Doorbell[] = [];

afterEach(async () => {
  for (const bell of open.splice(0)) await bell.close();
  if (REDIS === undefined) return;
  const redis = new Redis(REDIS);
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
});

describe.each(drivers)('the doorbell %s', (_name, ring) => {
  test('is answered for each contact, and for the post', async () => {
    const heard: string[] = [];
    const bell = keep(ring({ mail: async (contactId) => void heard.push(contactId), post: () => void heard.push('post') }));
    bell.mail('awa');
    bell.mail('jean');
    bell.post();
    await until(() => heard.length === 3);
    expect(bell.isUp()).toBe(true);
    expect(heard.toSorted()).toEqual(['awa', 'jean', 'post']);
  });

  test('rung while it is being answered, is answered once more: nothing that came meanwhile is missed', async () => {
    let mail = 1;
    const seen: number[] = [];
    const bell = keep(ring({
      mail: async () => {
        const found = mail;
        await sleep(30);
        seen.push(found);
      },
      post: () => undefined,
    }));
    bell.mail('awa');
    await sleep(15);
    while (mail < 20) {
      mail += 1;
      bell.mail('awa');
    }
    await until(() => seen.includes(20));
    expect(seen.at(-1)).toBe(20);
  });

  test('with nobody to answer, rings for nothing and fails nobody', () => {
    const bell = keep(ring(undefined));
    expect(() => {
      bell.mail('awa');
      bell.post();
    }).not.toThrow();
  });
});

(REDIS === undefined ? test.skip : test)('a flushed Redis loses no more than bells', async () => {
  const heard: string[] = [];
  const bell = keep(overRedis({ redisUrl: REDIS ?? '', prefix, concurrency: 8, logger }, { mail: async (contactId) => void heard.push(contactId), post: () => undefined }));
  bell.mail('awa');
  await until(() => heard.includes('awa'));
  const redis = new Redis(REDIS ?? '');
  const keys = await redis.keys(`${prefix}*`);
  await redis.del(keys);
  redis.disconnect();
  bell.mail('jean');
  await until(() => heard.includes('jean'));
});

test('a Redis that is away is no error: the sweepers come by', async () => {
  const bell = overRedis({ redisUrl: 'redis://127.0.0.1:1', prefix, concurrency: 1, logger }, undefined);
  expect(bell.isUp()).toBe(false);
  bell.mail('awa');
  await sleep(50);
  await bell.close();
});

test('who has never reached Redis stops like anybody', async () => {
  const bell = overRedis({ redisUrl: 'redis://127.0.0.1:1', prefix, concurrency: 1, logger }, { mail: () => Promise.resolve(), post: () => undefined });
  await sleep(50);
  await bell.close();
  expect(bell.isUp()).toBe(false);
});

function keep(bell: Doorbell): Doorbell {
  open.push(bell);
  return bell;
}

async function until(true_: () => boolean) {
  for (let look = 0; look < 400 && !true_(); look++) await sleep(10);
  expect(true_()).toBe(true);
}
