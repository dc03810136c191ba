import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BackupError, type Counts, type Pieces } from './contents.ts';

const OURS_ALONE = { folder: 0o700, file: 0o600 };
/** A multiple of three: pieces of base64 without padding in between. */
const PIECE_BYTES = 3 * 64 * 1024;

/** Nobody ever sees half a backup: it gets its name once it is whole and on the disk. */
export async function writeBackup(pieces: Pieces, file: string): Promise<Counts> {
  if (await access(file).then(() => true, () => false)) throw new BackupError(`${file} is there already: nothing is written over it.`);
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: OURS_ALONE.folder });
  const part = path.join(folder, `.${path.basename(file)}.part-${randomUUID()}`);
  const counts: Counts = { tables: 0, rows: 0, files: 0, bytes: 0 };
  try {
    await pipeline(Readable.from(withEnd(linesOf(pieces, counts), counts)), createGzip(), createWriteStream(part, { flags: 'wx', mode: OURS_ALONE.file, flush: true }));
    await rename(part, file);
    await flushNames(folder);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return counts;
}

async function* linesOf(pieces: Pieces, counts: Counts): AsyncGenerator<string, void, undefined> {
  let open = '';
  for await (const piece of pieces) {
    if ('head' in piece) yield line({ griot: 'backup', format: 1, ...piece.head });
    else if ('rows' in piece) {
      if (piece.of.name !== open) yield line({ table: (open = piece.of.name) });
      yield piece.rows.map(line).join('');
    } else if ('sum' in piece) {
      counts.tables += 1;
      counts.rows += piece.sum.rows;
      yield line(piece);
    } else if ('sequences' in piece) yield line(piece);
    else {
      counts.files += 1;
      counts.bytes += piece.bytes.length;
      yield line({ file: piece.file, bytes: piece.bytes.length });
      for (let at = 0; at < piece.bytes.length; at += PIECE_BYTES) yield line(piece.bytes.toString('base64', at, Math.min(at + PIECE_BYTES, piece.bytes.length)));
    }
  }
}

/** The last line proves the others. */
async function* withEnd(lines: AsyncGenerator<string, void, undefined>, counts: Counts): AsyncGenerator<string, void, undefined> {
  const hash = createHash('sha256');
  for await (const some of lines) {
    hash.update(some);
    yield some;
  }
  const { rows, files, bytes } = counts;
  yield line({ end: { rows, files, bytes, hash: hash.digest('hex') } });
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** A name too is lost in a power cut until its folder is on the disk. */
async function flushNames(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined); // not every system opens folders
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
