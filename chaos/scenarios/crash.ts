import type { CrowdPlan } from '../crowd/crowd.ts';
import { curtain, type Ending } from './curtain.ts';
import { killAtRandom } from './kill-at-random.ts';
import { openStage, type Cast } from './stage.ts';
import type { Result, Scenario, Theatre } from './theatre.ts';

const CROWD: CrowdPlan = { people: 12, pauseMs: [50, 400], channels: ['whatsapp', 'whatsapp', 'sms', 'ussd'] };
const LIVES_MS = [150, 2_500] as const;
/** One kill may leave one SMS in doubt for each of them. */
const BY_SMS = CROWD.people / CROWD.channels.length;

export const crash: Scenario = {
  name: 'crash',
  promise: 'one process on the embedded database, then on PostgreSQL, killed again and again',
  inShort: true,
  play: async (theatre) => {
    const results: Result[] = [];
    for (const store of theatre.measure.short ? (['embedded'] as const) : (['embedded', 'server'] as const)) results.push(await oneProcess(theatre, { scenario: `crash, ${store}`, roles: ['all'], store }));
    return results;
  },
};

export const withheld: Scenario = {
  name: 'withheld',
  promise: 'the same while no status comes: nothing lost, and every double is one that Griot reports as possible',
  inShort: false,
  play: async (theatre) => [await oneProcess(theatre, { scenario: 'withheld', roles: ['all'], store: 'server', behaviour: { withholdStatuses: true } }, {
    statusesWithheld: true,
    judge: ({ parcels }, { resent }) => {
      const doubts = parcels.filter(({ channel }) => channel === 'whatsapp').reduce((sum, parcel) => sum + parcel.doubts, 0);
      return { notes: [`WhatsApp messages sent twice: ${resent}, reported as possible: ${doubts}`], broken: resent > doubts ? ['WhatsApp was doubled more often than Griot reports'] : [] };
    },
  })],
};

async function oneProcess(theatre: Theatre, cast: Cast, ending: Omit<Ending, 'kills'> = {}): Promise<Result> {
  const stage = await openStage(theatre, cast);
  const crowd = stage.gather(CROWD);
  const kills = await killAtRandom(stage, { livesMs: LIVES_MS, until: { kills: theatre.measure.kills } });
  await crowd.disperse();
  return curtain(stage, {
    ...ending,
    kills,
    judge: async (evidence, verdict) => {
      const { broken = [], notes = [] } = (await ending.judge?.(evidence, verdict)) ?? {};
      return { notes, broken: [...broken, ...(verdict.sms.reported > kills * BY_SMS ? [`${kills} kills left ${verdict.sms.reported} SMS in doubt`] : [])] };
    },
  });
}
