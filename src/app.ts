import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flows } from '../flows/index.ts';
import { migrations } from '../flows/migrations.ts';
import { openNightly } from './backup/nightly.ts';
import type { Config } from './config.ts';
import { answerHop } from './conversation/answer-hop.ts';
import { handlersOfAll } from './conversation/commands/all.ts';
import { flowBook } from './conversation/flow-book.ts';
import { openMailRoom, type MailRoom } from './conversation/mail-room.ts';
import type { Handed } from './conversation/play-turns.ts';
import { openIntake } from './conversation/receive.ts';
import type { Tools } from './conversation/turn.ts';
import type { Parcel } from './db/outbox.ts';
import { openDatabase } from './db/open-database.ts';
import { demoAccounts, giveAccounts, typedAccounts } from './demo/accounts.ts';
import { inProcess } from './doorbell/in-process.ts';
import { DEFAULT_LANGUAGE, loadTexts, sayer } from './i18n.ts';
import { takeSlice } from './db/lines.ts';
import { openDueRoom } from './jobs/due-room.ts';
import { fileSource } from './jobs/file-source.ts';
import { planForgetting } from './jobs/forget-old.ts';
import { jobs } from './jobs/jobs.ts';
import { planBriefs } from './jobs/morning-briefs.ts';
import { planDashboards } from './jobs/refresh-dashboards.ts';
import { planAlerts } from './jobs/tend-alerts.ts';
import { planBackup } from './jobs/nightly-backup.ts';
import { providersOf } from './jobs/payment-accounts.ts';
import { planPaymentSweep } from './jobs/sweep-payments.ts';
import { createLogger } from './logger.ts';
import { paymentLine } from './payment-line.ts';
import { traitsOf } from './purposes.ts';
import { openFileStore } from './media/file-store.ts';
import { scan } from './media/scan.ts';
import { openPacer, ownPlaces, paceOf } from './sending/pacer.ts';
import { openPostRoom } from './sending/post-room.ts';
import { senders } from './sending/senders.ts';
import { startStandins } from './standins/start-standins.ts';
import { openLookout } from './watch/lookout.ts';
import { createWeb } from './web/create-web.ts';

export type App = Awaited<ReturnType<typeof createApp>>;

/** Batches of turns under way at once. The embedded database has one session: a second batch only prepares the next. */
const BATCHES = { embedded: 2, server: 4 };
const REDIS_BELLS = 64;

