import type { MediaKind } from '../channels/channel.ts';
import { ACCEPTED, STILL_STICKER_BYTES_MAX } from './accepted.ts';
import type { Scan } from './scan.ts';
import { sniff } from './sniff.ts';
import { isAnimatedWebp } from './webp-chunks.ts';
import { withoutExif } from './without-exif.ts';

export type Taken = { bytes: Buffer; mime: string } | { refused: 'tooLarge'; bytesMax: number } | { refused: 'wrongType' | 'infected' };

/** What arrived as it may be kept: of a size and type that is taken, clean, and without what tells where a photo was made. */
export async function takeIn(kind: MediaKind, bytes: Buffer, scan: Scan): Promise<Taken> {
  const { types, bytesMax: most } = ACCEPTED[kind];
  const bytesMax = kind === 'sticker' && !isAnimatedWebp(bytes) ? STILL_STICKER_BYTES_MAX : most;
  if (bytes.length > bytesMax) return { refused: 'tooLarge', bytesMax };
  const mime = sniff(bytes);
  if (mime === undefined || !types.includes(mime)) return { refused: 'wrongType' };
  if ((await scan(bytes)) === 'infected') return { refused: 'infected' };
  return { bytes: withoutExif(bytes, mime), mime };
}
