import os from 'node:os';
import type { Acks } from './measure-acks.ts';
import type { Alerts } from './measure-alerts.ts';
import type { Dashboards } from './measure-dashboards.ts';
import type { Forecasts } from './measure-forecast.ts';
import type { Growth } from './measure-growth.ts';
import type { Orders } from './measure-orders.ts';
import type { Made } from './measure-made-reports.ts';
import type { Reports } from './measure-reports.ts';
import type { Sales } from './measure-sales.ts';
import type { Till } from './measure-till.ts';
import type { Turns } from './measure-turns.ts';
import type { Hops } from './measure-ussd.ts';

export type Results = { turns: (Turns & { name: string })[]; acks: Acks[]; hops: Hops[]; engine: number | undefined; growth: Growth[]; orders: Orders[]; till: Till[]; sales: Sales[]; alerts: Alerts[]; dashboards: Dashboards | undefined; forecast: Forecasts | undefined; reports: Reports | undefined; made: Made[] };

/** A shop of a thousand products is foreseen again each night. */
const FORECAST_MS = 2_000;
/** A warning is promised within two minutes. */
const ALERT_MS = 3_000;
/** Of the rate that was wanted. */
const KEPT = 0.9;
/** The report of a month is made beside others, in a process that serves. */
const REPORT_MS = 3_000;
const REPORT_MB = 200;
const NAMES: Record<string, string> = { monthly: 'the synthesis as a PDF', sales: 'each line as a workbook' };

const whole = (value: number): string => value.toFixed(0);
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => Array.from(row[at] ?? '').length))) ?? [];
  return rows.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')).join('\n');
}

export function report({ turns, acks, hops, engine, growth, orders, till, sales, alerts, dashboards, forecast, reports, made }: Results): string {
  const blocks = [
    turns.length === 0 ? undefined : [['turns: signed webhook in → reply received by the provider', '/s', 'p50', 'p99', 'processor/turn', 'sent', 'replied'], ...turns.map((one) => [one.name, whole(one.perSecond), ms(one.p50), ms(one.p99), `${one.processorMsPerTurn.toFixed(2)} ms`, whole(one.sent), whole(one.replied)])],
    acks.length === 0 ? undefined : [['acks: webhook in → 200', 'p50 at 500/s', 'p99 at 500/s', 'at most /s'], ...acks.map((one) => [one.name, ms(one.p50), ms(one.p99), whole(one.perSecond)])],
    hops.length === 0 ? undefined : [['USSD hops, a second between two', 'callers', '/s', 'p50', 'p99'], ...hops.map((one) => [one.name, whole(one.callers), whole(one.perSecond), ms(one.p50), ms(one.p99)])],
    engine === undefined ? undefined : [['engine alone, in memory', '/s'], ['turns', whole(engine)]],
    growth.length === 0 ? undefined : [['turns on PostgreSQL, by how many people there are', '/s', 'p99', 'processor/turn'], ...growth.map((one) => [`${whole(one.contacts)} contacts`, whole(one.perSecond), ms(one.p99), `${one.processorMsPerTurn.toFixed(2)} ms`])],
    orders.length === 0 ? undefined : [['an order from the first message to the receipt', 'orders before', 'turns', 'wall', 'queries/turn', 'at most'], ...orders.map((one) => [one.name, whole(one.orders), whole(one.turns), ms(one.wallMs), one.queries.toFixed(1), whole(one.most)])],
    till.length === 0 ? undefined : [['the till, beside its provider in one process', 'webhooks credited/s', 'receipts/s'], ...till.map((one) => [one.name, whole(one.credited), whole(one.receipts)])],
    sales.length === 0 ? undefined : [['« vente spaghetti 1 », one after the other: message in → answer at the provider', 'sales', 'p50', 'p95', 'queries'], ...sales.map((one) => [one.name, whole(one.sales), ms(one.p50), ms(one.p95), whole(one.queries)])],
    alerts.length === 0 ? undefined : [['warnings: commit of the sale → taken by the provider', 'wanted', 'sales/s', 'warnings', 'p50', 'p95'], ...alerts.map((one) => [one.name, whole(one.wanted), whole(one.perSecond), whole(one.alerts), ms(one.p50), ms(one.p95)])],
    dashboards === undefined ? undefined : [[`${whole(dashboards.tenants)} shops, ${whole(dashboards.sales)} sales (${whole(dashboards.largest)}), counted in ${ms(dashboards.countedMs)}`, 'of', 'p50', 'p95', 'finds sales by'], ...dashboards.questions.map((one) => [one.name, one.shop, ms(one.p50), ms(one.p95), one.by])],
    forecast === undefined ? undefined : [['forecasts of a shop from a year of its days, in one thread', 'products', 'wall', 'processor'], ['all of its products', whole(forecast.products), ms(forecast.ms), ms(forecast.processorMs)]],
    reports === undefined ? undefined : [['the sales of a month as a workbook', 'sales', 'wall', 'memory', 'file'], ['one sheet of them and three of sums', whole(reports.sales), ms(reports.ms), `${whole(reports.memoryMb)} MB`, `${reports.fileMb.toFixed(1)} MB`]],
    made.length === 0 ? undefined : [['a report of a month from the database to the file, made in its thread', 'sales', 'wall', 'memory', 'file'], ...made.map((one) => [`${one.name}, ${NAMES[one.kind] ?? one.kind}`, whole(one.sales), ms(one.ms), `${whole(one.memoryMb)} MB`, `${one.fileMb.toFixed(1)} MB`])],
  ];
  return blocks.filter((block) => block !== undefined).map(table).join('\n\n');
}

