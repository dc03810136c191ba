import type { Session } from '../db/open-session.ts';
import type { Sequence, Table } from './contents.ts';

/** Texts that mean the same everywhere, every row or an error, and no limit of time that somebody set for turns. */
export const PLAINLY = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1; SET LOCAL row_security = off; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables as the database has them, with the columns that are stored; the book of migrations is told apart. */
export async function tablesOf(session: Session): Promise<Table[]> {
  const rows = await session.query<{ table: string; column: string; type: string }>(`
    SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    ORDER BY c.relname COLLATE "C", a.attname COLLATE "C"`);
  const tables = new Map<string, Table>();
  for (const { table: name, column, type } of rows) {
    const table = tables.get(name) ?? { name, columns: [] };
    table.columns.push({ name: column, type });
    tables.set(name, table);
  }
  return [...tables.values()];
}

/** How far each sequence has counted: read after the rows, so that none of them is ahead. */
export async function sequencesOf(session: Session): Promise<Sequence[]> {
  const names = await session.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`);
  const sequences: Sequence[] = [];
  for (const { name } of names) {
    const [state] = await session.query<{ last: string; called: boolean }>(`SELECT last_value::text AS last, is_called AS called FROM ${quoted(name)}`);
    if (state !== undefined) sequences.push({ name, ...state });
  }
  return sequences;
}
