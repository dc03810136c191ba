import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 8;
const RED_GREEN_BLUE = 2;
/** Each row as how it differs from the one above: charts are mostly upright. */
const UP = 2;

/** A picture of so many points across, three bytes each. */
export function pngOf(pixels: Uint8Array, width: number): Buffer {
  const stride = width * 3;
  const height = pixels.length / stride;
  const rows = Buffer.alloc(height * (stride + 1));
  for (let row = 0; row < height; row++) {
    rows[row * (stride + 1)] = UP;
    for (let at = 0; at < stride; at++) rows[row * (stride + 1) + 1 + at] = (pixels[row * stride + at] ?? 0) - (row === 0 ? 0 : (pixels[(row - 1) * stride + at] ?? 0));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([BITS, RED_GREEN_BLUE], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
