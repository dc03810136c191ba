import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openDatabase } from '../../src/db/open-database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { seed } from '../../src/demo/seed.ts';
import { STORIES_BEGIN } from './stories-begin.ts';

/** A database ready to be opened. Creating one takes seconds, opening a prepared one a fraction of one: each is made once for each state of what it is made of. */
export type Snapshot = Uint8Array<ArrayBuffer>;

const MADE_OF = { empty: ['prisma/migrations/*/migration.sql', 'test/helpers/snapshots.ts'], cast: ['prisma/migrations/*/migration.sql', 'test/helpers/*.ts', 'src/**/*.ts'] };
const CACHE = path.resolve('node_modules/.cache');

export const emptySnapshot = (): Promise<Snapshot> => kept('empty', async () => {
  const lite = await PGlite.create();
  await migrate({ exec: (sql) => lite.exec(sql), query: async (sql, params) => (await lite.query<never>(sql, params)).rows });
  return dump(lite);
});

export const castSnapshot = (): Promise<Snapshot> => kept('cast', async () => {
  const dataDir = path.join(CACHE, `griot-cast.${process.pid}`);
  const database = await openDatabase({ dataDir });
  await seed(database.prisma, STORIES_BEGIN);
  await database.close();
  return dump(await PGlite.create(path.join(dataDir, 'db'))).finally(() => rmSync(dataDir, { recursive: true }));
});

async function kept(kind: keyof typeof MADE_OF, make: () => Promise<Snapshot>): Promise<Snapshot> {
  const hash = createHash('sha256');
  for (const file of globSync(MADE_OF[kind]).sort()) hash.update(file).update(readFileSync(file));
  const file = path.join(CACHE, `griot-${kind}-${hash.digest('hex').slice(0, 16)}.tar`);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const older = globSync(path.join(CACHE, `griot-${kind}-*.tar`));
  const snapshot = await make();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, snapshot);
  renameSync(`${file}.${process.pid}`, file);
  for (const each of older) rmSync(each, { force: true });
  return snapshot;
}

/** Nobody connects to the templates, and they are half of all files. */
async function dump(lite: PGlite): Promise<Snapshot> {
  await lite.exec('UPDATE pg_database SET datistemplate = false');
  await lite.exec('DROP DATABASE template0');
  await lite.exec('DROP DATABASE template1');
  await lite.exec('VACUUM');
  const tar = new Uint8Array(await (await lite.dumpDataDir('none')).arrayBuffer());
  await lite.close();
  return tar;
}
