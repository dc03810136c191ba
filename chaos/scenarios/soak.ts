import { setTimeout as sleep } from 'node:timers/promises';
import type { CrowdPlan } from '../crowd/crowd.ts';
import { taken } from '../crowd/ledger.ts';
import { compareMemory, mb, type Sample } from '../verdict/memory.ts';
import { curtain } from './curtain.ts';
import { openStage, type Stage } from './stage.ts';
import type { Result, Theatre } from './theatre.ts';

export type Soak = { minutes: number; rate: number | undefined; store: 'server' | 'embedded' };

const CHANNELS: CrowdPlan['channels'] = ['whatsapp', 'whatsapp', 'whatsapp', 'sms', 'ussd'];
/** As many as it takes to find out what it can do, none of whom waits. */
const EAGER: CrowdPlan = { people: 40, pauseMs: [0, 20], channels: CHANNELS };
const WARM_MS = 5_000;
const MEASURE_MS = 10_000;
const TELL_MS = 10_000;
const DRAIN_MS = 60_000;
const PAUSE_S = 1;

/** Half of what it can do, for a long time: memory stays flat, nothing waits at the end, and nothing is logged as an error. */
export async function soak(theatre: Theatre, { minutes, rate, store }: Soak): Promise<Result> {
  const stage = await openStage(theatre, { scenario: 'soak', roles: ['all'], store, tellsMemory: true });
  const half = rate ?? (await capacity(stage)) / 2;
  stage.tell(`${half.toFixed(0)} messages a second for ${minutes} min`);
  const crowd = stage.gather({ people: Math.max(CHANNELS.length, Math.round(half * PAUSE_S)), pauseMs: [PAUSE_S * 800, PAUSE_S * 1_200], channels: CHANNELS });
  const watched = await watch(stage, minutes * 60_000);
  await crowd.disperse();
  const memory = compareMemory(watched.samples, watched);
  return curtain(stage, {
    kills: 0,
    judge: (_, { sms }) => ({
      notes: memory.notes,
      broken: [...memory.broken, ...watched.broken, ...errorsIn(stage), ...(sms.reported > 0 ? ['an SMS was sent again although nobody was killed'] : [])],
    }),
  });
}

/** Replies a second while everybody is eager. What that piled up is worked off before the soak begins. */
async function capacity(stage: Stage): Promise<number> {
  stage.tell('measures what it can do');
  const crowd = stage.gather(EAGER);
  await sleep(WARM_MS);
  const [before, began] = [await done(stage), Date.now()];
  await sleep(MEASURE_MS);
  const perSecond = ((await done(stage)) - before) / ((Date.now() - began) / 1_000);
  await crowd.disperse();
  for (const since = Date.now(); (await behind(stage)) > 0 && Date.now() - since < DRAIN_MS;) await sleep(200);
  stage.tell(`can do ${perSecond.toFixed(0)} messages a second here and now`);
  return perSecond;
}

const silent = ({ ledger }: Stage): number => taken(ledger).filter(({ channel }) => channel === 'ussd').length;
/** A hop is answered when it is taken; everything else when its reply has arrived, which may be before its sender has read that it was taken. */
const done = async (stage: Stage): Promise<number> => silent(stage) + (await stage.networks.count());
const behind = async (stage: Stage): Promise<number> => Math.max(0, taken(stage.ledger).length - (await done(stage)));

async function watch(stage: Stage, forMs: number): Promise<{ samples: Sample[]; from: number; to: number; broken: string[] }> {
  const samples: Sample[] = [];
  const from = Date.now();
  let before = taken(stage.ledger).length;
  for (let at = from; at - from < forMs; at = Date.now()) {
    await sleep(Math.min(TELL_MS, forMs - (at - from)));
    const memory = stage.apps[0]?.memory();
    const count = taken(stage.ledger).length;
    if (memory !== undefined) samples.push({ ...memory, at: Date.now() });
    stage.tell(`${((count - before) / ((Date.now() - at) / 1_000)).toFixed(0)} messages a second, ${await behind(stage)} under way, heap ${mb(memory?.heap ?? 0)} MB, RSS ${mb(memory?.rss ?? 0)} MB`);
    before = count;
  }
  return { samples, from, to: Date.now(), broken: samples.length === 0 ? ['the process told nothing of its memory'] : [] };
}

/** Lines of JSON, as production writes them. */
function errorsIn({ apps }: Stage): string[] {
  const errors = apps.flatMap(({ log }) => log()).filter((line) => /"level":"error"/.test(line) || !line.startsWith('{'));
  return errors.length === 0 ? [] : [`${errors.length} error lines, the first: ${errors[0] ?? ''}`];
}
