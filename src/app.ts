import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flows } from '../flows/index.ts';
import { migrations } from '../flows/migrations.ts';
import type { Config } from './config.ts';
import { answerHop } from './conversation/answer-hop.ts';
import { identityCommands } from './conversation/commands/identity.ts';
import { flowBook } from './conversation/flow-book.ts';
import { openMailRoom, type MailRoom } from './conversation/mail-room.ts';
import { LEASE_MS, type Handed } from './conversation/play-turns.ts';
import { openIntake } from './conversation/receive.ts';
import type { Tools } from './conversation/turn.ts';
import type { Parcel } from './db/outbox.ts';
import { openDatabase } from './db/open-database.ts';
import { inProcess } from './doorbell/in-process.ts';
import { overRedis } from './doorbell/over-redis.ts';
import { DEFAULT_LANGUAGE, loadTexts, sayer } from './i18n.ts';
import { openDueRoom } from './jobs/due-room.ts';
import { fileSource } from './jobs/file-source.ts';
import { planForgetting } from './jobs/forget-old.ts';
import { jobs } from './jobs/jobs.ts';
import { createLogger } from './logger.ts';
import { openFileStore } from './media/file-store.ts';
import { scan } from './media/scan.ts';
import { openPostRoom } from './sending/post-room.ts';
import { senders } from './sending/senders.ts';
import { startStandins } from './standins/start-standins.ts';
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
  const files = openFileStore(config.dataDir);
  const texts = loadTexts();
  const server = createServer();
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const local = `http://127.0.0.1:${port}`;

  const standins = await startStandins(config, local);
  const tools: Tools = {
    flows: overrides.flows ?? flowBook(flows, migrations),
    handlers: { ...identityCommands, ...overrides.handlers },
    texts,
    publicUrl: config.publicUrl,
    serviceCode: config.ussd.serviceCode,
    screenMax: config.ussd.screenMax,
  };
  const works = config.role !== 'web';
  const post = openPostRoom({ db, send: overrides.send ?? senders(standins.whatsapp, standins.africasTalking), now, logger, leaseMs: LEASE_MS, sweeps: works });
  const send = works ? (handed: Handed[]) => post.take(handed.map(parcelOf)) : undefined;
  const mail = openMailRoom({ db, tools, now, logger, parallel: database.embedded ? BATCHES.embedded : BATCHES.server, send, posted: () => bell.post(), sweeps: works });
  const inbox = works ? { mail: mail.readNow, post: post.ring } : undefined;
  const bell = config.redisUrl === undefined ? inProcess(inbox && { ...inbox, mail: ringing(mail) }) : overRedis({ redisUrl: config.redisUrl, prefix: bellsOf(config), concurrency: REDIS_BELLS, logger }, inbox);
  const say = sayer(texts, DEFAULT_LANGUAGE, 'ussd');
  const receive = openIntake(db, { now, key: config.lastingKey });
  const web = createWeb({
    config, db, files, texts, logger, now, standins, receive,
    bell,
    hop: (arrival) => answerHop({ db, receive, mail, key: config.lastingKey, sorry: say('common.sorry') }, arrival),
    sorry: say('common.down'),
  });
  server.on('request', web);
  const known = jobs({ files, download: fileSource(standins.whatsapp), scan: overrides.scan ?? scan, texts });
  const due = works ? openDueRoom({ db, now, logger, known, posted: () => bell.post() }) : undefined;
  if (works) {
    await planForgetting(db, now(), now());
    await mail.sweep();
  }

  return {
    config, db, database, files, logger, mail, post, due, bell, standins, local, now,
    /** Resolves when nothing is read or sent here any more. */
    async quiet() {
      await mail.quiet();
      await post.quiet();
      await mail.quiet();
    },
    /** Intake closes first, then work ends, then the database. */
    async close() {
      server.close();
      server.closeIdleConnections();
      await standins.close();
      await mail.close();
      await due?.close();
      await bell.close();
      await post.close();
      server.closeAllConnections();
      await database.close();
    },
  };
}

/** In one process the room itself knows how many contacts it may read at once. */
const ringing = (mail: MailRoom) => (contactId: string) => Promise.resolve(mail.ring(contactId));

/** Processes that share a database share their bells; two installations on one Redis never hear one another. */
const bellsOf = ({ databaseUrl, dataDir }: Config): string => `griot-${createHash('sha256').update(databaseUrl ?? dataDir).digest('hex').slice(0, 12)}`;

/** A message just written is sent from memory: the row, already leased, is there for when this process dies. */
const parcelOf = ({ id, row, contactId }: Handed): Parcel => ({ id, contactId, attempts: 1, key: row.key, channel: row.channel, externalId: row.externalId, provider: row.provider, payload: row.payload });

type Parts = {
  logger: ReturnType<typeof createLogger>;
  now: () => Date;
  database: Awaited<ReturnType<typeof openDatabase>>;
  flows: Tools['flows'];
  handlers: Tools['handlers'];
  send: ReturnType<typeof senders>;
  scan: typeof scan;
};
