import { crc32 } from 'node:zlib';
import { onlyOrientation } from './orientation.ts';

export type Chunk = { type: string; bytes: Buffer; data: Buffer };

const SIGNATURE_BYTES = 8;
/** Length and type before the data, a checksum after it. */
const HEAD_BYTES = 8;
const TAIL_BYTES = 4;

/** Beside the four a picture cannot do without, those that change what is seen: transparency, colours, size, movement. */
const PICTURE = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'sBIT', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT']);

export function cleanPng(bytes: Buffer): Buffer {
  const kept = [...chunksOf(bytes)].flatMap(({ type, bytes: chunk, data }) => (type === 'eXIf' ? turned(data) ?? [] : PICTURE.has(type) ? chunk : []));
  return Buffer.concat([bytes.subarray(0, SIGNATURE_BYTES), ...kept]);
}

/** What a PNG is made of, to its end. */
export function* chunksOf(bytes: Buffer): Generator<Chunk> {
  let at = SIGNATURE_BYTES;
  while (at + HEAD_BYTES <= bytes.length) {
    const dataEnd = at + HEAD_BYTES + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + HEAD_BYTES);
    yield { type, bytes: bytes.subarray(at, dataEnd + TAIL_BYTES), data: bytes.subarray(at + HEAD_BYTES, dataEnd) };
    if (type === 'IEND') return;
    at = dataEnd + TAIL_BYTES;
  }
}

function turned(data: Buffer): Buffer | undefined {
  const tiff = onlyOrientation(data);
  if (tiff === undefined) return undefined;
  const typed = Buffer.concat([Buffer.from('eXIf'), tiff]);
  const [length, checksum] = [tiff.length, crc32(typed)].map((number) => {
    const written = Buffer.alloc(4);
    written.writeUInt32BE(number);
    return written;
  });
  return Buffer.concat([length ?? typed, typed, checksum ?? typed]);
}
