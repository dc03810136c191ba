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
import type { Tools } from './conversation/turn.ts';
import { openDatabase } from './db/open-database.ts';
import { inProcess } from './doorbell/in-process.ts';
import { overRedis } from './doorbell/over-redis.ts';
import { DEFAULT_LANGUAGE, loadTexts, sayer } from './i18n.ts';
import { planForgetting } from './jobs/forget-old.ts';
import { openDueRoom } from './jobs/due-room.ts';
import { createLogger } from './logger.ts';
import { openPostRoom } from './sending/post-room.ts';
import { senders } from './sending/senders.ts';
import { startStandins } from './standins/start-standins.ts';
import { createWeb } from './web/create-web.ts';

export type App = Awaited<ReturnType<typeof createApp>>;

/** One session for all: more readers would only wait for one another. */
const READERS = { embedded: 4, server: 16 };

/** Builds everything by hand. Tests override any part by the last argument. */
export async function createApp(config: Config, overrides: Partial<Parts> = {}) {
  const logger = overrides.logger ?? createLogger(config.logLevel, config.production);
  const now = overrides.now ?? (() => new Date());
  const database = overrides.database ?? (await openDatabase(config));
  const db = database.prisma;
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
  const concurrency = database.embedded ? READERS.embedded : READERS.server;
  const works = config.role !== 'web';
  const post = openPostRoom({ db, send: overrides.send ?? senders(standins.whatsapp, standins.africasTalking), now, logger, sweeps: works });
  const mail = openMailRoom({ db, tools, now, logger, concurrency, posted: () => bell.post(), sweeps: works });
  const answer = works ? { mail: mail.readNow, post: post.ring } : undefined;
  const bell = config.redisUrl === undefined ? inProcess(answer && { ...answer, mail: ringing(mail) }) : overRedis({ redisUrl: config.redisUrl, concurrency, logger }, answer);
  const say = sayer(texts, DEFAULT_LANGUAGE, 'ussd');
  const web = createWeb({
    config, db, texts, logger, now, standins,
    ring: (contactId) => {
      bell.mail(contactId);
      bell.post();
    },
    hop: (arrival) => answerHop({ db, mail, now, key: config.lastingKey, sorry: say('common.sorry') }, arrival),
    sorry: say('common.down'),
  });
  server.on('request', web);
  const due = works ? openDueRoom({ db, now, logger }) : undefined;
  if (works) {
    await planForgetting(db, now(), now());
    await mail.sweep();
  }

  return {
    config, db, database, logger, mail, post, due, bell, standins, local, now,
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

type Parts = {
  logger: ReturnType<typeof createLogger>;
  now: () => Date;
  database: Awaited<ReturnType<typeof openDatabase>>;
  flows: Tools['flows'];
  handlers: Tools['handlers'];
  send: ReturnType<typeof senders>;
};
