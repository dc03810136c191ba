import { openDatabase, type Database } from '../../src/db/open-database.ts';
import { senders, type Send } from '../../src/sending/senders.ts';
import { openTestDatabase, SERVER } from '../helpers/database.ts';
import { echoing } from '../helpers/echo.ts';
import { fromMeta, networksOf } from '../helpers/networks.ts';
import { NO_FLOOD, openWorld, type World } from '../helpers/world.ts';
import { outgoing } from './outgoing.ts';

export type Crew = Awaited<ReturnType<typeof openCrew>>;
export type Worker = {
  world: World;
  /** From now on it sends nothing and hears no answer. */
  die: () => void;
  /** The next message leaves, and its answer is never heard. */
  dieAfterSend: () => void;
};

/**
 * The networks and the web on one side, workers that come and go on the other, on one database: each worker has a
 * connection of its own where there is a server.
 */
export async function openCrew(env: Record<string, string> = {}) {
  const database = await openTestDatabase();
  const databaseUrl = await urlOf(database);
  const shared = { ...NO_FLOOD, DATABASE_URL: databaseUrl, ...env };
  const own = async (): Promise<Database> => (SERVER === undefined ? { ...database, close: () => Promise.resolve() } : openDatabase({ databaseUrl, dataDir: 'memory:' }));
  const { flows, handlers } = echoing();
  const web = await openWorld({ flows, handlers, env: { ...shared, ROLE: 'web' }, database: await own() });
  const post = await outgoing(web);
  const send = senders(web.standins.whatsapp, web.standins.africasTalking);
  const workers = new Set<World>();
  const left: number[] = [];

  async function hire(): Promise<Worker> {
    let dead = false;
    let dying = false;
    const orDie: Send = async (parcel, sending) => {
      if (dead) throw new Error('the process died');
      left.push(performance.now());
      dead = dying;
      const sent = await send(parcel, sending);
      if (dead) throw new Error('the process died');
      return sent;
    };
    const world = await openWorld({ flows, handlers, env: { ...shared, ROLE: 'worker' }, cast: false, database: await own(), now: web.now, send: orDie });
    workers.add(world);
    return { world, die: () => void (dead = dying = true), dieAfterSend: () => void (dying = true) };
  }

  async function dismiss({ world }: Worker): Promise<void> {
    workers.delete(world);
    await world.close();
  }

  return {
    web, post, hire, dismiss,
    /** When each message left, from whichever of them. */
    left: (): readonly number[] => left,
    /** Everybody reads, sends and sweeps until nothing moves. */
    async calm(): Promise<void> {
      for (let round = 0; round < 3; round++) {
        for (const world of workers) {
          await world.mail.sweep();
          await world.post.sweep();
          await world.quiet();
        }
        await web.standins.graph?.idle();
        await web.standins.phones?.idle();
      }
    },
    /** What Meta tells of a message, long after. */
    status: ({ key, to, word }: { key: string; to: string; word: string }) =>
      networksOf(web).meta(fromMeta(web, [{ statuses: [{ id: `wamid.late.${key}`, status: word, timestamp: '1795165200', recipient_id: to.slice(1), biz_opaque_callback_data: key }] }])),
    async close(): Promise<void> {
      for (const world of [...workers, web]) await world.close();
      await database.close();
    },
  };
}

async function urlOf(database: Database): Promise<string> {
  if (SERVER === undefined) return 'postgresql://nowhere';
  const [row] = await database.prisma.$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
  return Object.assign(new URL(SERVER), { pathname: `/${row?.name ?? ''}` }).href;
}
