import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Sent } from '../verdict/evidence.ts';
import type { Undo } from './undo.ts';

export type Secrets = { appSecret: string; phoneNumberId: string; token: string; apiKey: string; username: string; callbackToken: string; verifyToken: string };
export type Behaviour = { withholdStatuses: boolean; answerAfterMs: number };
export type Ask = { what: 'start'; webhooks: string; secrets: Secrets } | { what: 'behave'; behaviour: Behaviour } | { what: 'count' | 'sent' | 'idle' };

export type Networks = {
  graphUrl: string;
  phonesUrl: string;
  behave: (behaviour: Behaviour) => Promise<void>;
  /** How many different messages they have taken from us. */
  count: () => Promise<number>;
  sent: () => Promise<Sent[]>;
  /** Resolves when no status waits to be told. */
  idle: () => Promise<void>;
  close: () => Promise<void>;
};

/** Starts Meta and Africa's Talking beside us; `webhooks` is where they reach Griot. */
export async function startNetworks({ webhooks, secrets }: { webhooks: string; secrets: Secrets }, undo: Undo): Promise<Networks> {
  const child = fork(fileURLToPath(new URL('networks-process.ts', import.meta.url)), { serialization: 'advanced' });
  const waiting = new Map<number, (given: unknown) => void>();
  let asked = 0;
  child.on('message', (message) => {
    const { id, given } = message as { id: number; given: unknown };
    waiting.get(id)?.(given);
    waiting.delete(id);
  });
  const close = undo.add(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  });

  const ask = (question: Ask) => new Promise<unknown>((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    child.send({ id: asked, ask: question });
  });
  const { graph, phones } = (await ask({ what: 'start', webhooks, secrets })) as { graph: string; phones: string };
  return {
    graphUrl: graph,
    phonesUrl: phones,
    behave: async (behaviour) => {
      await ask({ what: 'behave', behaviour });
    },
    count: async () => (await ask({ what: 'count' })) as number,
    sent: async () => (await ask({ what: 'sent' })) as Sent[],
    idle: async () => {
      await ask({ what: 'idle' });
    },
    close,
  };
}
