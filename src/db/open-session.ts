import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { SqlSession } from './migrate.ts';

export type Cell = string | null;

/** One session of the whole database, under its login: for what carries all of it, and for nothing else. */
export type Session = {
  exec: SqlSession['exec'];
  query: <Row extends pg.QueryResultRow>(sql: string, params?: unknown[]) => Promise<Row[]>;
  /** Rows as lists of their columns. */
  lists: (sql: string) => Promise<Cell[][]>;
  close: () => Promise<void>;
};

type Place = { databaseUrl?: string | undefined; dataDir: string };

const CONNECT_MS = 5_000;

/** Opens it as it is: nothing is migrated. The embedded one is opened by one process at a time. */
export async function openSession({ databaseUrl, dataDir }: Place): Promise<Session> {
  if (databaseUrl === undefined) {
    const { openEmbedded } = await import('./embedded.ts'); // 27 MB that a server never needs
    const { pool, close } = await openEmbedded(folderOf(dataDir));
    const client = await pool.connect();
    return sessionOf(client, async () => {
      client.release();
      await close();
    });
  }
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC', connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // told by what is asked
  await client.connect();
  return sessionOf(client, () => client.end());
}

const folderOf = (dataDir: string): string => path.resolve(dataDir, 'db');

export const hasEmbedded = (dataDir: string): boolean => existsSync(path.join(folderOf(dataDir), 'PG_VERSION'));

const sessionOf = (client: pg.ClientBase, close: () => Promise<void>): Session => ({
  exec: (sql) => client.query(sql),
  query: async <Row extends pg.QueryResultRow>(sql: string, params?: unknown[]) => (await client.query<Row>(sql, params)).rows,
  lists: async (text) => (await client.query<Cell[]>({ text, rowMode: 'array' })).rows,
  close,
});

export const sqlOf = ({ exec, query }: Session): SqlSession => ({ exec, query: (sql, params) => query(sql, params) });
