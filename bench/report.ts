import os from 'node:os';
import type { Acks } from './measure-acks.ts';
import type { Growth } from './measure-growth.ts';
import type { Turns } from './measure-turns.ts';
import type { Hops } from './measure-ussd.ts';

export type Results = { turns: (Turns & { name: string })[]; acks: Acks[]; hops: Hops[]; engine: number | undefined; growth: Growth[] };

const whole = (value: number): string => value.toFixed(0);
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => Array.from(row[at] ?? '').length))) ?? [];
  return rows.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')).join('\n');
}

export function report({ turns, acks, hops, engine, growth }: Results): string {
  const blocks = [
    turns.length === 0 ? undefined : [['turns: signed webhook in → reply received by the provider', '/s', 'p50', 'p99', 'processor/turn', 'sent', 'replied'], ...turns.map((one) => [one.name, whole(one.perSecond), ms(one.p50), ms(one.p99), `${one.processorMsPerTurn.toFixed(2)} ms`, whole(one.sent), whole(one.replied)])],
    acks.length === 0 ? undefined : [['acks: webhook in → 200', 'p50 at 500/s', 'p99 at 500/s', 'at most /s'], ...acks.map((one) => [one.name, ms(one.p50), ms(one.p99), whole(one.perSecond)])],
    hops.length === 0 ? undefined : [['USSD hops, a second between two', 'callers', '/s', 'p50', 'p99'], ...hops.map((one) => [one.name, whole(one.callers), whole(one.perSecond), ms(one.p50), ms(one.p99)])],
    engine === undefined ? undefined : [['engine alone, in memory', '/s'], ['turns', whole(engine)]],
    growth.length === 0 ? undefined : [['turns on PostgreSQL, by how many people there are', '/s', 'p99', 'processor/turn'], ...growth.map((one) => [`${whole(one.contacts)} contacts`, whole(one.perSecond), ms(one.p99), `${one.processorMsPerTurn.toFixed(2)} ms`])],
  ];
  return blocks.filter((block) => block !== undefined).map(table).join('\n\n');
}

export const machine = (): string => `${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? '?'}), load ${os.loadavg().map((load) => load.toFixed(1)).join(' ')}, Node ${process.version}`;

/** What was promised, against what was measured; a missed one is a sentence. */
export function missed({ turns, acks, hops }: Results): string[] {
  const [onServer, bot, library] = ['Griot on PostgreSQL', 'botbuilder', 'whatsapp-api-js'].map((name) => turns.find((one) => one.name.startsWith(name)));
  const bare = acks.find(({ name }) => name === 'bare Express');
  const slow = acks.filter((one) => one.name.startsWith('Griot') && bare !== undefined && one.p99 >= 3 * bare.p99);
  const late = hops.filter((one) => one.name === 'Griot on PostgreSQL' && one.callers === 200 && one.p99 >= 100);
  const against = (other: Turns & { name: string } | undefined) => (onServer !== undefined && other !== undefined && onServer.perSecond < other.perSecond ? [`Durable turns on PostgreSQL: ${whole(onServer.perSecond)}/s, ${other.name}: ${whole(other.perSecond)}/s.`] : []);
  return [
    ...against(bot), ...against(library),
    ...slow.map((one) => `Acks of ${one.name}: p99 ${ms(one.p99)}, bare Express ${ms(bare?.p99 ?? NaN)}: not under three times.`),
    ...late.map((one) => `Hops of ${one.name} at 200 callers: p99 ${ms(one.p99)}, not under 100 ms.`),
  ];
}
