import { migrate, MIGRATIONS } from '../db/migrate.ts';
import { sqlOf, type Session } from '../db/open-session.ts';
import type { FileStore } from '../media/file-store.ts';
import { PLAINLY, quoted, tablesOf } from './catalogue.ts';
import { BackupError, type Counts, type Pieces, type Progress, type Row, type Sequence, type Sum, type Table } from './contents.ts';
import { readRows } from './read-rows.ts';
import { isSame, summing, telling } from './summing.ts';
import { prepareTables, refuseForeign, refuseFull } from './target.ts';
import { withoutGuards } from './without-guards.ts';

export type Target = { session: Session; files?: FileStore | undefined; tell: Progress; dir?: string };

/**
 * Puts everything into an empty database, as one transaction: killed at any moment, it leaves an empty database.
 * The tables are made as they were, filled, compared, and only then brought to this build.
 */
export async function loadDatabase(pieces: Pieces, target: Target): Promise<Counts> {
  try {
    return await load(pieces, target);
  } finally {
    await pieces.return(); // whatever it reads from is let go
  }
}

async function load(pieces: Pieces, { session, files, tell, dir = MIGRATIONS }: Target): Promise<Counts> {
  const first = await pieces.next();
  if (first.done === true || !('head' in first.value)) throw new BackupError('There is nothing to put there. Nothing was changed.');
  const { head } = first.value;
  await refuseForeign(head, dir);
  await refuseFull(session, head);
  await prepareTables(session, head, dir);

  await session.exec(`BEGIN; ${PLAINLY}`);
  try {
    // Whoever starts Griot on it meanwhile waits until it is full.
    await session.exec(`LOCK TABLE ${head.tables.map(({ name }) => quoted(name)).join(', ')} IN EXCLUSIVE MODE`);
    await refuseFull(session, head);
    const counts = await withoutGuards(session, () => fill(pieces, { session, files, tell }));
    await session.exec('COMMIT');
    await migrate(sqlOf(session), dir);
    await session.exec('ANALYZE');
    return counts;
  } catch (error) {
    await session.exec('ROLLBACK').catch(() => undefined); // lost with its connection: the server rolls it back
    throw error;
  }
}

async function fill(pieces: Pieces, { session, files, tell }: Target): Promise<Counts> {
  const counts: Counts = { tables: 0, rows: 0, files: 0, bytes: 0 };
  const sums: Sum[] = [];
  let sequences: Sequence[] = [];
  let told: ReturnType<typeof telling> | undefined;
  for await (const piece of pieces) {
    if ('rows' in piece) {
      await insert(session, piece.of, piece.rows);
      told ??= telling(piece.of.name, tell);
      told.more(piece.rows.length);
    }
    if ('sum' in piece) {
      sums.push(piece.sum);
      told?.end();
      told = undefined;
    }
    if ('sequences' in piece) sequences = piece.sequences;
    if ('file' in piece) {
      // Bytes that no row names harm nobody: they are swept.
      if ((await files?.put(piece.bytes)) !== piece.file) throw new BackupError(`The file ${piece.file} was not taken. No row was written.`);
      counts.files += 1;
      counts.bytes += piece.bytes.length;
    }
  }
  await compare(session, sums);
  for (const { name, last, called } of sequences) await session.query('SELECT setval($1::regclass, $2::bigint, $3)::text', [quoted(name), last, called]);
  return { ...counts, tables: sums.length, rows: sums.reduce((total, { rows }) => total + rows, 0) };
}

/** Each column travels as one list of texts, and becomes what it was there. */
async function insert(session: Session, { name, columns }: Table, rows: Row[]): Promise<void> {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const values = columns.map(({ type }, n) => `c${n}::${type}`).join(', ');
  const lists = columns.map((_, n) => `$${n + 1}::text[]`).join(', ');
  await session.query(
    `INSERT INTO ${quoted(name)} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM unnest(${lists}) AS given (${columns.map((_, n) => `c${n}`).join(', ')})`,
    columns.map((_, n) => rows.map((row) => row[n] ?? null)),
  );
}

/** What stands there now is read again: nothing is believed. */
async function compare(session: Session, sums: Sum[]): Promise<void> {
  for (const table of await tablesOf(session)) {
    const { add, sum } = summing(table.name);
    for await (const rows of readRows(session, table)) add(rows);
    const expected = sums.find((each) => each.table === table.name);
    if (expected === undefined || !isSame(expected, sum())) throw new BackupError(`The rows of ${table.name} came out differently (${sum().rows} of ${expected?.rows ?? 0}). Nothing was kept.`);
  }
}
