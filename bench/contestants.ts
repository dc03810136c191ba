import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { start, type Running } from './processes.ts';
import { ACCOUNT, CALLBACK_TOKEN, LIMITS } from './settings.ts';

/** Who answers the same messages from the same load generator in the same run. */
export type Contestant = { name: string; start: (graphUrl: string) => Promise<Running> };

const peer = (name: string, file: string): Contestant => ({
  name,
  start: (graphUrl) => start(`bench/peers/${file}`, { GRAPH_URL: graphUrl, APP_SECRET: ACCOUNT.appSecret, PHONE_NUMBER_ID: ACCOUNT.phoneNumberId, TOKEN: ACCOUNT.token }, '/healthz'),
});

export const bareExpress = peer('bare Express', 'bare-express.ts');
export const botbuilder = peer('botbuilder 4.23, state in memory', 'botbuilder.ts');
export const whatsappApiJs = peer('whatsapp-api-js, no database', 'whatsapp-api-js.ts');

/** Griot as it is deployed, with its own database; what it made is removed when it stops. */
export const griot = (databaseUrl: string | undefined): Contestant => ({
  name: databaseUrl === undefined ? 'Griot on PGlite' : 'Griot on PostgreSQL',
  async start(graphUrl) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'griot-bench-'));
    const running = await start('src/main.ts', {
      ...LIMITS, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      DATA_DIR: folder, LOG_LEVEL: process.env['BENCH_LOG_LEVEL'] ?? 'info', NODE_ENV: 'production', SECRET_KEY: 'a key of the bench, longer than 32 characters', PUBLIC_URL: 'http://127.0.0.1',
      WHATSAPP_TOKEN: ACCOUNT.token, WHATSAPP_PHONE_NUMBER_ID: ACCOUNT.phoneNumberId, WHATSAPP_APP_SECRET: ACCOUNT.appSecret, WHATSAPP_VERIFY_TOKEN: ACCOUNT.verifyToken, WHATSAPP_API_URL: graphUrl,
      AFRICASTALKING_USERNAME: 'bench', AFRICASTALKING_API_KEY: 'bench', AFRICASTALKING_CALLBACK_TOKEN: CALLBACK_TOKEN, AFRICASTALKING_API_URL: graphUrl,
    }, '/readyz');
    return {
      ...running,
      stop: async () => {
        await running.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
});
