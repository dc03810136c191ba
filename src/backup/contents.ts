import { z } from 'zod';
import type { Cell } from '../db/open-session.ts';

/** A row, each column as PostgreSQL writes it: nothing is lost on the way through JavaScript. */
export type Row = Cell[];

const column = z.object({ name: z.string(), type: z.string() });
const table = z.object({ name: z.string(), columns: z.array(column).min(1) });
const migration = z.object({ name: z.string(), checksum: z.string() });
const sequence = z.object({ name: z.string(), last: z.string(), called: z.boolean() });
const sum = z.object({ table: z.string(), rows: z.number().int(), hash: z.string() });

export type Table = z.output<typeof table>;
export type Sequence = z.output<typeof sequence>;
/** How many rows a table has, and what they come to, in whatever order they are read. */
export type Sum = z.output<typeof sum>;

/** The lines of a backup that are marks. A row is a list, a piece of a file is a text. */
export const headLine = z.strictObject({ griot: z.literal('backup'), format: z.literal(1), madeAt: z.iso.datetime(), migrations: z.array(migration), tables: z.array(table) });
export const markLine = z.union([
  z.strictObject({ table: z.string() }),
  z.strictObject({ sum }),
  z.strictObject({ sequences: z.array(sequence) }),
  z.strictObject({ file: z.string(), bytes: z.number().int() }),
  z.strictObject({ end: z.strictObject({ rows: z.number().int(), files: z.number().int(), bytes: z.number().int(), hash: z.string() }) }),
]);
export const rowLine = z.array(z.string().nullable());

export type Head = Pick<z.output<typeof headLine>, 'madeAt' | 'migrations' | 'tables'>;

/** Everything that Griot knows, piece by piece: a table's sum follows its rows, the files follow the tables. */
export type Piece =
  | { head: Head }
  | { rows: Row[]; of: Table }
  | { sum: Sum }
  | { sequences: Sequence[] }
  | { file: string; bytes: Buffer };

export type Pieces = AsyncGenerator<Piece, void, undefined>;

/** What went into it or came out of it. */
export type Counts = { tables: number; rows: number; files: number; bytes: number };

/** Told while it goes on, for who waits. */
export type Progress = (line: string) => void;

/** What its user can mend, in one sentence. Nothing was changed. */
export class BackupError extends Error {
  override name = 'BackupError';
}
