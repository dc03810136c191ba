import { once } from 'node:events';
import { createDeflateRaw, crc32 } from 'node:zlib';

export type Text = string | Iterable<string> | AsyncIterable<string>;
interface Entry {
  name: Buffer;
  sum: number;
  packed: number;
  size: number;
  offset: number;
}

const PIECE = 1 << 16;
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATED = 8;

/** A ZIP file, part after part: of the text of a part no more is held than a piece. */
export function openZip(at: Date) {
  const chunks: Buffer[] = [];
  const entries: Entry[] = [];
  const stamp = dosTime(at);
  let written = 0;

  function push(...more: Buffer[]): void {
    for (const chunk of more) written += chunk.length;
    chunks.push(...more);
  }

  async function add(name: string, text: Text): Promise<void> {
    const { bytes, sum, size } = await deflated(text);
    const packed = bytes.reduce((total, chunk) => total + chunk.length, 0);
    const entry = { name: Buffer.from(name), sum, packed, size, offset: written };
    entries.push(entry);
    push(Buffer.concat([number32(0x04034b50), number16(VERSION), described(entry, stamp), number16(0), entry.name]), ...bytes);
  }

  function finish(): Buffer {
    const start = written;
    for (const entry of entries) push(Buffer.concat([number32(0x02014b50), number16(VERSION), number16(VERSION), described(entry, stamp), Buffer.alloc(12), number32(entry.offset), entry.name]));
    push(Buffer.concat([number32(0x06054b50), number32(0), number16(entries.length), number16(entries.length), number32(written - start), number32(start), number16(0)]));
    return Buffer.concat(chunks);
  }

  return { add, finish };
}

const described = ({ name, sum, packed, size }: Entry, stamp: Buffer): Buffer =>
  Buffer.concat([number16(UTF8), number16(DEFLATED), stamp, number32(sum), number32(packed), number32(size), number16(name.length)]);

async function deflated(text: Text): Promise<{ bytes: Buffer[]; sum: number; size: number }> {
  const bytes: Buffer[] = [];
  const packer = createDeflateRaw().on('data', (chunk: Buffer) => bytes.push(chunk));
  const ended = once(packer, 'end');
  let [sum, size] = [0, 0];
  for await (const piece of pieces(text)) {
    sum = crc32(piece, sum);
    size += piece.length;
    if (!packer.write(piece)) await once(packer, 'drain');
  }
  packer.end();
  await ended;
  return { bytes, sum, size };
}

async function* pieces(text: Text): AsyncGenerator<Buffer> {
  let held = '';
  for await (const part of typeof text === 'string' ? [text] : text) {
    held += part;
    if (held.length < PIECE) continue;
    yield Buffer.from(held);
    held = '';
  }
  yield Buffer.from(held);
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const dosTime = (at: Date): Buffer =>
  Buffer.concat([
    number16((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)),
    number16(((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()),
  ]);
