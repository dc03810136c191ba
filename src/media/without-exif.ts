import { cleanJpeg } from './jpeg-segments.ts';
import { cleanPng } from './png-chunks.ts';
import { cleanWebp } from './webp-chunks.ts';

const CLEANERS: Record<string, (bytes: Buffer) => Buffer> = { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp };

/**
 * A picture without what its maker wrote around it: place, time, telephone, text, previews. No pixel changes; only what
 * colours and turns the picture stays. A broken file loses what no decoder would read.
 */
export const withoutExif = (bytes: Buffer, mime: string): Buffer => CLEANERS[mime]?.(bytes) ?? bytes;
