import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Scan } from '../../src/media/scan.ts';
import { openDueRoom } from '../../src/jobs/due-room.ts';
import { fileSource } from '../../src/jobs/file-source.ts';
import { jobs } from '../../src/jobs/jobs.ts';
import { loadTexts } from '../../src/i18n.ts';
import type { UserMessage } from '../../src/standins/graph-inbound.ts';
import { json, loopback } from '../channels/whatsapp/loopback.ts';
import { EXE, exifSegment, padded, PDF, PHOTO, photoWith, VOICE } from '../media/samples.ts';
import { smsTo } from '../helpers/networks.ts';
import { openWorldWithMeta } from './meta-in-trouble.ts';

const MB = 1024 * 1024;
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'griot-media-'));
const scanning: { scan: Scan } = { scan: async () => 'clean' };

let meta: Awaited<ReturnType<typeof openWorldWithMeta>>;
beforeAll(async () => (meta = await openWorldWithMeta({ env: { DATA_DIR: dataDir }, scan: (bytes) => scanning.scan(bytes) })));
afterAll(async () => {
  await meta.close();
  rmSync(dataDir, { recursive: true });
});
beforeEach(() => {
  meta.troubles.clear();
  scanning.scan = async () => 'clean';
});

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const photo = (bytes: Buffer): UserMessage => ({ type: 'media', kind: 'image', bytes: new Uint8Array(bytes), mime: 'image/jpeg' });
let serial = 0;
/** A photo that nobody else has sent. */
const aPhoto = () => Buffer.concat([PHOTO.subarray(0, 2), Buffer.from([0xff, 0xee, 0, 6, 0, serial >> 8, serial++ & 255, 0]), PHOTO.subarray(2)]);

/** Somebody new on a phone of their own, who has just sent this; what was said to them, and what is kept of it. */
async function somebodySends(message: UserMessage, { language }: { language?: string } = {}) {
  const phone = `+22901950${String(10_000 + serial++)}`;
  if (language !== undefined) await meta.graph.userSends(phone, { type: 'text', text: language });
  await meta.settle();
  const { id } = await meta.graph.userSends(phone, message);
  await meta.world.quiet();
  const event = await meta.world.db.inboundEvent.findFirstOrThrow({ where: { eventId: id } });
  const waId = phone.slice(1);
  return {
    phone, eventId: event.id, contactId: event.contactId ?? '',
    mediaId: (event.content as { media: { id: string } }).media.id,
    told: () => meta.graph.log.of(waId).flatMap((entry) => (entry.from === 'business' ? [entry.shown.text] : [])),
    media: () => meta.world.db.media.findUnique({ where: { eventId: event.id } }),
    due: () => meta.world.db.due.findUnique({ where: { key: `media:${event.id}` } }),
    says: async (text: string) => {
      await meta.graph.userSends(phone, { type: 'text', text });
      await meta.world.quiet();
    },
  };
}

const forward = async (span: Parameters<typeof meta.world.clock.forward>[0]) => {
  meta.world.clock.forward(span);
  await meta.settle();
};

describe('a photo', () => {
  test('is kept as it was said to be: under its hash, without the place where it was made', async () => {
    const sender = await somebodySends(photo(photoWith(exifSegment(1))));
    expect(sender.told()).toEqual([expect.stringContaining('Photo bien reçue et gardée.')]);
    await meta.settle();
    expect(await sender.media()).toMatchObject({ status: 'kept', kind: 'image', sha256: hashOf(PHOTO), mime: 'image/jpeg', bytes: PHOTO.length, contactId: sender.contactId, reason: null, filename: null });
    expect(await meta.world.files.get(hashOf(PHOTO))).toEqual(PHOTO);
    expect(sender.told()).toHaveLength(1);
  });

  test('sent by two people is one file of two', async () => {
    const bytes = aPhoto();
    const [one, other] = [await somebodySends(photo(bytes)), await somebodySends(photo(bytes))];
    await meta.settle();
    expect([await one.media(), await other.media()]).toMatchObject([{ sha256: hashOf(bytes) }, { sha256: hashOf(bytes) }]);
    expect((await meta.world.files.names()).filter((name) => name === hashOf(bytes))).toHaveLength(1);
  });

  test('is kept also while a human has the conversation, and without a word of the bot', async () => {
    const sender = await somebodySends({ type: 'media', kind: 'voice', bytes: new Uint8Array(VOICE), mime: 'audio/ogg; codecs=opus' });
    await meta.world.db.handoff.create({ data: { contactId: sender.contactId, reason: 'asked', openedAt: meta.world.now(), expiresAt: new Date(meta.world.now().getTime() + 3_600_000) } });
    const bytes = aPhoto();
    const { id } = await meta.graph.userSends(sender.phone, photo(bytes));
    await meta.settle();
    const event = await meta.world.db.inboundEvent.findFirstOrThrow({ where: { eventId: id } });
    expect(await meta.world.db.media.findUnique({ where: { eventId: event.id } })).toMatchObject({ status: 'kept', sha256: hashOf(bytes) });
    expect(sender.told()).toHaveLength(1);
  });

  test('a document keeps its name, without what would turn it round', async () => {
    const sender = await somebodySends({ type: 'media', kind: 'document', bytes: new Uint8Array(PDF), mime: 'application/pdf', filename: '../me\u202esures\n.pdf' });
    await meta.settle();
    expect(await sender.media()).toMatchObject({ status: 'kept', mime: 'application/pdf', filename: '..mesures.pdf' });
  });
});

