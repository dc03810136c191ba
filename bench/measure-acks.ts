import type { Contestant } from './contestants.ts';
import { closedLoop, median, openLoop, postMessage, quantile } from './load.ts';
import { nextMessage } from './people.ts';
import { CONTACTS, IN_FLIGHT } from './settings.ts';
import type { Sink } from './sink.ts';

const OFFERED = 500;
export type Acks = { name: string; p50: number; p99: number; perSecond: number };

/** How fast a webhook is answered 200, at a rate that all can bear, then as many as there can be. */
export async function compareAcks(contestants: Contestant[], sink: Sink, { rounds, seconds, say }: { rounds: number; seconds: number; say: (line: string) => void }): Promise<Acks[]> {
  const figures: Acks[] = [];
  for (const contestant of contestants) {
    const running = await contestant.start(sink.url);
    const one = async (): Promise<void> => {
      const { status } = await postMessage(running.port, nextMessage(CONTACTS));
      if (status !== 200) throw new Error(`a webhook was answered ${status}`);
    };
    await openLoop({ perSecond: OFFERED, seconds: 2, one });
    const offered: number[][] = [];
    const most: number[] = [];
    for (let round = 0; round < rounds; round++) offered.push(await openLoop({ perSecond: OFFERED, seconds, one }));
    for (let round = 0; round < rounds; round++) most.push((await closedLoop({ hands: IN_FLIGHT, seconds, one })).perSecond);
    await running.stop();
    const acks = { name: contestant.name, p50: median(offered.map((all) => quantile(all, 0.5))), p99: median(offered.map((all) => quantile(all, 0.99))), perSecond: median(most) };
    say(`acks: ${acks.name} p99 ${acks.p99.toFixed(1)} ms at ${OFFERED}/s, ${acks.perSecond.toFixed(0)}/s at most`);
    figures.push(acks);
  }
  return figures;
}
