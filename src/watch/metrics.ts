import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Backlog } from '../db/backlog.ts';

export type Metrics = ReturnType<typeof createMetrics>;

const TURN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const NETWORK_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];
const LANES = ['answers', 'news', 'bulk'];
const WAITING = ['waiting', 'held', 'sending'];

/** What an app counts, in a book of its own: several apps live in one process. No label may hold what somebody wrote, is called or is reached by. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) => new Counter({ name, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: L[], buckets: number[]) => new Histogram({ name, help, labelNames, buckets, registers });

  return {
    registry,
    turns: counter('griot_turns_total', 'Turns by what became of them: played, failed (tried again) or parked.', ['channel', 'outcome']),
    turnSeconds: histogram('griot_turn_seconds', 'From reading what a turn needs to the commit of what it leaves.', ['channel'], TURN_SECONDS),
    ackSeconds: histogram('griot_ack_seconds', 'How long a network waits for the answer to its webhook.', ['route', 'status'], NETWORK_SECONDS),
    events: counter('griot_events_stored_total', 'What arrived and was not known yet.', ['provider']),
    duplicates: counter('griot_duplicates_total', 'What arrived again.', ['provider']),
    forgeries: counter('griot_forgeries_total', 'Webhooks refused for their signature or token.', ['provider']),
    sends: counter('griot_sends_total', 'Tries to hand a message over: accepted, refused, or unknown (the answer was lost).', ['channel', 'outcome']),
    sendSeconds: histogram('griot_send_seconds', 'How long a network takes to accept or refuse a message.', ['channel'], NETWORK_SECONDS),
    doubts: counter('griot_sends_possibly_doubled_total', 'Messages handed over again without knowing whether they had gone out before.', ['channel']),
    ...backlogGauges(registers),
  };
}

/** Set from one statement when somebody asks, so that they cost nothing meanwhile. */
function backlogGauges(registers: Registry[]) {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) => new Gauge({ name, help, labelNames, registers });
  const database = gauge('griot_database_up', 'Whether the database answers: without it the numbers of what waits are missing.');
  const alarm = gauge('griot_alarm', 'Alarms that a worker has raised and not taken back.', ['alarm']);
  const single = {
    inbound: gauge('griot_inbound_waiting', 'Events whose turn is not played yet.'),
    due: gauge('griot_due', 'Jobs that should have begun.'),
    parkedTurns: gauge('griot_turns_parked', 'Turns that failed too often and wait for an operator.'),
    parkedJobs: gauge('griot_jobs_parked', 'Jobs that failed too often and wait for an operator.'),
    oddMoney: gauge('griot_money_odd', 'Payments long in doubt, and money of the last 24 hours that is no payment of its account.'),
    unknownSends: gauge('griot_sends_unknown', 'Messages of the last 24 hours of which nobody knows whether they went out.'),
  };
  const oldest = gauge('griot_inbound_oldest_seconds', 'Age of the oldest event whose turn is not played yet.');
  const unsent = gauge('griot_outbox_oldest_seconds', 'How long the oldest answer that could have left has waited to.');
  const outbox = gauge('griot_outbox_waiting', 'Messages to be sent, by lane and by what they wait for.', ['lane', 'status']);
  const stopped = gauge('griot_line_stopped', 'Whether nothing leaves over a line until somebody mends it.', ['channel']);

  function show(backlog: Backlog | undefined, now: Date): void {
    database.set(backlog === undefined ? 0 : 1);
    for (const [name, one] of Object.entries(single)) one.set(backlog?.[name as keyof typeof single] ?? NaN);
    oldest.set(backlog === undefined ? NaN : secondsSince(backlog.oldestAt, now));
    unsent.set(backlog === undefined ? NaN : secondsSince(backlog.unsentAt, now));
    for (const [lane, called] of LANES.entries()) {
      for (const status of WAITING) outbox.set({ lane: called, status }, backlog === undefined ? NaN : (backlog.outbox.find((row) => row.lane === lane && row.status === status)?.count ?? 0));
    }
    for (const channel of ['whatsapp', 'sms']) stopped.set({ channel }, backlog === undefined ? NaN : Number(backlog.stoppedLines.includes(channel)));
  }

  return { alarm, showBacklog: show };
}

export const secondsSince = (at: Date | null, now: Date): number => (at === null ? 0 : Math.max(0, (now.getTime() - at.getTime()) / 1_000));
