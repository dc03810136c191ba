import { onlyOrientation } from './orientation.ts';

export type Chunk = { type: string; bytes: Buffer; data: Buffer };

const RIFF_BYTES = 12;
const HEAD_BYTES = 8;
const PICTURE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Flags of VP8X, in its first byte: what the file contains. */
const FLAGS_AT = RIFF_BYTES + HEAD_BYTES;
const HAS_XMP = 0x04;
const HAS_EXIF = 0x08;
const IS_ANIMATED = 0x02;

export const isAnimatedWebp = (bytes: Buffer): boolean => isExtended(bytes) && ((bytes[FLAGS_AT] ?? 0) & IS_ANIMATED) !== 0;
const isExtended = (bytes: Buffer): boolean => bytes.toString('latin1', RIFF_BYTES, RIFF_BYTES + 4) === 'VP8X';

export function cleanWebp(bytes: Buffer): Buffer {
  const chunks = [...chunksOf(bytes)];
  const exif = chunks.find(({ type }) => type === 'EXIF');
  const tiff = exif && onlyOrientation(withoutName(exif.data));
  const head = Buffer.from(bytes.subarray(0, RIFF_BYTES));
  const made = Buffer.concat([head, ...chunks.filter(({ type }) => PICTURE.has(type)).map((chunk) => chunk.bytes), ...(tiff === undefined ? [] : [exifChunk(tiff)])]);
  if (made.length >= RIFF_BYTES) made.writeUInt32LE(made.length - HEAD_BYTES, 4);
  const flags = made[FLAGS_AT];
  if (flags !== undefined && isExtended(made)) made[FLAGS_AT] = (flags & ~HAS_XMP & ~HAS_EXIF) | (tiff === undefined ? 0 : HAS_EXIF);
  return made;
}

/** What a WebP file is made of, to the end it announces. Data of an odd length is followed by a byte that says nothing. */
export function* chunksOf(bytes: Buffer): Generator<Chunk> {
  const end = bytes.length < RIFF_BYTES ? 0 : Math.min(bytes.length, HEAD_BYTES + bytes.readUInt32LE(4));
  let at = RIFF_BYTES;
  while (at + HEAD_BYTES <= end) {
    const size = bytes.readUInt32LE(at + 4);
    const next = at + HEAD_BYTES + size + (size % 2);
    yield { type: bytes.toString('latin1', at, at + 4), bytes: bytes.subarray(at, Math.min(next, end)), data: bytes.subarray(at + HEAD_BYTES, Math.min(at + HEAD_BYTES + size, end)) };
    at = next;
  }
}

/** Some writers begin as in a JPEG. */
const withoutName = (data: Buffer): Buffer => (data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data);

function exifChunk(tiff: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(tiff.length);
  return Buffer.concat([Buffer.from('EXIF'), size, tiff]);
}
