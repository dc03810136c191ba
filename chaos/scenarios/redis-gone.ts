import { setTimeout as sleep } from 'node:timers/promises';
import type { CrowdPlan } from '../crowd/crowd.ts';
import { curtain } from './curtain.ts';
import { openStage } from './stage.ts';
import type { Scenario } from './theatre.ts';

const CROWD: CrowdPlan = { people: 16, pauseMs: [100, 500], channels: ['whatsapp', 'whatsapp', 'sms', 'ussd'] };
const FLUSH_MS = 700;

export const redisGone: Scenario = {
  name: 'redis-gone',
  promise: 'Redis is emptied again and again, then stopped, then comes back',
  inShort: false,
  async play(theatre) {
    const stage = await openStage(theatre, { scenario: 'redis-gone', roles: ['web', 'web', 'worker', 'worker'], store: 'server', redis: true });
    const redis = await theatre.redis();
    const third = (theatre.measure.seconds * 1_000) / 3;
    const crowd = stage.gather(CROWD);
    let flushes = 0;
    for (const before = Date.now(); Date.now() - before < third; flushes++) {
      await redis.flush();
      await sleep(FLUSH_MS);
    }
    stage.tell(`emptied ${flushes} times, now stopped`);
    await redis.stop();
    await sleep(third);
    stage.tell('started again');
    await redis.start();
    await sleep(third);
    await crowd.disperse();
    return [await curtain(stage, { kills: 0, judge: () => ({ notes: [`Redis was emptied ${flushes} times and away for ${Math.round(third / 1_000)} s`] }) })];
  },
};
