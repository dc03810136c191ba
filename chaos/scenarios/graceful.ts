import { setTimeout as sleep } from 'node:timers/promises';
import type { CrowdPlan } from '../crowd/crowd.ts';
import { curtain } from './curtain.ts';
import { openStage } from './stage.ts';
import type { Scenario } from './theatre.ts';

const CROWD: CrowdPlan = { people: 16, pauseMs: [20, 150], channels: ['whatsapp', 'whatsapp', 'sms', 'ussd'] };
const STOPS = { short: 2, long: 5 };
const LIVES_MS = [1_500, 4_000] as const;
const STOP_MS_MAX = 30_000;

export const graceful: Scenario = {
  name: 'graceful',
  promise: 'SIGTERM under load: intake closes, work ends, the process leaves with 0, and nothing is lost or doubled',
  inShort: true,
  async play(theatre) {
    const stage = await openStage(theatre, { scenario: 'graceful', roles: ['all'], store: 'server' });
    const crowd = stage.gather(CROWD);
    const slow: number[] = [];
    for (let stops = theatre.measure.short ? STOPS.short : STOPS.long; stops > 0; stops--) {
      for (const app of stage.apps) {
        await sleep(stage.dice.between(...LIVES_MS));
        const { code, ms } = await app.stop();
        stage.tell(`left with ${code ?? 'a signal'} after ${ms} ms`);
        slow.push(ms);
        if (code !== 0 || ms > STOP_MS_MAX) stage.faults.push(`SIGTERM: left with ${code ?? 'a signal'} after ${ms} ms`);
        await app.start();
      }
    }
    await crowd.disperse();
    return [await curtain(stage, {
      kills: 0,
      judge: (_, { sms }) => ({ notes: [`stopped ${slow.length} times, the slowest in ${Math.max(...slow)} ms`], broken: sms.reported > 0 ? ['an SMS was sent again although nobody was killed'] : [] }),
    })];
  },
};
