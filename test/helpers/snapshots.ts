import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openDatabase } from '../../src/db/open-database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { seed } from '../../src/demo/seed.ts';

/** A database ready to be opened. Creating one takes seconds, opening a prepared one a fraction of one: each is made once for each state of what it is made of. */
export type Snapshot = Uint8Array<ArrayBuffer>;

const MADE_OF = { empty: ['prisma/migrations/*/migration.sql', 'test/helpers/snapshots.ts'], cast: ['prisma/migrations/*/migration.sql', 'test/helpers/*.ts', 'src/**/*.ts'] };
const CACHE = path.resolve('node_modules/.cache');

export const emptySnapshot = (): Promise<Snapshot> => kept('empty', MADE_OF.empty, async () => {
  const lite = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] }); // the log of a database that forgets is most of its files
  await migrate({ exec: (sql) => lite.exec(sql), query: async (sql, params) => (await lite.query<never>(sql, params)).rows });
  return dump(lite);
});

/** With the people of the demo and what they have done until then. */
export const castSnapshot = (at: Date): Promise<Snapshot> => kept(`cast${String(at.getTime())}`, MADE_OF.cast, async () => {
  const dataDir = path.join(CACHE, `griot-cast.${process.pid}.${at.getTime()}`);
  const database = await openDatabase({ dataDir, snapshot: new Blob([await emptySnapshot()]) });
  await seed(database.prisma, at);
  await database.close();
  return dump(await PGlite.create(path.join(dataDir, 'db'))).finally(() => rmSync(dataDir, { recursive: true }));
});

/** To look for it means to read all that it is made of: where it is, a process asks once, and the workers of a run are told by who began it. */
async function kept(kind: string, madeOf: readonly string[], make: () => Promise<Snapshot>): Promise<Snapshot> {
  const file = (process.env[`SNAPSHOT_${kind}`] ??= await fileOf(kind, madeOf, make));
  return new Uint8Array(readFileSync(file));
}

async function fileOf(kind: string, madeOf: readonly string[], make: () => Promise<Snapshot>): Promise<string> {
  const hash = createHash('sha256');
  for (const file of globSync(madeOf).sort()) hash.update(file).update(readFileSync(file));
  const file = path.join(CACHE, `griot-${kind}-${hash.digest('hex').slice(0, 16)}.tar`);
  if (existsSync(file)) return file;
  const older = globSync(path.join(CACHE, `griot-${kind}-*.tar`));
  const snapshot = await make();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, snapshot);
  renameSync(`${file}.${process.pid}`, file);
  for (const each of older) rmSync(each, { force: true });
  return file;
}

/** Nobody connects to the templates, and they are half of all files. */
async function dump(lite: PGlite): Promise<Snapshot> {
  await lite.exec('UPDATE pg_database SET datistemplate = false');
  await lite.exec('DROP DATABASE IF EXISTS template0');
  await lite.exec('DROP DATABASE IF EXISTS template1');
  await lite.exec('VACUUM');
  const tar = new Uint8Array(await (await lite.dumpDataDir('none')).arrayBuffer());
  await lite.close();
  return tar;
}