describe('Meta in trouble', () => {
  test('503, then the file: kept at the next try, and nobody is told anything', async () => {
    const sender = await somebodySends(photo(aPhoto()));
    meta.troubles.set(sender.mediaId, json(503, ''));
    await meta.settle();
    await meta.settle();
    expect(await sender.due()).toMatchObject({ status: 'waiting', attempts: 1, error: 'unavailable' });
    await forward({ minutes: 1 });
    expect(await sender.due()).toMatchObject({ status: 'waiting', attempts: 2 });
    meta.troubles.clear();
    await meta.settle();
    expect(await sender.media()).toBeNull();
    await forward({ minutes: 2 });
    expect(await sender.media()).toMatchObject({ status: 'kept' });
    expect(sender.told()).toHaveLength(1);
  });

  test('for seven days: few tries, then it is said once', async () => {
    const sender = await somebodySends(photo(aPhoto()));
    meta.troubles.set(sender.mediaId, json(503, ''));
    await meta.settle();
    for (let hours = 0; hours < 7 * 24 - 1; hours++) await forward({ minutes: 60 });
    expect(meta.asked(sender.mediaId)).toBeLessThan(20);
    expect(await sender.media()).toBeNull();
    await forward({ days: 1 });
    expect(await sender.media()).toMatchObject({ status: 'refused', reason: 'gone', sha256: null });
    await forward({ days: 1 });
    expect(sender.told()).toHaveLength(1);
    expect(smsTo(meta.world, sender.phone)).toEqual(['Votre fichier ne nous est pas parvenu. Renvoyez-le, s\'il vous plait.']); // their day on WhatsApp is over
  });

  test('a file that it says is gone is asked for twice more before that is believed', async () => {
    const sender = await somebodySends(photo(aPhoto()), { language: 'english' });
    meta.troubles.set(sender.mediaId, json(400, { error: { code: 100, message: 'Object does not exist' } }));
    await meta.settle();
    await forward({ minutes: 1 });
    expect(await sender.media()).toBeNull();
    await forward({ minutes: 3 });
    expect(await sender.media()).toMatchObject({ status: 'refused', reason: 'gone' });
    expect(meta.asked(sender.mediaId)).toBe(3);
    expect(sender.told().at(-1)).toBe('Your file did not reach us. Please send it again.');
  });

  test('an address that is not its own is not asked, and never sees the token', async () => {
    const other = await loopback(json(200, ''));
    const sender = await somebodySends(photo(aPhoto()));
    meta.troubles.set(sender.mediaId, json(200, { id: sender.mediaId, url: `${other.url}/photo.jpg`, mime_type: 'image/jpeg' }));
    await meta.settle();
    expect(other.seen).toEqual([]);
    expect(await sender.media()).toMatchObject({ status: 'refused', reason: 'foreignHost' });
    expect(sender.told()).toHaveLength(2);
    await other.close();
  });
});

