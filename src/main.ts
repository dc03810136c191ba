import { createApp, type App } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { giveAccounts } from './demo/accounts.ts';
import { seed } from './demo/seed.ts';
import { createFirstOperator } from './domain/operators/first-operator.ts';
import { announce } from './announce.ts';

/** SIGTERM ends intake, lets work end, and leaves; this long after, it leaves anyway. */
const STOP_MS_MAX = 25_000;

async function main() {
  const config = readConfig();
  const app = await createApp(config);
  if (!config.production && (await seed(app.db, app.now()))) await giveAccounts(app.db, config, app.now());
  announce(app, await firstOperator(app));

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    app.logger.info('stopping');
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
    void app.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** A password of our own making is printed, which production's logs must never carry: there, both variables are wanted. */
async function firstOperator({ config, db, logger, now }: App) {
  if (!config.production || config.admin.password !== undefined) return createFirstOperator(db, { ...config.admin, now: now() });
  if ((await db.operator.count()) === 0) logger.warn('Nobody can enter the admin: set ADMIN_EMAIL and ADMIN_PASSWORD, and start again.');
  return undefined;
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError || error instanceof Error ? error.message : error);
  process.exit(1);
});
