import { parseArgs } from 'node:util';
import { bareExpress, botbuilder, griot, whatsappApiJs, type Contestant } from './contestants.ts';
import { makeDatabase, type BenchDatabase } from './database.ts';
import { compareAcks } from './measure-acks.ts';
import { measureAlerts } from './measure-alerts.ts';
import { measureDashboards } from './measure-dashboards.ts';
import { measureEngine } from './measure-engine.ts';
import { measureForecast } from './measure-forecast.ts';
import { measureGrowth } from './measure-growth.ts';
import { measureOrders } from './measure-orders.ts';
import { measureMadeReports } from './measure-made-reports.ts';
import { measureReports } from './measure-reports.ts';
import { measureSales } from './measure-sales.ts';
import { compareTills } from './measure-till.ts';
import { compareTurns, medianTurns } from './measure-turns.ts';
import { CALLERS, compareHops } from './measure-ussd.ts';
import { machine, missed, report, type Results } from './report.ts';
import { CONTACTS, IN_FLIGHT, LIMITS } from './settings.ts';
import { openSink, type Sink } from './sink.ts';

const USAGE = `Usage: npm run bench -- [--only turns,acks,ussd,engine,growth,orders,till,sales,alerts,dashboards,forecast,reports] [--short]

Starts Griot and others, each as a process of its own, sends all the same messages, and prints medians side by side.
  --only   what to measure (all of it)
  --short  a few seconds of each: that it runs, not how fast
With DATABASE_URL set, Griot is measured on PostgreSQL too, in databases made beside that one and dropped afterwards; growth and dashboards\nare measured there only.`;
const PARTS = ['turns', 'acks', 'ussd', 'engine', 'growth', 'orders', 'till', 'sales', 'alerts', 'dashboards', 'forecast', 'reports'];
const FULL = { rounds: 3, seconds: 10, warmUp: 5, ussdSeconds: 20, callers: CALLERS, steps: [1_000, 10_000, 100_000, 1_000_000], orderSteps: [0, 1_000, 10_000], clients: 5, tillSeconds: 3, payments: 60, products: 1_000, sales: 50_000, vente: 200, alerts: { perSecond: 100, seconds: 20 }, shops: { tenants: 1_000, sales: 1_000_000, largest: 50_000 } };
const SHORT = { rounds: 1, seconds: 1, warmUp: 1, ussdSeconds: 2, callers: [1, 5], steps: [100, 1_000], orderSteps: [0, 200], clients: 2, tillSeconds: 1, payments: 5, products: 50, sales: 500, vente: 5, alerts: { perSecond: 10, seconds: 3 }, shops: { tenants: 10, sales: 10_000, largest: 1_000 } };

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
  const { rounds, seconds, warmUp, ussdSeconds, callers, steps, orderSteps, clients, tillSeconds, payments, products, sales, vente, alerts, shops } = plan;
  const databaseUrls = async (): Promise<(string | undefined)[]> => [...(admin === undefined ? [] : [(await fresh(admin)).url]), undefined];
  return {
    turns: has('turns') ? (await compareTurns([bareExpress, botbuilder, whatsappApiJs, ...(await onServer()), griot(undefined)], to, { rounds, seconds, warmUp, say })).map((one) => ({ name: one.name, ...medianTurns(one) })) : [],
    acks: has('acks') ? await compareAcks([bareExpress, ...(await onServer()), griot(undefined)], to, { rounds, seconds, say }) : [],
    hops: has('ussd') ? await compareHops([bareExpress, ...(await onServer()), griot(undefined)], to, { seconds: ussdSeconds, callers, say }) : [],
    engine: has('engine') ? await measureEngine({ rounds, seconds }) : undefined,
    growth: has('growth') && admin !== undefined ? await measureGrowth(await fresh(admin), to, { steps, rounds, seconds, say }) : [],
    orders: has('orders') ? (await inTurn(await databaseUrls(), (url) => measureOrders(url, { steps: orderSteps, clients, say }))).flat() : [],
    till: has('till') ? await compareTills(await databaseUrls(), { rounds, seconds: tillSeconds, payments, say }) : [],
    sales: has('sales') ? await inTurn(await databaseUrls(), (url) => measureSales(url, { sales: vente, say })) : [],
    alerts: has('alerts') ? await inTurn(await databaseUrls(), (url) => measureAlerts(url, { ...alerts, say })) : [],
    dashboards: has('dashboards') && admin !== undefined ? await measureDashboards(await fresh(admin), { ...shops, rounds, say }) : undefined,
    reports: has('reports') ? await measureReports({ rounds, sales }) : undefined,
    made: has('reports') ? await measureMadeReports(await databaseUrls(), { rounds, sales, say }) : [],
    forecast: has('forecast') ? measureForecast({ rounds, products }) : undefined,
  };
}

async function inTurn<From, To>(all: From[], one: (each: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (const each of all) done.push(await one(each));
  return done;
}

async function fresh(adminUrl: string): Promise<BenchDatabase> {
  const database = await makeDatabase(adminUrl);
  databases.push(database);
  return database;
}
