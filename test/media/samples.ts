import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

const sample = (name: string) => readFileSync(new URL(`../../src/web/simulator/samples/${name}`, import.meta.url));
export const PHOTO = sample('boubou.jpg');
export const VOICE = sample('note-vocale.ogg');
export const PDF = sample('mesures.pdf');
/** Still, with a colour profile. */
export const STICKER = sample('sourire.webp');

export const bytes = (...parts: (string | number[] | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const be16 = (n: number) => [n >> 8, n & 255];
const be32 = (n: number) => [...be16(n >>> 16), ...be16(n & 0xffff)];
const le32 = (n: number) => be32(n).toReversed();

/** EXIF as a telephone writes it: which way up, the maker, and where it was. */
export function tiff({ orientation = 1, little = true } = {}): Buffer {
  const short = (n: number) => (little ? be16(n).toReversed() : be16(n));
  const long = (n: number) => (little ? le32(n) : be32(n));
  const entry = (tag: number, type: number, count: number, value: number[]) => [...short(tag), ...short(type), ...long(count), ...value, ...Array<number>(4 - value.length).fill(0)];
  const gps = [...short(1), ...entry(1, 2, 2, [0x4e, 0]), ...long(0)];
  const ifd = [...short(3), ...entry(0x010f, 2, 4, [...Buffer.from('Tel\0')]), ...entry(0x0112, 3, 1, short(orientation)), ...entry(0x8825, 4, 1, long(8 + 2 + 36 + 4)), ...long(0)];
  return bytes(little ? 'II*\0' : 'MM\0*', long(8), ifd, gps, 'GPS 6.3654 N 2.4403 E');
}

export const jpegSegment = (marker: number, payload: Buffer): Buffer => bytes([0xff, marker], be16(payload.length + 2), payload);
export const exifSegment = (orientation: number, little = true): Buffer => jpegSegment(0xe1, bytes('Exif\0\0', tiff({ orientation, little })));
/** The photo as a telephone would send it: with these segments behind its first one. */
export const photoWith = (...segments: Buffer[]): Buffer => bytes(PHOTO.subarray(0, 2), ...segments, PHOTO.subarray(2));

export function pngChunk(type: string, data: Buffer): Buffer {
  const typed = bytes(type, data);
  return bytes(be32(data.length), typed, be32(crc32(typed)));
}
/** One grey point. */
export const png = (...between: Buffer[]): Buffer =>
  bytes('\x89PNG\r\n\x1a\n', pngChunk('IHDR', bytes(be32(1), be32(1), [8, 0, 0, 0, 0])), ...between, pngChunk('IDAT', Buffer.from('789c636800000082008117e1b8ef', 'hex')), pngChunk('IEND', Buffer.alloc(0)));

export const webpChunk = (type: string, data: Buffer): Buffer => bytes(type, le32(data.length), data, data.length % 2 === 1 ? [0] : []);
export function webp(flags: number, ...chunks: Buffer[]): Buffer {
  const body = bytes('WEBP', webpChunk('VP8X', bytes([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])), ...chunks);
  return bytes('RIFF', le32(body.length), body);
}

const box = (type: string, ...parts: (string | number[] | Buffer)[]): Buffer => {
  const content = bytes(...parts);
  return bytes(be32(content.length + 8), type, content);
};
const track = (handler: string) => box('hdlr', [0, 0, 0, 0, 0, 0, 0, 0], handler, Buffer.alloc(13));
export const mp4 = (brand: string, ...tracks: string[]): Buffer => bytes(box('ftyp', brand, [0, 0, 2, 0], 'isom'), box('moov', ...tracks.map(track)), box('mdat', Buffer.alloc(64)));

/** A zip as far as its names go. */
export function zip(...names: string[]): Buffer {
  const entries = names.map((name) => bytes('PK\x01\x02', Buffer.alloc(24), [name.length, 0], Buffer.alloc(16), name));
  const local = bytes('PK\x03\x04', Buffer.alloc(26));
  const directory = bytes(...entries);
  return bytes(local, directory, 'PK\x05\x06', Buffer.alloc(8), le32(directory.length), le32(local.length), [0, 0]);
}
export const docx = (...more: string[]): Buffer => zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml', ...more);
export const compound = (...streams: string[]): Buffer => bytes(Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...streams.map((name) => Buffer.from(name.padEnd(32, '\0'), 'utf16le')));
export const EXE = bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', Buffer.alloc(200), 'PE\0\0');

/** As many bytes as asked for, of the same type. */
export const padded = (file: Buffer, length: number): Buffer => bytes(file, Buffer.alloc(Math.max(0, length - file.length), file.includes(0) ? 0 : 0x20));
