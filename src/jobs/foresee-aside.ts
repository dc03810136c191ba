import { Worker } from 'node:worker_threads';
import type { ShopForeseen } from '../domain/shop/knowing/foresee.ts';
import type { ShopHistory } from '../domain/shop/knowing/read-history.ts';

/** Thinks in a thread of its own: a large shop takes a second, in which nobody else would be answered. */
export function foreseeAside(history: ShopHistory): Promise<ShopForeseen> {
  const { promise, resolve, reject } = Promise.withResolvers<ShopForeseen>();
  const thread = new Worker(new URL('foresee-thread.ts', import.meta.url), { workerData: history });
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => { reject(new Error('the thread ended without an answer')); });
  return promise;
}
