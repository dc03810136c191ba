import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './processes.ts';

export type Sink = Awaited<ReturnType<typeof openSink>>;

/** The Graph API of the bench, and who waits for which reply. */
export async function openSink() {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('graph-sink.ts', import.meta.url)), [String(port)]);
  await once(child, 'message');
  const awaited = new Map<string, () => void>();
  let received = 0;
  child.on('message', (arrived: string[]) => {
    received += arrived.length;
    for (const waId of arrived) {
      awaited.get(waId)?.();
      awaited.delete(waId);
    }
  });
  return {
    url: `http://127.0.0.1:${port}`,
    /** Resolves when a message for this person has arrived. */
    reply: (waId: string): Promise<void> => new Promise((resolve) => awaited.set(waId, resolve)),
    received: (): number => received,
    close: async (): Promise<void> => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