export const machine = (): string => `${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? '?'}), load ${os.loadavg().map((load) => load.toFixed(1)).join(' ')}, Node ${process.version}`;

/** What was promised, against what was measured; a missed one is a sentence. */
export function missed({ turns, acks, hops, alerts, dashboards, forecast, reports, made }: Results): string[] {
  const [onServer, bot, library] = ['Griot on PostgreSQL', 'botbuilder', 'whatsapp-api-js'].map((name) => turns.find((one) => one.name.startsWith(name)));
  const bare = acks.find(({ name }) => name === 'bare Express');
  const slow = acks.filter((one) => one.name.startsWith('Griot') && bare !== undefined && one.p99 >= 3 * bare.p99);
  const late = hops.filter((one) => one.name === 'Griot on PostgreSQL' && one.callers === 200 && one.p99 >= 100);
  const against = (other: Turns & { name: string } | undefined) => (onServer !== undefined && other !== undefined && onServer.perSecond < other.perSecond ? [`Durable turns on PostgreSQL: ${whole(onServer.perSecond)}/s, ${other.name}: ${whole(other.perSecond)}/s.`] : []);
  return [
    ...against(bot), ...against(library),
    ...slow.map((one) => `Acks of ${one.name}: p99 ${ms(one.p99)}, bare Express ${ms(bare?.p99 ?? NaN)}: not under three times.`),
    ...late.map((one) => `Hops of ${one.name} at 200 callers: p99 ${ms(one.p99)}, not under 100 ms.`),
    ...alerts.filter((one) => one.p95 >= ALERT_MS).map((one) => `Warnings of ${one.name}: p95 ${ms(one.p95)}, not under 3 s.`),
    ...alerts.filter((one) => one.perSecond < KEPT * one.wanted).map((one) => `Sales of ${one.name}: ${whole(one.perSecond)}/s, not ${whole(one.wanted)}.`),
    ...(dashboards?.questions ?? []).filter((one) => one.whole).map((one) => `« ${one.name} » of the ${one.shop} shop reads a table of sales from end to end.`),
    ...(forecast !== undefined && forecast.processorMs >= FORECAST_MS ? [`Forecasts of ${forecast.products} products: ${ms(forecast.processorMs)} of processor, not under 2 s.`] : []),
    ...(reports !== undefined && (reports.ms >= REPORT_MS || reports.memoryMb >= REPORT_MB) ? [`A workbook of ${reports.sales} sales: ${ms(reports.ms)} and ${whole(reports.memoryMb)} MB, not under 3 s and 200 MB.`] : []),
    ...made.filter((one) => one.ms >= REPORT_MS || one.memoryMb >= REPORT_MB).map((one) => `${one.name}, ${NAMES[one.kind] ?? one.kind} of ${one.sales} sales: ${ms(one.ms)} and ${whole(one.memoryMb)} MB, not under 3 s and 200 MB.`),
  ];
}
