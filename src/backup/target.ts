import { appliedMigrations, migrate, MIGRATIONS, ownMigrations, type Migration } from '../db/migrate.ts';
import { sqlOf, type Session } from '../db/open-session.ts';
import { quoted, tablesOf } from './catalogue.ts';
import { BackupError, type Head } from './contents.ts';

/** Refuses what this build cannot read: a step that it does not know, or that it knows otherwise. */
export async function refuseForeign({ migrations }: Head, dir = MIGRATIONS): Promise<void> {
  const own = await ownMigrations(dir);
  const other = migrations.find(({ name, checksum }, n) => own[n]?.name !== name || own[n].checksum !== checksum);
  if (other !== undefined) throw new BackupError(`This was made by a newer or another Griot (${other.name}): use the version that made it. Nothing was changed.`);
}

/** Refuses a database that holds anything, or that has gone further than what is to be put there. */
export async function refuseFull(session: Session, { migrations }: Head): Promise<void> {
  const applied = await appliedMigrations(sqlOf(session));
  const there = await tablesOf(session);
  if (applied.length === 0 && there.length > 0) throw new BackupError(`The database holds tables of something else (${namesOf(there.map(({ name }) => name))}): give an empty one. Nothing was changed.`);
  const further = applied.find(({ name, checksum }, n) => migrations[n]?.name !== name || migrations[n].checksum !== checksum);
  const full: string[] = [];
  for (const { name } of there) {
    const [row] = await session.query<{ full: boolean }>(`SELECT EXISTS (SELECT 1 FROM ${quoted(name)}) AS full`);
    if (row?.full === true) full.push(name);
  }
  if (full.length > 0) throw new BackupError(`The database is not empty (${namesOf(full)}): give one that Griot was never started on. Nothing was changed.`);
  if (further !== undefined) throw new BackupError(`The database is newer than what is to be put there (${further.name}): give one without tables. Nothing was changed.`);
}

/** The tables as they were when the rows were read; refuses when they came out differently. */
export async function prepareTables(session: Session, { migrations, tables }: Head, dir = MIGRATIONS): Promise<void> {
  const last: Migration | undefined = migrations.at(-1);
  if (last === undefined) throw new BackupError('There is no migration in it: it was not made by Griot. Nothing was changed.');
  await migrate(sqlOf(session), dir, last.name);
  if (JSON.stringify(await tablesOf(session)) !== JSON.stringify(tables)) throw new BackupError('The tables of this build are not those that the rows were read from, though their migrations are: somebody changed them by hand. No row was written.');
}

const SHOWN = 3;
const namesOf = (names: string[]): string => names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ');
