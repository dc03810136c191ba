import { setTimeout as sleep } from 'node:timers/promises';
import { taken } from '../crowd/ledger.ts';
import { readBacklog, readEvidence, type Evidence } from '../verdict/evidence.ts';
import { verify, type Terms, type Verdict } from '../verdict/verify.ts';
import type { Stage } from './stage.ts';
import type { Result } from './theatre.ts';

export type Ending = Terms & { kills: number; drainMs?: number; judge?: (evidence: Evidence, verdict: Verdict) => Judgement | Promise<Judgement> };
type Judgement = { broken?: string[]; notes?: string[] };

const DRAIN_MS = 120_000;
const LOOK_MS = 250;
/** The embedded database can only be looked into while Griot is down: it is left alone for so long between two looks. */
const ALONE_MS = 3_000;
const SHOWN = 5;

/** Lets all work end, stops every process as a deployment does, and compares what is left. */
export async function curtain(stage: Stage, { kills, drainMs = DRAIN_MS, judge, ...terms }: Ending): Promise<Result> {
  stage.tell(`${taken(stage.ledger).length} messages accepted, ${kills} kills; waiting for what is under way`);
  const backlog = stage.store.alone ? await drainAlone(stage, drainMs) : await drain(stage, drainMs);
  await leave(stage);
  const kept = await stage.store.look(readEvidence);
  const evidence: Evidence = { ...kept, said: stage.ledger.said, sent: await stage.networks.sent() };
  const verdict = verify(evidence, terms);
  const { broken = [], notes = [] } = (await judge?.(evidence, verdict)) ?? {};
  const seconds = Math.round((Date.now() - stage.began) / 1_000);
  await stage.clear();
  const left = backlog === 0 ? [] : [`${backlog} rows still wait after ${drainMs / 1_000} s`];
  return { scenario: stage.scenario, kills, verdict, seconds, notes: [answersOf(stage), ...notes], broken: [...brokenIn(verdict), ...few('faults', stage.faults), ...left, ...broken] };
}

const brokenIn = ({ lost, doubled, swapped, torn, sms }: Verdict): string[] =>
  [few('lost', lost), few('doubled', doubled), few('swapped', swapped), few('torn', torn), few('SMS doubled without a word', sms.unreported)].flat();

/** How many, and the first of them. */
export const few = (title: string, sentences: readonly string[]): string[] =>
  sentences.length === 0 ? [] : [`${title}: ${sentences.length}`, ...sentences.slice(0, SHOWN).map((sentence) => `  ${sentence}`)];

const answersOf = ({ ledger }: Stage): string => `answers to webhooks: ${[...ledger.answers].map(([status, count]) => `${count} × ${status}`).join(', ')}`;

/** Nothing waits, and no status is on its way, twice in a row. */
async function drain({ store, networks }: Stage, forMs: number): Promise<number> {
  let calm = 0;
  let backlog = 0;
  for (const before = Date.now(); Date.now() - before < forMs && calm < 2; await sleep(LOOK_MS)) {
    backlog = await store.look(readBacklog);
    const idle = backlog === 0 && (await Promise.race([networks.idle().then(() => true), sleep(LOOK_MS * 8, false)]));
    calm = idle ? calm + 1 : 0;
  }
  return backlog;
}

async function drainAlone({ store, apps, networks, ledger }: Stage, forMs: number): Promise<number> {
  const wanted = taken(ledger).filter(({ channel }) => channel !== 'ussd').length;
  const before = Date.now();
  while ((await networks.count()) < wanted && Date.now() - before < forMs / 2) await sleep(LOOK_MS);
  for (;;) {
    for (const app of apps) await app.stop();
    const backlog = await store.look(readBacklog);
    if (backlog === 0 || Date.now() - before > forMs) return backlog;
    for (const app of apps) await app.start();
    await sleep(ALONE_MS);
  }
}

async function leave({ apps, faults }: Stage): Promise<void> {
  await Promise.all(apps.filter((app) => app.isUp()).map(async (app) => {
    const { code, ms } = await app.stop();
    if (code !== 0) faults.push(`${app.name} left with ${code ?? 'a signal'} ${ms} ms after SIGTERM`);
  }));
}
