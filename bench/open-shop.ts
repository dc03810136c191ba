import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { demoAccounts } from '../src/demo/accounts.ts';
import { CLIENTS } from '../src/demo/cast.ts';
import { seed } from '../src/demo/seed.ts';
import { TERMS_VERSION } from '../src/domain/identity/consent-texts.ts';
import { inBusiness, type Business } from '../src/domain/tenants/business.ts';
import { countQueries } from './count-queries.ts';
import { LIMITS } from './settings.ts';

export type Shop = Awaited<ReturnType<typeof openShop>>;
/** The tailor of the cast, who takes as much work as comes. */
export const CODE = 'AFI';
export const REGULAR = CLIENTS[0]?.phone ?? '';
const LONG_MS = 60_000;

/** Griot, its stand-ins and the cast in this process: what it asks of its database is counted where it asks. `now`: another time of the day. */
export async function openShop(databaseUrl: string | undefined, now = () => new Date()) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'griot-bench-'));
  const counted = countQueries();
  const config = readConfig({ ...LIMITS, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }), DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' });
  const database = await openDatabase(config);
  await seed(database.prisma, now());
  const app = await createApp(config, { database, now });
  const { db, standins: { graph, fedapay } } = app;
  if (graph === undefined || fedapay === undefined) throw new Error('the bench simulates its networks');
  const { id: tenantId } = await db.tenant.update({ where: { code: CODE }, data: { settings: { depositPct: 50, capacityPerWeek: 1_000_000, workdays: [1, 2, 3, 4, 5, 6] } } });
  const quiet = async (): Promise<void> => {
    for (let round = 0; round < 2; round++) {
      await app.quiet();
      await graph.idle();
      await fedapay.idle();
    }
  };

  /** What is to be done now is done now: every few seconds it would be looked for anyway. */
  const due = async (): Promise<void> => {
    await app.due?.ring();
    await quiet();
  };

  return {
    app, db, graph, fedapay, tenantId, counted, quiet, due, now,
    name: database.embedded ? 'Griot on PGlite' : 'Griot on PostgreSQL',
    secret: demoAccounts(config).find(({ ref }) => ref === CODE)?.webhookSecret ?? '',
    as: <T>(work: (business: Business) => Promise<T>): Promise<T> =>
      db.$transaction((tx) => inBusiness(tx, tenantId, { now: now(), actor: 'member:bench', role: 'owner', channel: 'whatsapp' }, work), { maxWait: LONG_MS, timeout: LONG_MS }),
    close: async () => {
      await quiet();
      await app.close();
      counted.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let people = 0;

/** Somebody who has accepted the terms and is a client of the tailor. */
export async function newClient({ db, tenantId }: Shop): Promise<{ phone: string; clientId: string }> {
  const phone = `+22901${String(70_000_000 + (people += 1))}`;
  const contact = await db.contact.create({ data: { key: phone, phone } });
  const person = await db.person.create({ data: { fullName: `Cliente ${people}`, language: 'fr', contacts: { create: { contactId: contact.id, isDefault: true } } } });
  await db.consentEvent.create({ data: { contactId: contact.id, personId: person.id, purpose: 'terms', value: true, channel: 'whatsapp', textVersion: TERMS_VERSION, at: new Date() } });
  const client = await db.client.create({ data: { tenantId, personId: person.id, phone, tags: [], firstSource: 'bench' } });
  return { phone, clientId: client.id };
}
