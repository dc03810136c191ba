import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** `exec` sends the whole text as one simple-protocol message; `query` is one parameterised statement. Both on one session. */
export type SqlSession = {
  exec(sql: string): Promise<unknown>;
  query(sql: string, params?: unknown[]): Promise<Applied[]>;
};

type Applied = { migration_name: string; checksum: string; finished_at: unknown; rolled_back_at: unknown };

/** The key Prisma's own schema engine locks with, so that `prisma migrate deploy` and this never run at once. */
const PRISMA_MIGRATE_LOCK = 72_707_369;
const BOOK = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/** Brings the database to this build or to an earlier `level`, keeping Prisma's own book, so that either tool may be used on the same database. */
export async function migrate(db: SqlSession, dir = MIGRATIONS, level?: string): Promise<string[]> {
  const names = (await namesIn(dir)).filter((name) => level === undefined || name <= level);
  await db.query('SELECT pg_advisory_lock($1::bigint)::text', [PRISMA_MIGRATE_LOCK]);
  try {
    await db.exec(BOOK);
    const applied = await checksumsApplied(db);
    const missing = [...applied.keys()].filter((name) => !names.includes(name));
    if (missing.length > 0) throw new Error(`The database is ahead of this build: ${missing.join(', ')}. Start the newer build.`);

    const done: string[] = [];
    for (const name of names) {
      if (await apply(db, dir, name, applied.get(name))) done.push(name);
    }
    return done;
  } finally {
    await db.query('SELECT pg_advisory_unlock($1::bigint)', [PRISMA_MIGRATE_LOCK]);
  }
}

const namesIn = async (dir: string): Promise<string[]> => (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

export type Migration = { name: string; checksum: string };

/** Those of this build, in their order. */
export const ownMigrations = async (dir = MIGRATIONS): Promise<Migration[]> =>
  Promise.all((await namesIn(dir)).map(async (name) => ({ name, checksum: checksumOf(await readFile(path.join(dir, name, 'migration.sql'), 'utf8')) })));

/** Those of a database, in their order; none where Griot never was. */
export async function appliedMigrations(db: SqlSession): Promise<Migration[]> {
  const books = await db.query(`SELECT relname AS migration_name FROM pg_class WHERE oid = to_regclass('"_prisma_migrations"')`);
  if (books.length === 0) return [];
  return [...(await checksumsApplied(db))].map(([name, checksum]) => ({ name, checksum })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/** Migrations of this build that the database does not have. One that is ahead has them all: an older process works on until it is replaced. */
export async function missingMigrations(db: { $queryRaw: (text: TemplateStringsArray) => Promise<unknown> }): Promise<string[]> {
  const rows = (await db.$queryRaw`SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`) as Pick<Applied, 'migration_name'>[];
  const applied = new Set(rows.map(({ migration_name: name }) => name));
  return (await namesIn(MIGRATIONS)).filter((name) => !applied.has(name));
}

async function checksumsApplied(db: SqlSession) {
  const rows = await db.query('SELECT migration_name, checksum, finished_at, rolled_back_at FROM "_prisma_migrations" ORDER BY started_at');
  const live = rows.filter((row) => row.rolled_back_at === null);
  const unfinished = live.find((row) => row.finished_at === null);
  if (unfinished !== undefined) throw new Error(`P3009: migration ${unfinished.migration_name} failed earlier. Repair the database, then mark it with \`prisma migrate resolve\`.`);
  return new Map(live.map((row) => [row.migration_name, row.checksum]));
}

async function apply(db: SqlSession, dir: string, name: string, known: string | undefined): Promise<boolean> {
  const sql = await readFile(path.join(dir, name, 'migration.sql'), 'utf8');
  const checksum = checksumOf(sql);
  if (known === checksum) return false;
  if (known !== undefined) throw new Error(`Migration ${name} was edited after it was applied.`);

  const row = [randomUUID(), checksum, name];
  const [id, sum, called] = row.map((text) => `'${text.replaceAll("'", "''")}'`);
  // One message is one transaction: a crash leaves the migration and its line in the book, or neither.
  const line = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES (${id}, ${sum}, ${called}, clock_timestamp(), 1)`;
  try {
    await db.exec(`${sql}\n;\n${line}`);
  } catch (error) {
    await db.exec('ROLLBACK');
    await db.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name, logs) VALUES ($1, $2, $3, $4)', [...row, String(error)]);
    throw error;
  }
  return true;
}
