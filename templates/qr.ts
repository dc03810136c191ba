import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Without a white border this wide, cameras do not find the code. */
const BORDER = 4;
const POINTS = 8;
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The paper is what shines. */
const HALVES: Record<string, string> = { '00': '█', '01': '▀', '10': '▄', '11': ' ' };

/** Rows of squares, true where ink goes. A text longer than a code can hold throws. */
export const qrSquares = (text: string): boolean[][] => encode(text, { ecc: 'M', border: BORDER }).data;

/** For a terminal with light letters on a dark ground: two squares to a letter. */
export function qrText(text: string): string {
  const rows = qrSquares(text);
  const pairs = rows.filter((_, i) => i % 2 === 0).map((upper, i) => upper.map((ink, x) => HALVES[`${Number(ink)}${Number(rows[2 * i + 1]?.[x] ?? false)}`] ?? '').join(''));
  return pairs.join('\n');
}

/** A picture of one bit a point, so that a square’s eight points are one byte of a row: some 500 bytes in all. */
export async function qrPng(text: string): Promise<Buffer> {
  const rows = qrSquares(text);
  const side = rows.length * POINTS;
  const header = Buffer.concat([uint32(side), uint32(side), Buffer.from([1, 0, 0, 0, 0])]);
  const lines = rows.flatMap((row) => Array<Buffer>(POINTS).fill(Buffer.from([0, ...row.map((ink) => (ink ? 0x00 : 0xff))])));
  return Buffer.concat([PNG, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
