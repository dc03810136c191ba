import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { migrate, MIGRATIONS } from '../../src/db/migrate.ts';
import { openDatabase, type Database } from '../../src/db/open-database.ts';

/** A server to run the suites on; unset, each file has a PGlite of its own. */
export const SERVER = process.env['TEST_DATABASE_URL'];

/** A migrated database of its own for one test file, dropped afterwards. */
export async function openTestDatabase(): Promise<Database> {
  return SERVER === undefined ? openDatabase({ dataDir: 'memory:', snapshot: new Blob([await snapshot()]) }) : onServer(SERVER);
}

async function onServer(server: string): Promise<Database> {
  const { databaseUrl, drop } = await newDatabase(server);
  const database = await openDatabase({ databaseUrl, dataDir: 'memory:' });
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** An empty one, without a table. */
export async function newDatabase(server: string): Promise<{ databaseUrl: string; drop: () => Promise<void> }> {
  const name = `griot_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await once(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { databaseUrl: url.href, drop: () => once(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function once(server: string, sql: string) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Creating a database takes seconds, loading a prepared one half of one: it is made once for each state of the migrations. */
async function snapshot(): Promise<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS).sort()) {
    const file = path.join(MIGRATIONS, name, 'migration.sql');
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  const file = path.resolve('node_modules/.cache', `griot-${hash.digest('hex').slice(0, 16)}.tar`);
  if (!existsSync(file)) await prepare(file);
  return new Uint8Array(readFileSync(file));
}

async function prepare(file: string) {
  const lite = await PGlite.create();
  await migrate({ exec: (sql) => lite.exec(sql), query: async (sql, params) => (await lite.query<never>(sql, params)).rows });
  const tar = new Uint8Array(await (await lite.dumpDataDir('none')).arrayBuffer());
  await lite.close();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, tar);
  renameSync(`${file}.${process.pid}`, file);
}
