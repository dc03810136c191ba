import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { scenarios } from './scenarios/list.ts';
import type { Soak } from './scenarios/soak.ts';
import type { Measure, Scenario } from './scenarios/theatre.ts';
import { RULE } from './verdict/memory.ts';

type ChaosOptions = { play: readonly Scenario[]; seed: number; measure: Measure };
type SoakOptions = Soak & { seed: number };

const LONG: Measure = { kills: 50, seconds: 60, short: false };
const SHORT: Measure = { kills: 3, seconds: 6, short: true };
const MINUTES = 10;

export const CHAOS_HELP = `npm run chaos -- [--only a,b] [--short] [--kills N] [--seconds N] [--seed N]

Starts Griot as real processes, lets a crowd talk to it, kills and starves it, and compares what the networks saw with
what the database kept. Needs the binaries of PostgreSQL and Redis; starts servers of its own and removes them.

  --only     only these scenarios, of those below
  --short    a minute in all: some of them, with few kills
  --kills    how often a process is killed where kills are counted (${LONG.kills})
  --seconds  how long a scenario lasts where time is counted (${LONG.seconds})
  --seed     chance as in an earlier run, which printed it

${scenarios.map(({ name, promise }) => `  ${name.padEnd(12)}${promise}`).join('\n')}

Leaves with 1 when a promise is broken.`;

export const SOAK_HELP = `npm run soak -- [--minutes N] [--rate N] [--embedded] [--seed N]

Half of what one process can do, for long: memory stays flat, nothing waits at the end, no error is logged.

  --minutes   how long (${MINUTES})
  --rate      messages a second; else what it can do is measured first, and halved
  --embedded  on the embedded database instead of a PostgreSQL of its own

The rule: ${RULE}.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** What was asked for, or the help: then, and when it cannot be done, the program ends with a sentence. */
export function orLeave<T>(help: string, read: () => T | 'help'): T {
  try {
    const options = read();
    if (options !== 'help') return options;
    console.log(help);
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

export function readChaosOptions(args: readonly string[]): ChaosOptions | 'help' {
  const { values } = parseArgs({ args: [...args], options: { help: flag, short: flag, only: text, kills: text, seconds: text, seed: text } });
  if (values.help) return 'help';
  const usual = values.short ? SHORT : LONG;
  return {
    play: chosen(values),
    seed: seedOf(values),
    measure: { kills: whole('kills', values.kills) ?? usual.kills, seconds: whole('seconds', values.seconds) ?? usual.seconds, short: values.short },
  };
}

export function readSoakOptions(args: readonly string[]): SoakOptions | 'help' {
  const { values } = parseArgs({ args: [...args], options: { help: flag, embedded: flag, minutes: text, rate: text, seed: text } });
  if (values.help) return 'help';
  return { minutes: whole('minutes', values.minutes) ?? MINUTES, rate: whole('rate', values.rate), store: values.embedded ? 'embedded' : 'server', seed: seedOf(values) };
}

function chosen({ only, short }: { only?: string; short: boolean }): readonly Scenario[] {
  const names = only?.split(',').map((name) => name.trim());
  const unknown = names?.filter((name) => !scenarios.some((scenario) => scenario.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`No scenario is called ${unknown.join(' or ')}: ${scenarios.map(({ name }) => name).join(', ')}.`);
  if (names !== undefined) return scenarios.filter(({ name }) => names.includes(name));
  return scenarios.filter(({ inShort }) => !short || inShort);
}

const seedOf = ({ seed }: { seed?: string }): number => whole('seed', seed) ?? randomInt(2 ** 31);

function whole(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d+$/.test(given)) throw new Error(`--${name} wants a whole number, not ${given}.`);
  return Number(given);
}
