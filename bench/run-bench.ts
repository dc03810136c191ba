import { parseArgs } from 'node:util';
import { bareExpress, botbuilder, griot, whatsappApiJs, type Contestant } from './contestants.ts';
import { makeDatabase, type BenchDatabase } from './database.ts';
import { compareAcks } from './measure-acks.ts';
import { measureEngine } from './measure-engine.ts';
import { measureGrowth } from './measure-growth.ts';
import { compareTurns, medianTurns } from './measure-turns.ts';
import { CALLERS, compareHops } from './measure-ussd.ts';
import { machine, missed, report, type Results } from './report.ts';
import { CONTACTS, IN_FLIGHT, LIMITS } from './settings.ts';
import { openSink, type Sink } from './sink.ts';

const USAGE = `Usage: npm run bench -- [--only turns,acks,ussd,engine,growth] [--short]

Starts Griot and others, each as a process of its own, sends all the same messages, and prints medians side by side.
  --only   what to measure (all of it)
  --short  a few seconds of each: that it runs, not how fast
With DATABASE_URL set, Griot is measured on PostgreSQL too, in databases made beside that one and dropped afterwards.`;
const PARTS = ['turns', 'acks', 'ussd', 'engine', 'growth'];
const FULL = { rounds: 3, seconds: 10, warmUp: 5, ussdSeconds: 20, callers: CALLERS, steps: [1_000, 10_000, 100_000, 1_000_000] };
const SHORT = { rounds: 1, seconds: 1, warmUp: 1, ussdSeconds: 2, callers: [1, 5], steps: [100, 1_000] };

const { values } = parseArgs({ options: { only: { type: 'string' }, short: { type: 'boolean' }, help: { type: 'boolean' } } });
const parts = values.only?.split(',') ?? PARTS;
const unknown = parts.filter((part) => !PARTS.includes(part));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

if (values.help === true || unknown.length > 0) {
  process.stdout.write(`${unknown.length > 0 ? `There is no part ${unknown.join(', ')}.\n` : ''}${USAGE}\n`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

process.on('SIGINT', () => process.exit(1));
const plan = values.short === true ? SHORT : FULL;
const admin = process.env['DATABASE_URL'];
const sink = await openSink();
const databases: BenchDatabase[] = [];
try {
  const results = await measure(sink);
  const database = databases[0];
  process.stdout.write(`${[
    machine(),
    database === undefined ? 'PostgreSQL: not measured, DATABASE_URL is unset' : `PostgreSQL ${database.version}, ${database.settings}`,
    `${IN_FLIGHT} messages under way from ${CONTACTS} people, ${Object.entries(LIMITS).map(([name, value]) => `${name}=${value}`).join(' ')}; medians of ${plan.rounds} interleaved rounds of ${plan.seconds} s`,
    '', report(results), '',
    ...missed(results),
  ].join('\n')}\n`);
} finally {
  await sink.close();
  for (const database of databases) await database.drop();
}
process.exit(0);

async function measure(to: Sink): Promise<Results> {
  const has = (part: string): boolean => parts.includes(part);
  const onServer = async (): Promise<Contestant[]> => (admin === undefined ? [] : [griot((await fresh(admin)).url)]);
  const { rounds, seconds, warmUp, ussdSeconds, callers, steps } = plan;
  return {
    turns: has('turns') ? (await compareTurns([bareExpress, botbuilder, whatsappApiJs, ...(await onServer()), griot(undefined)], to, { rounds, seconds, warmUp, say })).map((one) => ({ name: one.name, ...medianTurns(one) })) : [],
    acks: has('acks') ? await compareAcks([bareExpress, ...(await onServer()), griot(undefined)], to, { rounds, seconds, say }) : [],
    hops: has('ussd') ? await compareHops([bareExpress, ...(await onServer()), griot(undefined)], to, { seconds: ussdSeconds, callers, say }) : [],
    engine: has('engine') ? await measureEngine({ rounds, seconds }) : undefined,
    growth: has('growth') && admin !== undefined ? await measureGrowth(await fresh(admin), to, { steps, rounds, seconds, say }) : [],
  };
}

async function fresh(adminUrl: string): Promise<BenchDatabase> {
  const database = await makeDatabase(adminUrl);
  databases.push(database);
  return database;
}
