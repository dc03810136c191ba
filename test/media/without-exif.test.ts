import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { segmentsOf } from '../../src/media/jpeg-segments.ts';
import { orientationOf } from '../../src/media/orientation.ts';
import { chunksOf } from '../../src/media/png-chunks.ts';
import { sniff } from '../../src/media/sniff.ts';
import { chunksOf as webpChunksOf } from '../../src/media/webp-chunks.ts';
import { withoutExif } from '../../src/media/without-exif.ts';
import { bytes, exifSegment, jpegSegment, photoWith, PHOTO, png, pngChunk, STICKER, tiff, webp, webpChunk } from './samples.ts';

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];
const APP1 = 0xe1;
const PROFILE = jpegSegment(0xe2, bytes('ICC_PROFILE\0\x01\x01', Buffer.alloc(40, 7)));
const ADOBE = jpegSegment(0xee, bytes('Adobe\0d\0\0\0\0\x01'));
const PREVIEW = bytes([0xff, 0xd8], exifSegment(1), [0xff, 0xd9]);
const XMP = jpegSegment(APP1, bytes('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GPS="6.3654"/>'));

const clean = (photo: Buffer) => withoutExif(photo, 'image/jpeg');
const pictureOf = (photo: Buffer) => Buffer.concat([...segmentsOf(photo)].filter(({ marker }) => marker !== APP1).map((segment) => segment.bytes));
const exifOf = (photo: Buffer) => [...segmentsOf(photo)].filter(({ marker }) => marker === APP1).map(({ payload }) => payload);

describe('a JPEG', () => {
  test('without EXIF stays as it is, byte for byte', () => expect(clean(PHOTO).equals(PHOTO)).toBe(true));

  test.each([...ORIENTATIONS.map((orientation) => [orientation, true] as const), [6, false] as const])('held as %i (little-endian: %s) loses place and maker, and stays the same way up', (orientation, little) => {
    const photo = photoWith(exifSegment(orientation, little));
    const cleaned = clean(photo);
    expect(cleaned.includes('GPS')).toBe(false);
    expect(cleaned.includes('Tel')).toBe(false);
    expect(exifOf(cleaned).map((payload) => orientationOf(payload.subarray(6)))).toEqual(orientation === 1 ? [] : [orientation]);
    expect(pictureOf(cleaned).equals(pictureOf(photo))).toBe(true);
    expect(sniff(cleaned)).toBe('image/jpeg');
  });

  test('keeps what colours it, and loses all else that was written around it', () => {
    const others = [XMP, jpegSegment(0xe2, bytes('MPF\0GPS')), jpegSegment(0xed, bytes('Photoshop 3.0\0GPS')), jpegSegment(0xe4, bytes('GPS')), jpegSegment(0xfe, bytes('GPS in a comment'))];
    expect(clean(photoWith(PROFILE, ...others, ADOBE)).equals(photoWith(PROFILE, ADOBE))).toBe(true);
  });

  test('ends where the picture ends: previews and films behind it go', () => {
    expect(clean(bytes(PHOTO, PREVIEW, 'GPS')).equals(PHOTO)).toBe(true);
  });

  test('made of several scans keeps them all, with what stands between', () => {
    const scans = bytes([0xff, 0xda, 0, 2, 1, 2, 0xff, 0, 3, 0xff, 0xd3, 4], jpegSegment(0xc4, Buffer.from([9])), [0xff, 0xda, 0, 2, 5, 0xff, 0, 6, 0xff, 0xd9]);
    const photo = bytes([0xff, 0xd8], exifSegment(1), scans);
    expect(clean(photo).equals(bytes([0xff, 0xd8], scans))).toBe(true);
  });

  test('that breaks off within its EXIF gives none of it away', () => {
    const photo = bytes([0xff, 0xd8], exifSegment(6));
    for (let cut = 2; cut < photo.length; cut++) expect(clean(photo.subarray(0, cut)).includes('GPS')).toBe(false);
  });

  test('from anybody: never throws, grows no more than a turn, and is clean after the first time', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 30 }).map((some) => Buffer.from(some)),
      fc.tuple(fc.integer({ min: 0xc0, max: 0xff }), fc.uint8Array({ maxLength: 20 })).map(([marker, payload]) => jpegSegment(marker, Buffer.from(payload))),
      fc.constantFrom(...ORIENTATIONS).map((orientation) => exifSegment(orientation)),
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, whole) => {
      const photo = bytes(...(whole ? [PHOTO.subarray(0, 2)] : []), ...pieces, ...(whole ? [PHOTO.subarray(2)] : []));
      const cleaned = clean(photo);
      expect(cleaned.length).toBeLessThanOrEqual(photo.length);
      expect(clean(cleaned).equals(cleaned)).toBe(true);
    }));
  });
});

