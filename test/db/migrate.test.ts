import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { migrate, MIGRATIONS, type SqlSession } from '../../src/db/migrate.ts';
import { SERVER } from '../helpers/database.ts';
import { session, type Row, type Session } from './ground.ts';

const folders: string[] = [];
const databases: string[] = [];
const server = SERVER === undefined ? undefined : await session(SERVER);
const lite = SERVER === undefined ? await PGlite.create() : undefined;
let url = '';
let db: Session;

beforeEach(async () => {
  if (lite !== undefined) {
    await lite.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    db = { query: async (sql, params) => ({ rows: (await lite.query<Row>(sql, params)).rows, changed: 0 }), close: () => Promise.resolve() };
    return;
  }
  url = await newDatabase();
  db = await session(url);
});

afterEach(() => db.close());

afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  for (const name of databases) await server?.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server?.close();
  await lite?.close();
});

const onServer = SERVER === undefined ? test.skip : test;
if (SERVER === undefined) console.info('TEST_DATABASE_URL is unset: one session cannot migrate three times at once, nor two databases');

async function newDatabase(): Promise<string> {
  const name = `griot_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await server?.query(`CREATE DATABASE ${name}`);
  databases.push(name);
  return Object.assign(new URL(SERVER ?? ''), { pathname: `/${name}` }).href;
}

const over = (session: Session): SqlSession => ({
  exec: (sql) => (lite === undefined ? session.query(sql) : lite.exec(sql)),
  query: async (sql, params) => (await session.query(sql, params)).rows as never[],
});

function folderOf(files: Record<string, string>): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'griot-migrations-'));
  folders.push(dir);
  writeFileSync(path.join(dir, 'migration_lock.toml'), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(files)) write(dir, name, sql);
  return dir;
}
function write(dir: string, name: string, sql: string) {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, 'migration.sql'), sql);
}
const book = async () => (await db.query('SELECT * FROM "_prisma_migrations" ORDER BY started_at')).rows;
const exists = async (name: string) => (await db.query('SELECT to_regclass($1) IS NOT NULL AS "there"', [name])).rows[0]?.['there'];
const real = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

describe('an empty database', () => {
  test('is brought to this build, and the second time there is nothing to do', async () => {
    expect(await migrate(over(db))).toEqual(real);
    expect(await migrate(over(db))).toEqual([]);
    expect(await exists('"Contact"')).toBe(true);
  });

  test('has a book that Prisma itself reads as its own', async () => {
    await migrate(over(db));
    expect(await book()).toEqual(real.map((name) => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: createHash('sha256').update(readFileSync(path.join(MIGRATIONS, name, 'migration.sql'))).digest('hex'),
      migration_name: name, logs: null, rolled_back_at: null, applied_steps_count: 1, started_at: expect.any(Date), finished_at: expect.any(Date),
    })));
    expect((await db.query('SELECT 1 FROM "_prisma_migrations" WHERE finished_at < started_at')).rows).toEqual([]);
  });

  test('takes functions with semicolons in them, a comment at the end and an apostrophe in a name', async () => {
    const dir = folderOf({ "1_l'atelier": "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;\nCREATE TABLE it (id int) -- the last word" });
    expect(await migrate(over(db), dir)).toEqual(["1_l'atelier"]);
    expect((await db.query('SELECT f() AS two')).rows).toEqual([{ two: 2 }]);
    expect(await migrate(over(db), dir)).toEqual([]);
  });
});

describe('a migration', () => {
  const good = 'CREATE TABLE good (id int);';

  test('that was edited after it was applied is refused, and so is a database ahead of the build', async () => {
    const dir = folderOf({ '1_good': good });
    await migrate(over(db), dir);
    write(dir, '1_good', `${good}\n`);
    await expect(migrate(over(db), dir)).rejects.toThrow('1_good was edited after it was applied');
    await expect(migrate(over(db), folderOf({}))).rejects.toThrow('ahead of this build: 1_good');
  });

  test('that fails leaves nothing of itself, and stops every later start until somebody has looked', async () => {
    const dir = folderOf({ '1_good': good, '2_bad': 'CREATE TABLE half (id int); SELECT 1 / 0;', '3_next': 'CREATE TABLE next (id int);' });
    await expect(migrate(over(db), dir)).rejects.toThrow('division by zero');
    expect([await exists('good'), await exists('half'), await exists('next')]).toEqual([true, false, false]);
    expect((await book()).map(({ migration_name, finished_at, logs }) => [migration_name, finished_at !== null, logs])).toEqual([['1_good', true, null], ['2_bad', false, expect.stringContaining('division by zero')]]);

    write(dir, '2_bad', 'CREATE TABLE whole (id int);');
    await expect(migrate(over(db), dir)).rejects.toThrow('P3009');
    await db.query(`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = '2_bad'`);
    expect(await migrate(over(db), dir)).toEqual(['2_bad', '3_next']);
  });

  test.each(['before', 'after'])('cut off by a crash just %s it is committed is no failure: the next start goes on', async (when) => {
    const dir = folderOf({ '1_good': good, '2_next': 'CREATE TABLE next (id int);' });
    const dying = over(db);
    let dead = false;
    const cut = async <T>(run: () => Promise<T>) => {
      if (dead) throw new Error('the connection is gone');
      return run();
    };
    const crash: SqlSession = {
      query: (sql, params) => cut(() => dying.query(sql, params)),
      exec: (sql) => cut(async () => {
        if (!sql.includes('good')) return dying.exec(sql);
        if (when === 'after') await dying.exec(sql);
        dead = true;
        throw new Error('the connection is gone');
      }),
    };
    await expect(migrate(crash, dir)).rejects.toThrow('the connection is gone');
    expect(await migrate(over(await again()), dir)).toEqual(when === 'before' ? ['1_good', '2_next'] : ['2_next']);
  });

  /** What died takes its lock with it. */
  async function again(): Promise<Session> {
    if (lite !== undefined) return db;
    await db.close();
    return (db = await session(url));
  }
});

describe('at once', () => {
  onServer('three processes start on an empty database, and one migrates it', async () => {
    const sessions = await Promise.all([url, url, url].map(session));
    const applied = await Promise.all(sessions.map((each) => migrate(over(each))));
    expect(applied.map(({ length }) => length).toSorted()).toEqual([0, 0, real.length]);
    expect(await book()).toHaveLength(real.length);
    await Promise.all(sessions.map((each) => each.close()));
  });

  onServer('four databases of one server make the role that none of them has', async () => {
    const role = `griot_test_${randomUUID().slice(0, 8)}`;
    const dir = folderOf({});
    cpSync(MIGRATIONS, dir, { recursive: true });
    for (const name of real) write(dir, name, readFileSync(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8').replaceAll('griot_business', role));

    const sessions: Session[] = [];
    while (sessions.length < 4) sessions.push(await session(await newDatabase()));
    const applied = await Promise.all(sessions.map((each) => migrate(over(each), dir)));
    expect(applied).toEqual(sessions.map(() => real));
    await Promise.all(sessions.map((each) => each.query(`DROP OWNED BY ${role}`)));
    await Promise.all(sessions.map((each) => each.close()));
    await server?.query(`DROP ROLE ${role}`);
  });
});

describe('the command line', () => {
  const run = (script: string, args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [`scripts/prisma/${script}`, ...args], { encoding: 'utf8', env: { ...process.env, ...env } });

  test('finds no difference between the schema and the migrations', () => {
    const { status, stderr } = run('migration.mjs', ['check']);
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('ahead')]);
  }, 60_000);

  onServer('of Prisma finds a database that this build has migrated up to date', async () => {
    await migrate(over(db));
    const { stdout } = run('prisma.mjs', ['migrate', 'status'], { DATABASE_URL: url });
    expect(stdout).toContain('Database schema is up to date!');
  }, 60_000);
});
