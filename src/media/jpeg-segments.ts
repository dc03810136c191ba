import { onlyOrientation } from './orientation.ts';

export type Segment = { marker: number; bytes: Buffer; payload: Buffer };

const MARK = 0xff;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const EXIF = 'Exif\0\0';
const PROFILE = 'ICC_PROFILE\0';

export function cleanJpeg(bytes: Buffer): Buffer {
  return Buffer.concat([...segmentsOf(bytes)].flatMap((segment) => {
    if (isExif(segment)) return turned(segment) ?? [];
    return isPicture(segment) ? segment.bytes : [];
  }));
}

const isExif = ({ marker, payload }: Segment): boolean => marker === APP1 && payload.toString('latin1', 0, EXIF.length) === EXIF;

/** Of what applications add, JFIF (APP0), the colour profile (APP2) and Adobe's colours (APP14) change what is seen. */
function isPicture({ marker, payload }: Segment): boolean {
  if (marker === APP2) return payload.toString('latin1', 0, PROFILE.length) === PROFILE;
  return marker !== COMMENT && (marker <= APP0 || marker === APP14 || marker > APP15);
}

function turned({ payload }: Segment): Buffer | undefined {
  const tiff = onlyOrientation(payload.subarray(EXIF.length));
  if (tiff === undefined) return undefined;
  const head = Buffer.from([MARK, APP1, 0, 0]);
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2);
  return Buffer.concat([head, Buffer.from(EXIF, 'latin1'), tiff]);
}

/** What a JPEG is made of, to its end: what follows that (previews, films, other pictures) is none of it. */
export function* segmentsOf(bytes: Buffer): Generator<Segment> {
  let at = nextMarker(bytes, 0);
  while (at < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    const head = isBare(marker) ? 2 : 2 + Math.max(2, at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 2);
    const end = marker === SOS ? endOfScan(bytes, at + head) : Math.min(at + head, bytes.length);
    yield { marker, bytes: bytes.subarray(at, end), payload: bytes.subarray(at + 4, end) };
    if (marker === EOI) return;
    at = nextMarker(bytes, end);
  }
}

/** Those without a length: the ends, restarts, and one that nobody uses. */
const isBare = (marker: number): boolean => marker === 0x01 || isRestart(marker) || marker === SOI || marker === EOI;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Decoders skip what stands between segments, and so do we. */
const nextMarker = (bytes: Buffer, from: number): number => findMark(bytes, from, (marker) => marker !== 0 && marker !== MARK);

/** In the picture itself a mark is doubled by a zero, or is a restart. */
const endOfScan = (bytes: Buffer, from: number): number => findMark(bytes, from, (marker) => marker !== 0 && marker !== MARK && !isRestart(marker));

function findMark(bytes: Buffer, from: number, isIt: (marker: number) => boolean): number {
  for (let at = bytes.indexOf(MARK, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(MARK, at + 1)) {
    if (isIt(bytes[at + 1] ?? 0)) return at;
  }
  return bytes.length;
}