describe('a PNG', () => {
  const COLOURS = [pngChunk('gAMA', Buffer.alloc(4)), pngChunk('tRNS', Buffer.alloc(2))];

  test('keeps its points and colours, and loses its texts', () => {
    const texts = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'meTa'].map((type) => pngChunk(type, bytes('Raw profile\0GPS')));
    expect(withoutExif(bytes(png(...texts, ...COLOURS), 'GPS'), 'image/png').equals(png(...COLOURS))).toBe(true);
  });

  test.each(ORIENTATIONS)('held as %i stays the same way up, without its place', (orientation) => {
    const cleaned = withoutExif(png(pngChunk('eXIf', tiff({ orientation })), ...COLOURS), 'image/png');
    const exif = [...chunksOf(cleaned)].filter(({ type }) => type === 'eXIf');
    expect(exif.map(({ data }) => orientationOf(data))).toEqual(orientation === 1 ? [] : [orientation]);
    expect(exif.every((chunk) => chunk.bytes.equals(pngChunk('eXIf', chunk.data)))).toBe(true);
    expect(cleaned.includes('GPS')).toBe(false);
  });
});

describe('a WebP', () => {
  const POINTS = webpChunk('VP8L', Buffer.from([0x2f, 1, 2]));

  test('of a sticker without EXIF stays as it is, byte for byte', () => expect(withoutExif(STICKER, 'image/webp').equals(STICKER)).toBe(true));

  test.each(ORIENTATIONS)('held as %i stays the same way up, without its place, and says what it contains', (orientation) => {
    const photo = bytes(webp(0x1c, POINTS, webpChunk('EXIF', tiff({ orientation })), webpChunk('XMP ', bytes('GPS'))), 'GPS');
    const cleaned = withoutExif(photo, 'image/webp');
    const [extended, points, ...exif] = [...webpChunksOf(cleaned)];
    expect([extended?.data[0], points?.bytes]).toEqual([orientation === 1 ? 0x10 : 0x18, POINTS]);
    expect(exif.map(({ type, data }) => [type, orientationOf(data)])).toEqual(orientation === 1 ? [] : [['EXIF', orientation]]);
    expect(cleaned.readUInt32LE(4)).toBe(cleaned.length - 8);
    expect(cleaned.includes('GPS')).toBe(false);
  });
});

test.each(['image/png', 'image/webp', 'image/jpeg'])('no bytes make it throw: %s', (mime) => {
  const beginnings = fc.constantFrom(png(pngChunk('eXIf', tiff({ orientation: 6 }))), webp(0xff, webpChunk('EXIF', tiff({ orientation: 3 }))), photoWith(exifSegment(8)).subarray(0, 500), Buffer.alloc(0));
  fc.assert(fc.property(beginnings, fc.nat(500), fc.uint8Array({ maxLength: 100 }), (beginning, cut, rest) => {
    const cleaned = withoutExif(bytes(beginning.subarray(0, cut), Buffer.from(rest)), mime);
    expect(withoutExif(cleaned, mime).equals(cleaned)).toBe(true);
  }));
});

test('a way up that is none is upright', () => {
  for (const orientation of [0, 9, 65_535]) expect(orientationOf(tiff({ orientation }))).toBe(1);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (some) => orientationOf(bytes('II*\0', Buffer.from(some))) <= 8));
});

test('what is no picture is not touched', () => {
  const file = Buffer.from('GPS');
  expect(withoutExif(file, 'text/plain')).toBe(file);
});
