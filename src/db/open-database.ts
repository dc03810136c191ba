import { Socket } from 'node:net';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { migrate } from './migrate.ts';
import { scopedToTenant } from './tenant-filter.ts';

export type Database = Awaited<ReturnType<typeof openDatabase>>;
export type Prisma = ReturnType<typeof connect>;
export type Tx = Parameters<Parameters<Prisma['$transaction']>[0]>[0];

type Options = { databaseUrl?: string | undefined; dataDir: string; snapshot?: Blob; poolSize?: number; silenceMs?: number; waitMs?: number };

const POOL_SIZE = 10;
/** Longer than any question of a running app takes. */
export const SILENCE_MS = 20_000;
/** For a free connection: who is answered later than that would have asked again. */
const WAIT_MS = 5_000;
const TRANSACTION = { maxWait: 10_000, timeout: 10_000 };

/** One truth: a PostgreSQL server when `databaseUrl` is set, else PGlite in this process, under `dataDir` or in memory. */
export async function openDatabase({ databaseUrl, dataDir, snapshot, poolSize = POOL_SIZE, silenceMs = SILENCE_MS, waitMs = WAIT_MS }: Options) {
  const embedded = databaseUrl === undefined;
  if (!embedded) await bringServerUpToDate(databaseUrl);
  const { pool, copyTo, close } = embedded ? await embed(dataDir, snapshot) : server(databaseUrl, poolSize, silenceMs, waitMs);
  if (embedded && snapshot === undefined) await bringUpToDate(pool);
  const prisma = connect(pool);

  return {
    prisma,
    embedded,
    copyTo,
    close: async () => {
      await prisma.$disconnect();
      await close();
    },
  };
}

async function embed(dataDir: string, snapshot: Blob | undefined) {
  const { openEmbedded } = await import('./embedded.ts'); // 27 MB that a server never needs
  return openEmbedded(dataDir === 'memory:' ? undefined : path.resolve(dataDir, 'db'), snapshot);
}

function server(databaseUrl: string, max: number, silenceMs: number, connectionTimeoutMillis = WAIT_MS) {
  // adapter-pg writes and reads timestamps without an offset: every session must run in UTC (prisma/orm#26786).
  // Plans are kept from when a table was small: with the cost of a disk with arms they would read it whole until the next analyze.
  const pool = new pg.Pool({ connectionString: databaseUrl, max, options: '-c timezone=UTC -c random_page_cost=1.1', connectionTimeoutMillis, stream: () => impatient(silenceMs) });
  pool.on('error', () => undefined); // an idle connection died with its server; the next query opens another or fails by itself
  return { pool, copyTo: undefined, close: () => pool.end() };
}

/** A server that has vanished does not even close its connections: whoever waited on one would wait for a quarter of an hour. */
function impatient(silenceMs: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(silenceMs, () => socket.destroy(new Error('the database is silent')));
}

/** A migration may be silent for as long as it takes. */
async function bringServerUpToDate(databaseUrl: string) {
  const { pool, close } = server(databaseUrl, 1, 0);
  await bringUpToDate(pool).finally(close);
}

async function bringUpToDate(pool: pg.Pool) {
  const client = await pool.connect();
  try {
    await migrate({ exec: (sql) => client.query(sql), query: async (sql, params) => (await client.query<never>(sql, params)).rows });
  } finally {
    client.release();
  }
}

const connect = (pool: pg.Pool) =>
  new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }), transactionOptions: TRANSACTION }).$extends(scopedToTenant);

/** Statements worth keeping prepared in each session; lists of any length make new texts without end, which stay unnamed. */
const PREPARED_MAX = 300;

/** Planning one of our long statements costs more than running it: the server keeps the plan under this name. */
function statementNames() {
  const names = new Map<string, string>();
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= PREPARED_MAX) return known ?? '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
