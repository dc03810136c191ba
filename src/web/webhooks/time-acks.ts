import type { RequestHandler } from 'express';
import type { Watch } from '../../watch/watch.ts';

/** The last word of a callback's address. What stands before it is a secret. */
const CALLBACKS = new Set(['ussd', 'ussd-events', 'sms', 'delivery', 'opt-out']);

/** Tells how long each network waited for our answer, and what it was. */
export const timeAcks = (watch: Watch): RequestHandler => (req, res, next) => {
  const began = performance.now();
  const route = routeOf(req.path);
  res.on('finish', () => watch.acked(route, res.statusCode, performance.now() - began));
  next();
};

function routeOf(path: string): string {
  if (path === '/whatsapp' || path === '/whatsapp/') return 'whatsapp';
  if (path.startsWith('/fedapay/')) return 'fedapay';
  const last = path.slice(path.lastIndexOf('/') + 1);
  return path.startsWith('/africastalking/') && CALLBACKS.has(last) ? last : 'other';
}
