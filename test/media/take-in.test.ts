import { describe, expect, test } from '@jest/globals';
import type { MediaKind } from '../../src/channels/channel.ts';
import { ACCEPTED } from '../../src/media/accepted.ts';
import { fileName } from '../../src/media/file-name.ts';
import { scan, type Scan } from '../../src/media/scan.ts';
import { takeIn } from '../../src/media/take-in.ts';
import { compound, docx, EXE, exifSegment, mp4, padded, PDF, PHOTO, photoWith, png, STICKER, VOICE, webp, zip } from './samples.ts';

const KB = 1024;
const MB = 1024 * KB;

const FILES: Record<string, Buffer> = {
  photo: PHOTO, png: png(), webp: webp(0), gif: Buffer.from('GIF89a\x01\0'), pdf: PDF, note: Buffer.from('Taille 78'), letter: docx(), oldLetter: compound('WordDocument'),
  zip: zip('a.txt'), voice: VOICE, sound: mp4('M4A ', 'soun'), film: mp4('isom', 'vide'), oldFilm: mp4('3gp4', 'vide'), program: EXE, page: Buffer.from('<html>'),
};
const TAKEN: Record<MediaKind, string[]> = {
  image: ['photo', 'png', 'webp'],
  sticker: ['webp'],
  voice: ['voice', 'sound'],
  audio: ['voice', 'sound'],
  video: ['film', 'oldFilm'],
  document: ['pdf', 'note', 'letter', 'oldLetter', 'photo', 'png'],
};
const kinds = Object.keys(TAKEN) as MediaKind[];

describe('what is taken', () => {
  test.each(kinds.flatMap((kind) => Object.keys(FILES).map((name) => [kind, name] as const)))('as %s: %s', async (kind, name) => {
    const taken = await takeIn(kind, FILES[name] ?? Buffer.alloc(0), scan);
    if (TAKEN[kind].includes(name)) expect(taken).toMatchObject({ mime: expect.stringMatching(/^\w+\//) });
    else expect(taken).toEqual({ refused: 'wrongType' });
  });

  test.each<[MediaKind, string, number, Buffer]>([
    ['image', 'a photo', 5 * MB, PHOTO],
    ['sticker', 'one that stands still', 100 * KB, webp(0)],
    ['sticker', 'one that moves', 500 * KB, webp(0x02)],
    ['voice', 'a voice note', 16 * MB, VOICE],
    ['audio', 'a sound', 16 * MB, mp4('M4A ', 'soun')],
    ['video', 'a film', 16 * MB, mp4('isom', 'vide')],
    ['document', 'a sheet', 16 * MB, PDF],
    ['document', 'a photo that keeps its sharpness', 16 * MB, PHOTO],
  ])('as %s, %s up to %i bytes and not one more', async (kind, _, bytesMax, file) => {
    expect(await takeIn(kind, padded(file, bytesMax), scan)).toHaveProperty('mime');
    expect(await takeIn(kind, padded(file, bytesMax + 1), scan)).toEqual({ refused: 'tooLarge', bytesMax });
    expect(bytesMax).toBeLessThanOrEqual(ACCEPTED[kind].bytesMax);
  });

  test('nothing that a scanner finds harmful; one that cannot answer is heard as a failure', async () => {
    const infected: Scan = async (bytes) => (bytes.includes('boubou') ? 'clean' : 'infected');
    expect(await takeIn('image', STICKER, infected)).toEqual({ refused: 'infected' });
    await expect(takeIn('image', PHOTO, async () => { throw new Error('the scanner is away'); })).rejects.toThrow('away');
  });

  test('a photo, without its place', async () => {
    expect(await takeIn('image', photoWith(exifSegment(1)), scan)).toEqual({ mime: 'image/jpeg', bytes: PHOTO });
  });
});

describe('the name a file is handed over under', () => {
  test.each([
    ['facture.pdf', 'application/pdf', 'facture.pdf'],
    ['FACTURE.PDF', 'application/pdf', 'FACTURE.PDF'],
    ['facture.pdf.exe', 'application/pdf', 'facture.pdf.exe.pdf'],
    ['run.bat', 'text/plain', 'run.bat.txt'],
    ['prix.csv', 'text/plain', 'prix.csv'],
    ['photo', 'image/jpeg', 'photo.jpg'],
    ['', 'audio/ogg', '.ogg'],
    ['x', 'application/octet-stream', 'x.bin'],
  ])('%s of %s: %s', (given, mime, name) => expect(fileName(given, mime)).toBe(name));

  test('each type that is taken has an ending of its own', () => {
    const types = Object.values(ACCEPTED).flatMap((accepted) => accepted.types);
    expect(types.filter((mime) => fileName('x', mime) === 'x.bin')).toEqual([]);
  });
});
