import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { copyFolder } from './copy-folder.ts';
import { lockDataDir } from './data-lock.ts';
import { PgliteStream } from './pglite-stream.ts';

/** `copyTo` makes another folder as this one would be after a kill now; in memory there is none. */
export type Embedded = { pool: pg.Pool; copyTo: ((folder: string) => Promise<void>) | undefined; close: () => Promise<void> };

/** The PostgreSQL inside this PGlite; a folder of another major version cannot be opened. */
const PG_MAJOR = '18';
const UPKEEP_MS = 60_000;
const VACUUM_EVERY = 30;
const SETTINGS = ['-c', 'shared_buffers=16MB', '-c', 'max_wal_size=64MB', '-c', 'min_wal_size=32MB', '-c', 'timezone=UTC', '-c', 'random_page_cost=1.1'];

/** PostgreSQL in this process, stored in `dir`; without one, in memory. `snapshot` starts from a prepared database. */
export async function openEmbedded(dir: string | undefined, snapshot?: Blob): Promise<Embedded> {
  const unlock = dir === undefined ? undefined : await prepare(dir);
  const lite = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, ...SETTINGS],
    ...(dir === undefined ? {} : { dataDir: dir }),
    ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
  });
  const stream = { stream: () => new PgliteStream(lite) };
  const pool = new pg.Pool({ max: 1, user: 'postgres', database: 'postgres', ...(stream as object) });
  const upkeep = dir === undefined ? undefined : keepUp(pool);

  return {
    pool,
    copyTo: dir === undefined ? undefined : async (folder) => {
      await pool.query('CHECKPOINT'); // the less is to be copied while everybody waits
      await copyFolder(dir, folder, (work) => lite.runExclusive(work));
    },
    close: async () => {
      clearInterval(upkeep);
      await pool.end();
      await lite.close();
      await unlock?.();
    },
  };
}

async function prepare(dir: string) {
  mkdirSync(dir, { recursive: true, mode: 0o700 }); // PGlite creates world-readable files
  const unlock = await lockDataDir(dir);
  const versionFile = path.join(dir, 'PG_VERSION');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : PG_MAJOR;
  if (version === PG_MAJOR) return unlock;
  await unlock();
  throw new Error(`${dir} was written by PostgreSQL ${version}; this build embeds ${PG_MAJOR}. Dump it with the older build and restore it.`);
}

/** PGlite has no background processes: nobody else checkpoints (the log grows without bound), vacuums or analyses. */
function keepUp(pool: pg.Pool) {
  let round = 0;
  return setInterval(() => {
    round += 1;
    void pool.query(round % VACUUM_EVERY === 0 ? 'VACUUM (ANALYZE)' : 'CHECKPOINT').catch(() => undefined); // a busy moment: the next round does it
  }, UPKEEP_MS).unref();
}