/** Builds everything by hand. Tests override any part by the last argument. */
export async function createApp(config: Config, overrides: Partial<Parts> = {}) {
  const logger = overrides.logger ?? createLogger(config.logLevel, config.production);
  const now = overrides.now ?? (() => new Date());
  const database = overrides.database ?? (await openDatabase(config));
  const db = database.prisma;
  const lookout = openLookout({ db, now, logger });
  const { watch } = lookout;
  const [files, texts] = [openFileStore(config.dataDir), loadTexts()];
  const { redis, mailer } = await chosenParts(config);
  const { server, local } = await listening(config);
  const standins = await startStandins(config, demoAccounts(config), local, now);
  if (!config.production) await giveAccounts(db, config, now());
  for (const account of await typedAccounts(db, config)) standins.connected(account);
  const tools = toolsOf(config, overrides, texts);
  const works = config.role !== 'web';
  const pace = paceOf(config.whatsappRate);
  const pacer = openPacer(database.embedded ? ownPlaces(pace) : (count) => takeSlice(db, 'whatsapp', { ...pace, count }), { ...pace, logger });
  const post = openPostRoom({ db, send: overrides.send ?? senders(standins.whatsapp, standins.africasTalking), pacer, now, logger, watch, sweeps: works });
  const send = works ? { take: (handed: Handed[]) => post.take(handed.map((one) => parcelOf(one, now()))), hasRoom: post.hasRoom } : undefined;
  const mail = openMailRoom({ db, tools, now, logger, watch, parallel: database.embedded ? BATCHES.embedded : BATCHES.server, send, posted: () => bell.post(), planned: (at) => due?.ringAt(at), sweeps: works });
  const inbox = works ? { mail: mail.readNow, post: post.ring } : undefined;
  const bell = redis === undefined ? inProcess(inbox && { ...inbox, mail: ringing(mail) }) : redis.overRedis({ redisUrl: redis.url, prefix: bellsOf(config), concurrency: REDIS_BELLS, logger }, inbox);
  const say = sayer(texts, DEFAULT_LANGUAGE, 'ussd');
  const receive = openIntake(db, { now, key: config.lastingKey, watch });
  const web = createWeb({
    config, db, files, texts, logger, now, standins, receive, lookout,
    bell,
    payments: paymentLine({ db, config, now, logger, ring: () => void due?.ring() }),
    hop: (arrival) => answerHop({ db, receive, mail, key: config.lastingKey, sorry: say('common.sorry') }, arrival),
    sorry: say('common.down'),
  });
  server.on('request', web);
  const nightly = works && database.copyTo !== undefined && config.dataDir !== 'memory:' ? openNightly({ dataDir: config.dataDir, copyTo: database.copyTo, logger }) : undefined;
  const known = jobs({ files, download: fileSource(standins.whatsapp), scan: overrides.scan ?? scan, texts, nightly, mailer, db, logger, voice: tools, providerOf: providersOf({ secretKey: config.secretKey, apiUrl: standins.fedapayUrl }) });
  const due = works ? openDueRoom({ db, now, logger, known, posted: () => bell.post(), mailed: (contactId) => bell.mail(contactId) }) : undefined;
  if (works) {
    await planForgetting(db, now(), now());
    await planPaymentSweep(db, now());
    await Promise.all([planBriefs(db, now(), now()), planAlerts(db, now()), planDashboards(db, now())]);
    if (nightly !== undefined) await planBackup(db, now());
    await post.begin();
    await mail.sweep();
    lookout.alarms.begin();
  }

  return {
    config, db, database, files, texts, logger, lookout, mail, post, due, nightly, bell, standins, local, now,
    /** Resolves when nothing is read or sent here any more. */
    async quiet() {
      await mail.quiet();
      await due?.quiet();
      await post.quiet();
      await mail.quiet();
    },
    /** Intake closes first, then work ends, then the database. */
    async close() {
      server.close();
      server.closeIdleConnections();
      await standins.close();
      await lookout.alarms.close();
      await mail.close();
      nightly?.close();
      await due?.close();
      await bell.close();
      await post.close();
      server.closeAllConnections();
      await database.close();
    },
  };
}

/** What few installations have is loaded by those alone: each start would read its libraries. */
async function chosenParts({ redisUrl, email }: Config) {
  return {
    redis: redisUrl === undefined ? undefined : { url: redisUrl, ...(await import('./doorbell/over-redis.ts')) },
    mailer: email && (await import('./providers/email/mailer.ts')).openMailer(email),
  };
}

const toolsOf = ({ publicUrl, ussd, floodLimit, email }: Config, { flows: given, handlers }: Partial<Parts>, texts: Tools['texts']): Tools => ({
  flows: given ?? flowBook(flows, migrations),
  handlers: { ...handlersOfAll, ...handlers },
  texts, publicUrl, serviceCode: ussd.serviceCode, screenMax: ussd.screenMax, floodLimit, mails: email !== undefined,
});

async function listening({ port: wanted, host }: Config): Promise<{ server: Server; local: string }> {
  const server = createServer();
  server.listen(wanted, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, local: `http://127.0.0.1:${port}` };
}

/** In one process the room itself knows how many contacts it may read at once. */
const ringing = (mail: MailRoom) => (contactId: string) => Promise.resolve(mail.ring(contactId));

/** Processes that share a database share their bells; two installations on one Redis never hear one another. */
const bellsOf = ({ databaseUrl, dataDir }: Config): string => `griot-${createHash('sha256').update(databaseUrl ?? dataDir).digest('hex').slice(0, 12)}`;

/** A message just written is sent from memory: the row, already leased, is there for when this process dies. */
const parcelOf = ({ id, row, contactId }: Handed, createdAt: Date): Parcel => ({ ...row, id, contactId, createdAt, attempts: 1, doubts: 0, lane: traitsOf(row.purpose).lane, validUntil: null, refusedAt: null });

type Parts = {
  logger: ReturnType<typeof createLogger>;
  now: () => Date;
  database: Awaited<ReturnType<typeof openDatabase>>;
  flows: Tools['flows'];
  handlers: Tools['handlers'];
  send: ReturnType<typeof senders>;
  scan: typeof scan;
};
