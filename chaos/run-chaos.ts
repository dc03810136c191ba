import { CHAOS_HELP, orLeave, readChaosOptions } from './options.ts';
import { perform, played } from './perform.ts';
import type { Result } from './scenarios/theatre.ts';

const options = orLeave(CHAOS_HELP, () => readChaosOptions(process.argv.slice(2)));

await perform(options, async (theatre) => {
  const results: Result[] = [];
  for (const { name, promise, play } of options.play) {
    theatre.tell(`${name}: ${promise}`);
    results.push(...(await played(name, play(theatre))));
  }
  return results;
});
