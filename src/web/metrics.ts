import { Router, type Request } from 'express';
import { reason, type Logger } from '../logger.ts';
import type { Lookout } from '../watch/lookout.ts';
import { tokenMatches } from '../channels/africastalking.ts';

type Shown = { lookout: Lookout; now: () => Date; token: string | undefined; production: boolean; logger: Logger };

const BEARER = /^Bearer (.+)$/i;

/** What this process has counted, for Prometheus. In production for who has the token; where none is set, for who asks on the machine itself. */
export function metricsRoute({ lookout: { metrics, backlog }, now, token, production, logger }: Shown): Router {
  const router = Router();
  router.get('/metrics', async (req, res, next) => {
    if (token === undefined && production && !isFromHere(req)) return next();
    if (token !== undefined && !tokenMatches(BEARER.exec(req.get('authorization') ?? '')?.[1], token)) {
      res.status(401).set('www-authenticate', 'Bearer').type('text/plain').send('no');
      return;
    }
    metrics.showBacklog(await backlog().catch((error: unknown) => void logger.warn('the backlog could not be read', reason(error))), now());
    res.set('cache-control', 'no-store').type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-proto', 'x-real-ip'];

/** Behind a proxy on the same machine everybody comes from here: what bears the marks of one does not count. */
const isFromHere = (req: Request): boolean => LOOPBACK.test(req.socket.remoteAddress ?? '') && PASSED_ON.every((name) => req.get(name) === undefined);
