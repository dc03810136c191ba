import type { Contestant } from './contestants.ts';
import { closedLoop, median, postMessage, quantile } from './load.ts';
import { nextMessage } from './people.ts';
import { processorMs, type Running } from './processes.ts';
import { CONTACTS, IN_FLIGHT } from './settings.ts';
import type { Sink } from './sink.ts';

export type Turns = { perSecond: number; p50: number; p99: number; processorMsPerTurn: number; sent: number; replied: number };

/** Messages whose reply the provider received, 64 under way at any time. */
export async function measureTurns({ port, process: child }: Running, sink: Sink, { seconds, people = CONTACTS, first = 0 }: { seconds: number; people?: number; first?: number }): Promise<Turns> {
  let sent = 0;
  const one = async (): Promise<void> => {
    const message = nextMessage(people, first);
    const replied = sink.reply(message.waId);
    sent += 1;
    const { status } = await postMessage(port, message);
    if (status !== 200) throw new Error(`a message was answered ${status}`);
    await replied;
  };
  const [before, received] = [processorMs(child), sink.received()];
  const { perSecond, latencies } = await closedLoop({ hands: IN_FLIGHT, seconds, one });
  const spent = (processorMs(child) ?? NaN) - (before ?? NaN);
  return { perSecond, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), processorMsPerTurn: spent / sent, sent, replied: sink.received() - received };
}

export type TurnsOf = { name: string; rounds: Turns[] };

/** Each in turn, round after round, all started before the first: what the machine does meanwhile befalls them alike. */
export async function compareTurns(contestants: Contestant[], sink: Sink, { rounds, seconds, warmUp, say }: { rounds: number; seconds: number; warmUp: number; say: (line: string) => void }): Promise<TurnsOf[]> {
  const running = await Promise.all(contestants.map((one) => one.start(sink.url)));
  const results: TurnsOf[] = contestants.map(({ name }) => ({ name, rounds: [] }));
  for (const one of running) await measureTurns(one, sink, { seconds: warmUp });
  for (let round = 1; round <= rounds; round++) {
    for (const [at, one] of running.entries()) {
      const turns = await measureTurns(one, sink, { seconds });
      results[at]?.rounds.push(turns);
      say(`turns, round ${round} of ${rounds}: ${results[at]?.name ?? ''} ${turns.perSecond.toFixed(0)}/s`);
    }
  }
  for (const one of running) await one.stop();
  return results;
}

export const medianTurns = ({ rounds }: TurnsOf): Turns => ({
  perSecond: median(rounds.map((one) => one.perSecond)), p50: median(rounds.map((one) => one.p50)), p99: median(rounds.map((one) => one.p99)),
  processorMsPerTurn: median(rounds.map((one) => one.processorMsPerTurn)),
  sent: rounds.reduce((sum, one) => sum + one.sent, 0), replied: rounds.reduce((sum, one) => sum + one.replied, 0),
});