describe('what is not kept is said in one sentence', () => {
  test.each<[string, UserMessage, string, string]>([
    ['a photo of 6 MB', photo(padded(PHOTO, 6 * MB)), 'tooLarge', 'Fichier trop volumineux : 5 Mo au plus. Réduisez la photo et renvoyez-la.'],
    ['a sheet of 17 MB', { type: 'media', kind: 'document', bytes: new Uint8Array(padded(PDF, 17 * MB)), mime: 'application/pdf' }, 'tooLarge', 'Fichier trop volumineux : 16 Mo au plus. Réduisez-le et renvoyez-le.'],
    ['a program named photo.jpg', { type: 'media', kind: 'document', bytes: new Uint8Array(EXE), mime: 'image/jpeg', filename: 'photo.jpg' }, 'wrongType', 'Type de fichier non autorisé : nous ne l\'avons pas gardé. Envoyez une photo, un vocal, une vidéo ou un PDF.'],
    ['a program said to be a photo', photo(EXE), 'wrongType', 'Type de fichier non autorisé : nous ne l\'avons pas gardé. Envoyez une photo, un vocal, une vidéo ou un PDF.'],
  ])('%s', async (_, message, reason, sentence) => {
    const sender = await somebodySends(message);
    await meta.settle();
    await forward({ days: 1 });
    expect(await sender.media()).toMatchObject({ status: 'refused', reason, sha256: null, bytes: null });
    expect(sender.told().slice(1)).toEqual([sentence]);
    expect(await meta.world.db.message.findMany({ where: { contactId: sender.contactId, text: sentence } })).toMatchObject([{ direction: 'out', outboxKey: `media:${sender.eventId}:refused` }]);
  });

  test('what a scanner finds harmful; while the scanner is away, the file waits', async () => {
    scanning.scan = async () => { throw new Error('the scanner is away'); };
    const sender = await somebodySends(photo(aPhoto()));
    await meta.settle();
    expect(await sender.due()).toMatchObject({ status: 'waiting', error: 'Error' });
    scanning.scan = async () => 'infected';
    await forward({ minutes: 1 });
    expect(await sender.media()).toMatchObject({ status: 'refused', reason: 'infected' });
    expect(sender.told().slice(1)).toEqual(['Fichier malveillant détecté : nous ne l\'avons pas gardé.']);
  });
});

/** A download that waits where it is until the test lets it go on. */
function stuck() {
  const reached = Promise.withResolvers<undefined>();
  const freed = Promise.withResolvers<'clean'>();
  scanning.scan = () => {
    reached.resolve(undefined);
    return freed.promise;
  };
  return { reached: reached.promise, free: () => freed.resolve('clean') };
}

describe('a worker that dies between the download and the commit', () => {
  test('is followed by another after its lease; coming back from the dead it changes nothing', async () => {
    const { db, now, files, logger, config, clock, due } = meta.world;
    const bytes = aPhoto();
    const sender = await somebodySends(photo(bytes));
    const download = stuck();
    const dead = due?.ring();
    await download.reached;
    expect([await sender.media(), meta.asked(sender.mediaId)]).toEqual([null, 2]);

    scanning.scan = async () => 'clean';
    const known = jobs({ files, download: fileSource(config.whatsapp), scan: async () => 'clean', texts: loadTexts(), db, logger, voice: { texts: loadTexts(), serviceCode: config.ussd.serviceCode, publicUrl: config.publicUrl }, providerOf: () => undefined });
    const next = openDueRoom({ db, now, logger, known, posted: () => undefined, mailed: () => undefined });
    await next.ring();
    expect(await sender.media()).toBeNull();
    clock.forward({ minutes: 4 });
    await next.ring();
    expect(await sender.media()).toMatchObject({ status: 'kept', sha256: hashOf(bytes) });

    download.free();
    await dead;
    await next.close();
    expect(await meta.world.db.media.count({ where: { eventId: sender.eventId } })).toBe(1);
    expect(await sender.due()).toMatchObject({ status: 'done' });
    expect(sender.told()).toHaveLength(1);
  });

  test('told to stop, it does not wait for the download: the next process begins it again', async () => {
    const { db, now, files, logger, config } = meta.world;
    const sender = await somebodySends(photo(aPhoto()));
    const download = stuck();
    const room = openDueRoom({ db, now, logger, known: jobs({ files, download: fileSource(config.whatsapp), scan: (bytes) => scanning.scan(bytes), texts: loadTexts(), db, logger, voice: { texts: loadTexts(), serviceCode: config.ussd.serviceCode, publicUrl: config.publicUrl }, providerOf: () => undefined }), posted: () => undefined, mailed: () => undefined });
    void room.ring();
    await download.reached;
    await room.close();
    expect(await sender.due()).toMatchObject({ status: 'waiting', leaseUntil: null });
    download.free();
    scanning.scan = async () => 'clean';
    await forward({ minutes: 1 });
    expect(await sender.media()).toMatchObject({ status: 'kept' });
  });
});
