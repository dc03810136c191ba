import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupError, headLine, markLine, rowLine, type Counts, type Head, type Piece, type Pieces, type Row, type Table } from './contents.ts';
import { isSame, summing } from './summing.ts';

const NEWLINE = 0x0a;
const PAGE = 500;
/** Longer than any row or piece of a file: what has no end of line is no backup. */
const LINE_BYTES_MAX = 256 * 1024 * 1024;

/** A backup's pieces. Whoever has read it to its end knows that nothing of it was lost or altered. */
export async function* readBackup(file: string): Pieces {
  const torn = (): BackupError => new BackupError(`${file} is torn, altered or no backup of Griot. Nothing was changed: take another one.`);
  try {
    yield* piecesOf(linesOf(file), torn);
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const code = codeOf(error);
    if (UNREADABLE.includes(code)) throw new BackupError(`${file} cannot be read (${code}).`);
    if (error instanceof SyntaxError || code.startsWith('Z_')) throw torn();
    throw error;
  }
}

const UNREADABLE = ['ENOENT', 'EACCES', 'EISDIR'];
const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

/** Reads all of it and keeps nothing: what it holds, once it is known to be whole. */
export async function verifyBackup(file: string): Promise<{ head: Head; counts: Counts }> {
  const counts: Counts = { tables: 0, rows: 0, files: 0, bytes: 0 };
  let head: Head | undefined;
  for await (const piece of readBackup(file)) {
    if ('head' in piece) head = piece.head;
    if ('sum' in piece) {
      counts.tables += 1;
      counts.rows += piece.sum.rows;
    }
    if ('file' in piece) {
      counts.files += 1;
      counts.bytes += piece.bytes.length;
    }
  }
  if (head === undefined) throw new BackupError(`${file} is empty.`);
  return { head, counts };
}

async function* linesOf(file: string): AsyncGenerator<Buffer, void, undefined> {
  const source = createReadStream(file);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error)).pipe(plain);
  let unread: Buffer[] = [];
  let held = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        unread.push(chunk.subarray(from, at + 1));
        yield Buffer.concat(unread);
        unread = [];
        held = 0;
        from = at + 1;
      }
      unread.push(chunk.subarray(from));
      held += chunk.length - from;
      if (held > LINE_BYTES_MAX) throw new SyntaxError('a line without end');
    }
  } finally {
    source.destroy();
    plain.destroy();
  }
  if (held > 0) throw new SyntaxError('a last line without end');
}

type Torn = () => BackupError;

async function* piecesOf(lines: AsyncGenerator<Buffer, void, undefined>, torn: Torn): Pieces {
  const first = await lines.next();
  if (first.done === true) throw torn();
  const head = headLine.safeParse(JSON.parse(first.value.toString())).data;
  if (head === undefined) throw torn();
  yield { head };

  const hash = createHash('sha256').update(first.value);
  const reading = readMarks(head, torn);
  for await (const raw of lines) {
    const value: unknown = JSON.parse(raw.toString());
    yield* reading.take(value, hash);
    hash.update(raw);
  }
  if (!reading.ended()) throw torn();
}

/** Follows the lines: what may come next, and whether it comes to what is said of it. */
function readMarks(head: Head, torn: Torn) {
  const tables = new Map(head.tables.map((table) => [table.name, table]));
  const counted = { rows: 0, files: 0, bytes: 0 };
  let table: { is: Table; page: Row[]; summing: ReturnType<typeof summing> } | undefined;
  let file: { name: string; bytes: number; parts: Buffer[]; got: number } | undefined;
  let over = false;

  function* take(value: unknown, hash: ReturnType<typeof createHash>): Generator<Piece, void, undefined> {
    if (over) throw torn();
    if (Array.isArray(value)) return yield* takeRow(value);
    if (typeof value === 'string') return yield* takePart(Buffer.from(value, 'base64'));
    const mark = markLine.safeParse(value).data;
    if (mark === undefined || file !== undefined) throw torn();
    if ('table' in mark) table = begin(mark.table);
    else if ('sum' in mark) {
      yield* page();
      const { sum } = table?.summing ?? summing(mark.sum.table);
      if (!isSame(sum(), mark.sum) || !tables.delete(mark.sum.table)) throw torn();
      counted.rows += mark.sum.rows;
      table = undefined;
      yield mark;
    } else if ('sequences' in mark) yield mark;
    else if ('file' in mark) {
      file = { name: mark.file, bytes: mark.bytes, parts: [], got: 0 };
      yield* takePart(Buffer.alloc(0));
    } else {
      over = true;
      const { end } = mark;
      if (end.hash !== hash.copy().digest('hex') || tables.size > 0 || end.rows !== counted.rows || end.files !== counted.files || end.bytes !== counted.bytes) throw torn();
    }
  }

  function begin(name: string): NonNullable<typeof table> {
    const is = tables.get(name);
    if (is === undefined || table !== undefined) throw torn();
    return { is, page: [], summing: summing(name) };
  }

  function* takeRow(value: unknown): Generator<Piece, void, undefined> {
    const row = rowLine.safeParse(value).data;
    if (row === undefined || table === undefined || row.length !== table.is.columns.length) throw torn();
    table.summing.add([row]);
    table.page.push(row);
    if (table.page.length === PAGE) yield* page();
  }

  function* page(): Generator<Piece, void, undefined> {
    if (table === undefined || table.page.length === 0) return;
    const rows = table.page;
    table.page = [];
    yield { rows, of: table.is };
  }

  function* takePart(part: Buffer): Generator<Piece, void, undefined> {
    if (file === undefined) throw torn();
    file.parts.push(part);
    file.got += part.length;
    if (file.got > file.bytes) throw torn();
    if (file.got < file.bytes) return;
    const bytes = Buffer.concat(file.parts);
    if (createHash('sha256').update(bytes).digest('hex') !== file.name) throw torn();
    counted.files += 1;
    counted.bytes += bytes.length;
    const { name } = file;
    file = undefined;
    yield { file: name, bytes };
  }

  return { take, ended: () => over };
}
