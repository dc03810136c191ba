import { randomUUID } from 'node:crypto';
import type { Row, Session } from './ground.ts';

export type Column = { name: string; type: string; needed: boolean; label: string | null };

/** Columns as the database knows them: a row of any table can be made from them. */
export async function columnsOf(session: Session, table: string): Promise<Column[]> {
  const { rows } = await session.query(
    `SELECT c.column_name AS name, c.data_type AS type, c.is_nullable = 'NO' AND c.column_default IS NULL AS needed,
       (SELECT e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = c.udt_name ORDER BY e.enumsortorder LIMIT 1) AS label
     FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = $1 ORDER BY c.ordinal_position`,
    [table],
  );
  return rows as Column[];
}

const VALUES: Record<string, () => unknown> = {
  uuid: randomUUID,
  text: randomUUID,
  integer: () => Math.floor(Math.random() * 2 ** 30),
  numeric: () => 1,
  'double precision': () => 1,
  bigint: () => Math.floor(Math.random() * 2 ** 40),
  boolean: () => true,
  jsonb: () => '{}',
  ARRAY: () => [],
  date: () => new Date(Math.random() * 4e12).toISOString().slice(0, 10),
  'timestamp with time zone': () => '2026-11-20T09:00:00Z',
};

/** The least a table asks for: what may be null or has a default stays out. */
export function newRow(columns: Column[], given: Row): Row {
  const needed = columns.filter(({ needed, name }) => needed && !(name in given));
  return { ...Object.fromEntries(needed.map((column) => [column.name, valueOf(column)])), ...given };
}

function valueOf({ name, type, label }: Column): unknown {
  const value = label === null ? VALUES[type]?.() : label;
  if (value === undefined) throw new Error(`no value is known for ${name}, which is ${type}`);
  return value;
}

export function insert(table: string, row: Row): [string, unknown[]] {
  const names = Object.keys(row);
  return [`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row)];
}

export async function keyOf(session: Session, table: string): Promise<string[]> {
  const { rows } = await session.query(
    `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) WHERE i.indrelid = $1::regclass AND i.indisprimary`,
    [`"${table}"`],
  );
  return rows.map(({ name }) => String(name));
}

/** Made-up rows point nowhere and add up to nothing: foreign keys, checks, rules for one row at a time and the triggers that compare rows go. */
export async function dropConstraints(session: Session): Promise<void> {
  const { rows } = await session.query(`SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint WHERE contype IN ('f', 'c') AND conrelid <> 0 AND connamespace = 'public'::regnamespace`);
  for (const { table, name } of rows) await session.query(`ALTER TABLE ${String(table)} DROP CONSTRAINT "${String(name)}"`);
  const compared = await session.query(`SELECT tgrelid::regclass::text AS "table", tgname AS name FROM pg_trigger WHERE tgconstraint <> 0 AND NOT tgisinternal`);
  for (const { table, name } of compared.rows) await session.query(`DROP TRIGGER "${String(name)}" ON ${String(table)}`);
  const single = await session.query(`SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indisunique AND indpred IS NOT NULL AND NOT indisprimary`);
  for (const { name } of single.rows) await session.query(`DROP INDEX ${String(name)}`);
}
