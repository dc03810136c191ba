import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sniff } from '../../src/media/sniff.ts';
import { bytes, compound, docx, EXE, mp4, PDF, PHOTO, png, STICKER, tiff, VOICE, webp, zip } from './samples.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const frame = (hex: string) => bytes(Buffer.from(hex, 'hex'), Buffer.alloc(100));

describe('a file is what its bytes say', () => {
  test.each<[string, Buffer, string]>([
    ['the photo of a boubou', PHOTO, 'image/jpeg'],
    ['a picture of one point', png(), 'image/png'],
    ['a sticker', STICKER, 'image/webp'],
    ['a sticker that moves', webp(0x02), 'image/webp'],
    ['a sheet of measures', PDF, 'application/pdf'],
    ['a voice note', VOICE, 'audio/ogg'],
    ['a voice of an old telephone', bytes('#!AMR\n', Buffer.alloc(20)), 'audio/amr'],
    ['a song with a title', bytes('ID3\x03\0\0\0\0\0\0', Buffer.alloc(20)), 'audio/mpeg'],
    ['a song without one', frame('fffb9064'), 'audio/mpeg'],
    ['a song of half the rate', frame('fff36464'), 'audio/mpeg'],
    ['AAC as it is streamed', frame('fff15080'), 'audio/aac'],
    ['AAC of the older kind', frame('fff95080'), 'audio/aac'],
    ['a sound of an iPhone', mp4('M4A ', 'soun'), 'audio/mp4'],
    ['a voice that an Android recorder puts in the box of a film', mp4('mp42', 'soun'), 'audio/mp4'],
    ['a film', mp4('isom', 'vide', 'soun'), 'video/mp4'],
    ['a film without sound', mp4('mp42', 'vide'), 'video/mp4'],
    ['a film of an old telephone', mp4('3gp5', 'vide', 'soun'), 'video/3gpp'],
    ['a letter', docx(), `${OFFICE}.wordprocessingml.document`],
    ['a price list', zip('[Content_Types].xml', 'xl/workbook.xml'), `${OFFICE}.spreadsheetml.sheet`],
    ['a presentation', zip('ppt/presentation.xml', '[Content_Types].xml'), `${OFFICE}.presentationml.presentation`],
    ['an old letter', compound('Root Entry', 'WordDocument'), 'application/msword'],
    ['an old price list', compound('Root Entry', 'Workbook'), 'application/vnd.ms-excel'],
    ['an old presentation', compound('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
    ['a note', Buffer.from('Poitrine 96, taille 78\r\nÉpaule 41\t✓'), 'text/plain'],
    ['a note of an old computer', bytes('M\xe8tres : 3'), 'text/plain'],
    ['a note of Windows', bytes('\xff\xfe', Buffer.from('Bazin', 'utf16le')), 'text/plain'],
  ])('%s', (_, file, mime) => expect(sniff(file)).toBe(mime));

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a program', EXE],
    ['a program for Linux', bytes('\x7fELF', Buffer.alloc(60))],
    ['an installer', compound('Root Entry', 'Property')],
    ['a letter with a macro', docx('word/vbaProject.bin')],
    ['an old price list with a macro', compound('Workbook', '_VBA_PROJECT')],
    ['a zip', zip('photo.jpg')],
    ['an application', zip('AndroidManifest.xml', 'classes.dex')],
    ['a zip that only begins', bytes('PK\x03\x04', Buffer.alloc(40))],
    ['a page', Buffer.from('\n <!DOCTYPE html><script>alert(1)</script>')],
    ['a drawing that may run', Buffer.from('\ufeff<svg onload="alert(1)">')],
    ['a page of XML', Buffer.from('<?xml version="1.0"?><svg/>')],
    ['a photo of an iPhone', mp4('heic')],
    ['a film of QuickTime', mp4('qt  ', 'vide')],
    ['a film in Ogg', bytes('OggS', Buffer.alloc(24), '\x80theora')],
    ['a GIF', bytes('GIF89a\x01\0\x01\0')],
    ['EXIF without a photo', tiff()],
  ])('%s is not taken', (_, file) => expect(sniff(file)).toBeUndefined());

  test('whatever the bytes, there is an answer', () => {
    const beginnings = fc.constantFrom(...[PHOTO, png(), STICKER, VOICE, PDF, mp4('isom', 'soun'), docx(), compound('Workbook'), Buffer.alloc(0)].map((file) => file.subarray(0, 600)));
    fc.assert(fc.property(beginnings, fc.nat(600), fc.uint8Array({ maxLength: 200 }), (beginning, cut, rest) => {
      sniff(bytes(beginning.subarray(0, cut), Buffer.from(rest)));
    }));
  });
});
