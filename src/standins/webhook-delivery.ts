import { setTimeout as sleep } from 'node:timers/promises';

export type Webhook = { url: string; headers: Record<string, string>; body: string };
/** `status` is the last answer, absent when nobody answered. */
export type Delivered = { delivered: boolean; status?: number; body: string; attempts: number };

export type Delivery = {
  /** Posts until the answer is 200 or the tries are used up. A provider that signs each try anew gives a function. */
  deliver: (webhook: Webhook | (() => Webhook), retryAfterMs?: readonly number[]) => Promise<Delivered>;
  /** The same webhook several times at once: what a provider's own retries look like when they overlap. */
  deliverCopies: (webhook: Webhook | (() => Webhook), copies: number) => Promise<Delivered>;
  /** Leaves work to go on after the answer; `idle` waits for it, `stop` cuts it off. */
  background: (work: Promise<unknown>) => void;
  idle: () => Promise<void>;
  stop: () => Promise<void>;
};

const ANSWER_TIMEOUT_MS = 10_000;
/** Providers go on for hours or days; a stand-in gives up when nobody watches any more. */
const RETRY_AFTER_MS = [200, 500, 1_000, 2_000, 4_000, 8_000, 15_000];

export function createDelivery(patience: readonly number[] = RETRY_AFTER_MS): Delivery {
  const stopped = new AbortController();
  const inFlight = new Set<Promise<unknown>>();

  async function deliver(webhook: Webhook | (() => Webhook), retryAfterMs = patience): Promise<Delivered> {
    let last: Delivered = { delivered: false, body: '', attempts: 0 };
    for (const waitMs of [...retryAfterMs, undefined]) {
      last = { ...(await post(typeof webhook === 'function' ? webhook() : webhook, stopped.signal)), attempts: last.attempts + 1 };
      if (last.delivered || waitMs === undefined || stopped.signal.aborted) break;
      await sleep(waitMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
    }
    return last;
  }

  function background(work: Promise<unknown>): void {
    const tracked = work.finally(() => inFlight.delete(tracked));
    inFlight.add(tracked);
  }

  async function idle(): Promise<void> {
    while (inFlight.size > 0) await Promise.allSettled(inFlight);
  }

  return {
    deliver,
    deliverCopies: async (webhook, copies) => {
      const all = await Promise.all(Array.from({ length: Math.max(1, copies) }, () => deliver(webhook)));
      return all.find((one) => !one.delivered) ?? { delivered: true, status: 200, body: all[0]?.body ?? '', attempts: all[0]?.attempts ?? 0 };
    },
    background,
    idle,
    stop: async () => {
      stopped.abort();
      await idle();
    },
  };
}

async function post({ url, headers, body }: Webhook, stopped: AbortSignal): Promise<Omit<Delivered, 'attempts'>> {
  try {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
    const answer = await fetch(url, { method: 'POST', headers, body, signal });
    return { delivered: answer.status === 200, status: answer.status, body: await answer.text() };
  } catch {
    return { delivered: false, body: '' };
  }
}
