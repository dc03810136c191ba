import { isOfficeFile, isOfficeZip } from './office-file.ts';

type Look = (bytes: Buffer) => boolean;

const at = (offset: number, ...magic: string[]): Look => (bytes) => magic.some((each) => bytes.toString('latin1', offset, offset + each.length) === each);
/** Each byte under its mask, for formats that begin in the middle of a byte. */
const bits = (...pairs: [mask: number, value: number][]): Look => (bytes) => pairs.every(([mask, value], i) => ((bytes[i] ?? 0) & mask) === value);

/** What the first bytes say, whatever the name, the extension or the sender claim. Looked at in this order. */
const TYPES: readonly [mime: string, is: Look][] = [
  ['image/jpeg', at(0, '\xff\xd8\xff')],
  ['image/png', at(0, '\x89PNG\r\n\x1a\n')],
  ['image/webp', (bytes) => at(0, 'RIFF')(bytes) && at(8, 'WEBP')(bytes)],
  ['application/pdf', at(0, '%PDF-')],
  ['audio/ogg', (bytes) => at(0, 'OggS')(bytes) && !hasFilm(bytes)],
  ['audio/amr', at(0, '#!AMR')],
  ['audio/mpeg', (bytes) => at(0, 'ID3')(bytes) || bits([0xff, 0xff], [0xe6, 0xe2])(bytes)],
  ['audio/aac', bits([0xff, 0xff], [0xf6, 0xf0])],
  ['audio/mp4', (bytes) => isMp4(bytes) && (at(8, 'M4A ', 'M4B ')(bytes) || isSoundOnly(bytes))],
  ['video/3gpp', (bytes) => isMp4(bytes) && at(8, '3g')(bytes)],
  ['video/mp4', isMp4],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', isOfficeZip('word/')],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', isOfficeZip('xl/')],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', isOfficeZip('ppt/')],
  ['application/msword', isOfficeFile('WordDocument')],
  ['application/vnd.ms-excel', isOfficeFile('Workbook')],
  ['application/vnd.ms-powerpoint', isOfficeFile('PowerPoint Document')],
  ['text/plain', isText],
];

/** The type of a file by what it is; undefined for any that we do not take. */
export const sniff = (bytes: Buffer): string | undefined => TYPES.find(([, is]) => is(bytes))?.[0];

/** An Ogg file says in its first page what it carries. */
const hasFilm: Look = (bytes) => /theora|BBCD|fishead/.test(bytes.toString('latin1', 0, 100));

/** Photos of telephones (HEIC, AVIF) and QuickTime films come in the same box under other names. */
const BRANDS = /^(M4[ABV] |isom|iso[2-9]|mp4[12]|avc1|mmp4|MSNV|dash|3g[a-z][0-9a-z])/;

function isMp4(bytes: Buffer): boolean {
  return at(4, 'ftyp')(bytes) && BRANDS.test(bytes.toString('latin1', 8, 12));
}

/** Recorders write a voice into the box of a film: what its tracks are tells. */
const isSoundOnly: Look = (bytes) => hasTrack(bytes, 'soun') && !hasTrack(bytes, 'vide');

function hasTrack(bytes: Buffer, wanted: string): boolean {
  for (let i = bytes.indexOf('hdlr'); i >= 0; i = bytes.indexOf('hdlr', i + 4)) {
    if (bytes.toString('latin1', i + 12, i + 16) === wanted) return true;
  }
  return false;
}

const MARKUP = /^[\s\ufeff]*(<(!|\?|html|head|body|svg|script|iframe)|\{\\rtf)/i;
const MARKUP_SEEN_BYTES = 1_024;

/** In any alphabet, with no byte that only programs write. Markup is text that a browser may run: it is not taken. */
function isText(bytes: Buffer): boolean {
  if (bytes.length === 0 || MARKUP.test(bytes.toString('utf8', 0, MARKUP_SEEN_BYTES))) return false;
  return at(0, '\xff\xfe', '\xfe\xff')(bytes) ? bytes.length % 2 === 0 : bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}
