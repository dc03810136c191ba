import express, { type ErrorRequestHandler, type Express } from 'express';
import type { i18n } from 'i18next';
import type { Arrival } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import type { Doorbell } from '../doorbell/doorbell.ts';
import type { Receive } from '../conversation/receive.ts';
import type { Prisma } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';
import type { FileStore } from '../media/file-store.ts';
import type { Standins } from '../standins/start-standins.ts';
import type { Lookout } from '../watch/lookout.ts';
import { HOLDERS } from '../demo/cast.ts';
import { adminRoutes } from './admin/routes.ts';
import { healthRoutes } from './health.ts';
import { keyPages } from './key-pages.ts';
import { metricsRoute } from './metrics.ts';
import { shortLinks } from './short-links.ts';
import { simulatorRoutes } from './simulator/simulator-routes.ts';
import { africasTalkingWebhooks } from './webhooks/africastalking.ts';
import { countForgeries } from './webhooks/forgeries.ts';
import { fedapayWebhook, type PaymentLine } from './webhooks/fedapay.ts';
import type { Intake } from './webhooks/intake.ts';
import { ourNumber } from './webhooks/our-account.ts';
import { timeAcks } from './webhooks/time-acks.ts';
import { whatsappWebhook } from './webhooks/whatsapp.ts';

export type Web = {
  config: Config;
  db: Prisma;
  files: FileStore;
  texts: i18n;
  logger: Logger;
  now: () => Date;
  standins: Standins;
  receive: Receive;
  lookout: Lookout;
  bell: Pick<Doorbell, 'mail' | 'post' | 'isUp'>;
  payments: PaymentLine;
  hop: (arrival: Arrival) => Promise<string>;
  sorry: string;
};

/** The table of contents of what we serve. */
export function createWeb({ config, db, files, texts, logger, now, standins, receive, lookout, bell, payments, hop, sorry }: Web): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // networks never ask again for the same answer; files have their own
  // An operator's act may leave mail to read and messages to send.
  const ring = (contactId: string) => {
    bell.mail(contactId);
    bell.post();
  };
  const intake: Intake = { db, now, receive, logger, watch: lookout.watch, forged: countForgeries({ db, now, logger }), ring: bell.mail };

  app.use(healthRoutes(db, bell));
  app.use(metricsRoute({ lookout, now, token: config.metricsToken, production: config.production, logger }));
  app.use('/webhooks', timeAcks(lookout.watch));
  if (standins.whatsapp.mode !== 'off') app.use('/webhooks/whatsapp', whatsappWebhook(standins.whatsapp.settings, intake));
  if (standins.africasTalking.mode !== 'off') app.use('/webhooks/africastalking', africasTalkingWebhooks(standins.africasTalking.settings, intake, { answer: hop, sorry }));
  app.use('/webhooks/fedapay', fedapayWebhook(payments, intake));
  if (!config.production) app.use('/simulator', simulatorRoutes({ ...present(standins), cast: HOLDERS }));
  app.use('/admin', adminRoutes({ db, files, texts, now, ring, production: config.production }));
  app.use('/r', shortLinks({ db, files, texts, now, ussd: config.ussd.serviceCode, whatsapp: () => ourNumber(db, standins.graph?.displayPhoneNumber) }));
  app.use('/keys', keyPages({ db, texts, now, ...ourselves(config), fedapayUrl: standins.fedapayUrl, simulated: standins.fedapay !== undefined, connected: standins.connected, posted: bell.post }));
  app.get('/', (_req, res) => res.redirect(config.production ? '/admin' : '/simulator'));

  app.use((_req, res) => {
    res.status(404).type('text/plain').send('not found');
  });
  app.use(lastResort(logger));
  return app;
}

const ourselves = ({ production, publicUrl, secretKey, ussd }: Config) => ({ production, publicUrl, secretKey, serviceCode: ussd.serviceCode });

const present = ({ graph, phones, fedapay }: Standins) => ({
  ...(graph === undefined ? {} : { graph }), ...(phones === undefined ? {} : { africastalking: phones }), ...(fedapay === undefined ? {} : { fedapay }),
});

/** What the body parser refuses keeps its status (413, 400); anything else is ours and says nothing of itself. */
const lastResort = (logger: Logger): ErrorRequestHandler => (error: unknown, _req, res, next) => {
  if (res.headersSent) return next(error);
  const status = typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status >= 500) logger.error('a request failed', reason(error));
  res.status(status).type('text/plain').send(status === 413 ? 'too large' : status < 500 ? 'bad request' : 'something went wrong');
};
