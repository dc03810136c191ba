import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { seed } from '../../src/demo/seed.ts';
import { openTestDatabase } from './database.ts';
import { STORIES_BEGIN } from './stories-begin.ts';

export type World = App & { clock: Clock };
/** The time of the story. It moves only when the story says so. */
export type Clock = { now: () => Date; forward: (span: { seconds?: number; minutes?: number; hours?: number; days?: number }) => void };

type Options = Parameters<typeof createApp>[1] & { env?: Record<string, string>; cast?: boolean };

/** For tests whose people write faster than anybody could. */
export const NO_FLOOD = { FLOOD_LIMIT: '1000000/1' };

/** The whole app on free ports with the cast, stand-ins for both networks and a clock of its own. */
export async function openWorld({ env = {}, cast = true, ...overrides }: Options = {}): Promise<World> {
  const clock = storyClock();
  const config = readConfig({ PORT: '0', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent', DATA_DIR: 'memory:', ...env });
  const database = overrides.database ?? (await openTestDatabase({ cast }));
  if (cast && overrides.database !== undefined) await seed(database.prisma, STORIES_BEGIN);
  const app = await createApp(config, { now: clock.now, ...overrides, database });
  return { ...app, clock };
}

function storyClock(): Clock {
  let ms = STORIES_BEGIN.getTime();
  return {
    now: () => new Date(ms++),
    forward: ({ seconds = 0, minutes = 0, hours = 0, days = 0 }) => {
      ms += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
    },
  };
}
