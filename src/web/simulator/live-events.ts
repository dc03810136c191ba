import type { Request, Response } from 'express';
import { holderOf, type SimulatorWorld } from './world.ts';

const ALIVE_MS = 20_000;
/** Several things happen at once when a message is answered: one notice for all. */
const TOGETHER_MS = 40;

/** Server-sent events: «something changed on this phone», nothing more. */
export function liveEvents({ graph, africastalking }: SimulatorWorld, req: Request, res: Response): void {
  const who = holderOf(req.query.who) ?? '';
  const key = graph?.keyOf(who);
  let soon: NodeJS.Timeout | undefined;
  const notice = () => {
    soon = undefined;
    res.write('data: changed\n\n');
  };
  const changed = (phone: string) => {
    if (phone === who || phone === key) soon ??= setTimeout(notice, TOGETHER_MS);
  };
  const alive = setInterval(() => res.write(': alive\n\n'), ALIVE_MS).unref();
  const leave = [graph?.log, africastalking?.sms, africastalking?.ussd].map((log) => log?.subscribe(changed));
  res.on('close', () => {
    clearInterval(alive);
    clearTimeout(soon);
    for (const unsubscribe of leave) unsubscribe?.();
  });
  res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  res.flushHeaders();
  res.write('retry: 1000\n\n');
}
