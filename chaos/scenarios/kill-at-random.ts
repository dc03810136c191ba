import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from '../crowd/dice.ts';
import type { Griot } from '../machines/app-process.ts';
import type { Stage } from './stage.ts';

/** When to stop: after so many kills in all, or after so long. */
export type Until = { kills: number } | { seconds: number };

type Life = { livesMs: readonly [number, number]; until: Until };

const DOWN_MS = [0, 400] as const;
/** Some never get as far as being ready. */
const DIES_YOUNG = 0.15;
const YOUNG_MS = [50, 900] as const;
const TOLD_EVERY = 10;

/** kill -9, at moments nobody chose, again and again; in the end everybody is up. Tells how many it killed. */
export async function killAtRandom(stage: Stage, { livesMs, until }: Life): Promise<number> {
  const began = Date.now();
  let kills = 0;
  const over = () => ('kills' in until ? kills >= until.kills : Date.now() - began > until.seconds * 1_000);

  async function haunt(app: Griot, dice: Dice): Promise<void> {
    while (!over()) {
      if (app.isReady()) await sleep(dice.between(...livesMs));
      if (over()) break;
      await app.kill();
      kills += 1;
      if (kills % TOLD_EVERY === 0) stage.tell(`${kills} kills, ${stage.ledger.said.length} messages`);
      await sleep(dice.between(...DOWN_MS));
      const starting = app.start();
      if (dice.happens(DIES_YOUNG)) await Promise.race([starting, sleep(dice.between(...YOUNG_MS))]);
      else await starting;
    }
    if (!app.isUp()) await app.start();
  }

  await Promise.all(stage.apps.map((app) => haunt(app, stage.dice.another())));
  await Promise.all(stage.apps.map(ready));
  return kills;
}

async function ready(app: Griot): Promise<void> {
  while (!app.isReady()) await sleep(50);
}
