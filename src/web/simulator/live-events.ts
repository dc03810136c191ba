import type { Request, Response } from 'express';
import { holderOf, type SimulatorWorld } from './world.ts';

const ALIVE_MS = 20_000;
/** Several things happen at once when a message is answered: one notice for all. */
const TOGETHER_MS = 40;
const SUBSCRIBER_DIGITS = 8;

/** Server-sent events: «something changed on this phone», nothing more. */
export function liveEvents({ graph, africastalking, fedapay }: SimulatorWorld, req: Request, res: Response): void {
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
  /** An operator may write a number without its country. */
  const prompted = (phone: string) => { if (who.endsWith(phone.slice(-SUBSCRIBER_DIGITS))) changed(who); };
  const alive = setInterval(() => res.write(': alive\n\n'), ALIVE_MS).unref();
  const leave = [...[graph?.log, africastalking?.sms, africastalking?.ussd].map((log) => log?.subscribe(changed)), fedapay?.prompts.subscribe(prompted)];
  res.on('close', () => {
    clearInterval(alive);
    clearTimeout(soon);
    for (const unsubscribe of leave) unsubscribe?.();
  });
  res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  res.flushHeaders();
  res.write('retry: 1000\n\n');
}
