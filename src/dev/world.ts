import { createApp } from '../app.ts';
import { readConfig, type Config } from '../config.ts';
import { giveAccounts } from '../demo/accounts.ts';
import { seed } from '../demo/seed.ts';
import type { AfricastalkingStandin } from '../standins/africastalking.ts';
import type { GraphStandin } from '../standins/graph.ts';

export type DevWorld = { url: string; graph?: GraphStandin; africastalking?: AfricastalkingStandin; close: () => Promise<void> };

/** Where a Griot that is already running would be. */
export function runningUrl(config: Config = readConfig()): string {
  return `http://${config.host}:${config.port}`;
}

/** The whole Griot in this process, with the cast; it logs errors only, so that the talk can be read. */
export async function startWorld(): Promise<DevWorld> {
  const config: Config = { ...readConfig(), logLevel: 'error' };
  const app = await createApp(config);
  if (!config.production && (await seed(app.db, app.now()))) await giveAccounts(app.db, config, app.now());
  const { graph, phones } = app.standins;
  return { url: app.local, ...(graph ? { graph } : {}), ...(phones ? { africastalking: phones } : {}), close: () => app.close() };
}
