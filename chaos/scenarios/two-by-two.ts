import type { CrowdPlan } from '../crowd/crowd.ts';
import { curtain } from './curtain.ts';
import { killAtRandom } from './kill-at-random.ts';
import { openStage } from './stage.ts';
import type { Result, Scenario, Theatre } from './theatre.ts';

const CROWD: CrowdPlan = { people: 16, pauseMs: [100, 500], channels: ['whatsapp', 'whatsapp', 'sms', 'ussd'] };
const LIVES_MS = [1_000, 8_000] as const;

export const twoByTwo: Scenario = {
  name: 'two-by-two',
  promise: 'two webs and two workers on PostgreSQL and Redis, each killed at random',
  inShort: true,
  play: async (theatre) => [await fourProcesses(theatre, 'two-by-two', true)],
};

export const noRedis: Scenario = {
  name: 'no-redis',
  promise: 'the same without Redis',
  inShort: false,
  play: async (theatre) => [await fourProcesses(theatre, 'no-redis', false)],
};

async function fourProcesses(theatre: Theatre, scenario: string, redis: boolean): Promise<Result> {
  const stage = await openStage(theatre, { scenario, roles: ['web', 'web', 'worker', 'worker'], store: 'server', redis });
  const crowd = stage.gather(CROWD);
  const kills = await killAtRandom(stage, { livesMs: LIVES_MS, until: { seconds: theatre.measure.seconds } });
  await crowd.disperse();
  return curtain(stage, { kills });
}
