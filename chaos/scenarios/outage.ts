import { setTimeout as sleep } from 'node:timers/promises';
import type { CrowdPlan } from '../crowd/crowd.ts';
import { curtain } from './curtain.ts';
import { openStage, type Stage } from './stage.ts';
import type { Scenario } from './theatre.ts';

const CROWD: CrowdPlan = { people: 12, pauseMs: [100, 500], channels: ['whatsapp', 'whatsapp', 'sms', 'ussd'] };
/** What was under way when the database went. */
const SETTLE_MS = 1_000;

export const outage: Scenario = {
  name: 'outage',
  promise: 'PostgreSQL is stopped under load: webhooks are asked to come again, calls end in a sentence, then all is made up for',
  inShort: false,
  async play(theatre) {
    const stage = await openStage(theatre, { scenario: 'outage', roles: ['all'], store: 'server' });
    const postgres = await theatre.postgres();
    const third = (theatre.measure.seconds * 1_000) / 3;
    const crowd = stage.gather(CROWD);
    await sleep(third);
    stage.tell('the database stops');
    postgres.stop();
    await sleep(SETTLE_MS);
    const before = new Map(stage.ledger.answers);
    await sleep(third - SETTLE_MS);
    const meanwhile = since(before, stage);
    const [app] = stage.apps;
    const readyz = await fetch(`${app?.url ?? ''}/readyz`).then(({ status }) => status);
    stage.tell('the database starts');
    postgres.start();
    await sleep(third);
    await crowd.disperse();
    return [await curtain(stage, { kills: 0, judge: () => ({ notes: [`while it was away: ${said(meanwhile)}; /readyz ${readyz}`], broken: brokenIn(meanwhile, readyz) }) })];
  },
};

const since = (before: Map<string, number>, { ledger }: Stage): Map<string, number> =>
  new Map([...ledger.answers].map(([status, count]): [string, number] => [status, count - (before.get(status) ?? 0)]).filter(([, count]) => count > 0));

const said = (answers: Map<string, number>): string => [...answers].map(([status, count]) => `${count} × ${status}`).join(', ');

/** 503 for what can come again, END for who waits on the line, and nothing else. */
function brokenIn(answers: Map<string, number>, readyz: number): string[] {
  const odd = [...answers.keys()].filter((status) => status !== '503' && status !== 'END');
  return [
    ...(answers.has('503') ? [] : ['no webhook was answered 503 while the database was away']),
    ...(answers.has('END') ? [] : ['no hop was answered END while the database was away']),
    ...(odd.length > 0 ? [`while the database was away something was answered ${odd.join(', ')}`] : []),
    ...(readyz === 503 ? [] : [`/readyz said ${readyz} while the database was away`]),
  ];
}
