import { inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import jsqr from 'jsqr';
import { qrPng, qrSquares, qrText } from '../../templates/qr.ts';

const LINK = 'https://wa.me/2290161000000?text=commander%20AFI';
const PNG_HEAD = 8;
const WHITE = 255;

/** Seen by another's camera: the picture as PNG says it, read by a decoder. */
function seen(png: Buffer): string | undefined {
  const chunks = new Map<string, Buffer>();
  for (let at = PNG_HEAD; at < png.length; at += 12 + png.readUInt32BE(at)) chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const side = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const bytesInRow = 1 + side / 8;
  const lit = (x: number, y: number) => ((rows[y * bytesInRow + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  const points = Array.from({ length: side * side }, (_, i) => lit(i % side, Math.floor(i / side)) * WHITE);
  return jsqr.default(new Uint8ClampedArray(points.flatMap((light) => [light, light, light, WHITE])), side, side)?.data;
}

test('the code of a workshop is read back by a camera', async () => {
  const png = await qrPng(LINK);
  expect(seen(png)).toBe(LINK);
  expect(png.length).toBeLessThan(1_000);
});

test('whatever a code says is read back', async () => {
  await fc.assert(fc.asyncProperty(fc.webUrl({ withQueryParameters: true }), async (url) => expect(seen(await qrPng(url))).toBe(url)), { numRuns: 20 });
});

test('the same text gives the same picture', async () => {
  expect((await qrPng(LINK)).equals(await qrPng(LINK))).toBe(true);
});

test('in a terminal it has the same squares, two to a letter, in a white border', () => {
  const rows = qrSquares(LINK);
  const lines = qrText(LINK).split('\n');
  expect(lines).toHaveLength(Math.ceil(rows.length / 2));
  const ink: Record<string, [boolean, boolean]> = { '█': [false, false], '▀': [false, true], '▄': [true, false], ' ': [true, true] };
  const squares = lines.flatMap((line) => [[...line].map((letter) => ink[letter]?.[0]), [...line].map((letter) => ink[letter]?.[1])]).slice(0, rows.length);
  expect(squares).toEqual(rows);
  expect(rows.slice(0, 4).flat()).not.toContain(true);
});

test('a text that no code can hold is refused aloud', async () => {
  await expect(qrPng('x'.repeat(5_000))).rejects.toThrow();
});
