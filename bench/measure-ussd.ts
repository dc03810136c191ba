import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestants.ts';
import { postHop, quantile } from './load.ts';
import type { Sink } from './sink.ts';

export const CALLERS = [1, 20, 200];
const PAUSE_MS = 1_000;
/** A newcomer says who they are, reads the terms, comes back, reads them again. */
const PATH = ['', '1', '1*0', '1*0*1', '1*0*1*0'];

export type Hops = { name: string; callers: number; perSecond: number; p50: number; p99: number };

export async function compareHops(contestants: Contestant[], sink: Sink, { seconds, callers = CALLERS, say }: { seconds: number; callers?: number[]; say: (line: string) => void }): Promise<Hops[]> {
  const figures: Hops[] = [];
  for (const contestant of contestants) {
    const running = await contestant.start(sink.url);
    await call(running.port, 5, 2);
    for (const many of callers) {
      const latencies = await call(running.port, many, seconds);
      const hops = { name: contestant.name, callers: many, perSecond: latencies.length / seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
      say(`hops: ${hops.name}, ${many} callers, p99 ${hops.p99.toFixed(1)} ms`);
      figures.push(hops);
    }
    await running.stop();
  }
  return figures;
}

let calls = 0;

/** Each caller presses a key a second after the last one was meant to be pressed; a latency counts from then. */
async function call(port: number, callers: number, seconds: number): Promise<number[]> {
  const latencies: number[] = [];
  const begun = performance.now();
  await Promise.all(Array.from({ length: callers }, async (_, caller) => {
    const phone = `+22901${String(80_000_000 + caller)}`;
    let sessionId = '';
    for (let hop = 0; hop * PAUSE_MS < seconds * 1_000; hop++) {
      const intended = begun + hop * PAUSE_MS + (caller * PAUSE_MS) / callers;
      await sleep(Math.max(0, intended - performance.now()));
      if (hop % PATH.length === 0) sessionId = `ATUid_bench_${process.pid}_${calls++}`;
      const { body } = await postHop(port, { phone, sessionId, text: PATH[hop % PATH.length] ?? '' });
      if (!/^(CON|END) /.test(body)) throw new Error(`a hop was answered ${body.slice(0, 40)}`);
      latencies.push(performance.now() - intended);
    }
  }));
  return latencies;
}
