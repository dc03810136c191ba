import { createHash } from 'node:crypto';
import { appliedMigrations } from '../db/migrate.ts';
import { sqlOf, type Session } from '../db/open-session.ts';
import type { FileStore } from '../media/file-store.ts';
import { PLAINLY, sequencesOf, tablesOf } from './catalogue.ts';
import { BackupError, type Pieces, type Progress } from './contents.ts';
import { readRows } from './read-rows.ts';
import { summing, telling } from './summing.ts';

export type Source = { session: Session; files?: FileStore | undefined; now: Date; tell: Progress };

const WHOLE = /^[0-9a-f]{64}$/;
const FILES_TOLD = 500;

/** All of a database at one moment, then the files: what is removed meanwhile was removed on purpose. */
export async function* readDatabase({ session, files, now, tell }: Source): Pieces {
  await session.exec(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${PLAINLY}`);
  try {
    const migrations = await appliedMigrations(sqlOf(session));
    if (migrations.length === 0) throw new BackupError('There is no Griot in this database: no migration was applied to it.');
    const tables = await tablesOf(session);
    yield { head: { madeAt: now.toISOString(), migrations, tables } };
    for (const table of tables) {
      const { add, sum } = summing(table.name);
      const told = telling(table.name, tell);
      for await (const rows of readRows(session, table)) {
        add(rows);
        told.more(rows.length);
        yield { rows, of: table };
      }
      told.end();
      yield { sum: sum() };
    }
    yield { sequences: await sequencesOf(session) };
  } finally {
    await session.exec('ROLLBACK').catch(() => undefined); // lost with its connection: what failed is told already
  }
  if (files !== undefined) yield* readFiles(files, tell);
}

async function* readFiles(files: FileStore, tell: Progress): Pieces {
  let read = 0;
  for (const file of (await files.names()).filter((name) => WHOLE.test(name)).sort()) {
    const bytes = await files.get(file);
    if (bytes === undefined) continue; // swept since
    if (createHash('sha256').update(bytes).digest('hex') !== file) {
      tell(`The file ${file} is damaged and is left out: its bytes are not those that were put there.`);
      continue;
    }
    yield { file, bytes };
    read += 1;
    if (read % FILES_TOLD === 0) tell(`${read} files`);
  }
}
