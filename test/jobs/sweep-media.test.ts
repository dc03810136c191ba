import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchMedia } from '../../src/jobs/fetch-media.ts';
import { loadTexts } from '../../src/i18n.ts';
import type { UserMessage } from '../../src/standins/graph-inbound.ts';
import { json } from '../channels/whatsapp/loopback.ts';
import { PDF, PHOTO, png, VOICE } from '../media/samples.ts';
import { openWorldWithMeta } from './meta-in-trouble.ts';

const AWA = '+2290196000001';
const JEAN = '+2290196000002';

let meta: Awaited<ReturnType<typeof openWorldWithMeta>>;
beforeAll(async () => (meta = await openWorldWithMeta()));
afterAll(() => meta.close());

const sends = (phone: string, message: UserMessage) => meta.graph.userSends(phone, message).then(meta.settle);
const says = async (phone: string, ...texts: string[]) => {
  for (const text of texts) await sends(phone, { type: 'text', text });
};
const image = (bytes: Buffer): UserMessage => ({ type: 'media', kind: 'image', bytes: new Uint8Array(bytes), mime: 'image/jpeg' });
const document = (bytes: Buffer): UserMessage => ({ type: 'media', kind: 'document', bytes: new Uint8Array(bytes), mime: 'application/pdf', filename: 'mesures.pdf' });
const contactOf = async (phone: string) => (await meta.world.db.contact.findUniqueOrThrow({ where: { phone } })).id;
const keptBy = async (phone: string) => meta.world.db.media.findMany({ where: { contactId: await contactOf(phone) }, orderBy: { id: 'asc' } });

/** What somebody sent under a user id, before it was known that the number is theirs. */
async function beforeTheyWereOne(phone: string) {
  const { db, now } = meta.world;
  const { id: contactId } = await db.contact.create({ data: { key: 'merged:someone', mergedIntoId: await contactOf(phone) } });
  await db.media.create({ data: { eventId: 999_999, contactId, kind: 'image', status: 'kept', sha256: '0'.repeat(64), mime: 'image/jpeg', bytes: 1, at: now() } });
  await db.message.create({ data: { contactId, direction: 'in', channel: 'whatsapp', kind: 'media', text: '[image] my secret', at: now() } });
  return async () => ({ media: await db.media.count({ where: { contactId } }), words: (await db.message.findMany({ where: { contactId } })).map(({ text }) => text) });
}

describe('files that nobody names', () => {
  test('J28 · Jean receives the list of his files with the rest', async () => {
    await sends(JEAN, image(PHOTO));
    await sends(JEAN, document(PDF));
    await says(JEAN, 'mes données', 'Tout recevoir');
    const { code } = await meta.world.db.shortLink.findFirstOrThrow({ where: { contactId: await contactOf(JEAN) } });
    const page = await fetch(`${meta.world.local}/r/${code}`).then((answer) => answer.text());
    expect(page).toContain('Vos fichiers (2)</h2>');
    expect(page).toContain(`photo (image/jpeg, ${Math.ceil(PHOTO.length / 1024)} ko)`);
    expect(page).toContain('document mesures.pdf (application/pdf, 1 ko)');
    const file = (await fetch(`${meta.world.local}/r/${code}?format=json`).then((answer) => answer.json())) as { files: object[] };
    expect(file.files).toEqual([{ kind: 'image', type: 'image/jpeg', bytes: PHOTO.length, filename: null, at: expect.any(String) }, { kind: 'document', type: 'application/pdf', bytes: PDF.length, filename: 'mesures.pdf', at: expect.any(String) }]);
  });

  test('J28 · go with him when he asks, unless Awa sent the same; what was still to be fetched never is', async () => {
    await sends(AWA, image(PHOTO));
    meta.troubles.set('/media/', json(503, ''));
    await sends(JEAN, image(png()));
    const [photo, sheet] = await keptBy(JEAN);
    expect(await meta.world.db.due.count({ where: { kind: 'media.fetch', status: 'waiting' } })).toBe(1);

    const before = await beforeTheyWereOne(JEAN);
    await says(JEAN, 'supprimer', 'Tout supprimer', 'Tout supprimer');
    expect(await before()).toEqual({ media: 0, words: [''] });
    expect(await keptBy(JEAN)).toEqual([]);
    expect(await meta.world.db.due.count({ where: { kind: 'media.fetch', contactId: await contactOf(JEAN) } })).toBe(0);
    expect(await meta.world.files.get(photo?.sha256 ?? '')).toEqual(PHOTO);
    expect(await meta.world.files.has(sheet?.sha256 ?? '')).toBe(false);

    meta.troubles.clear();
    const asked = meta.asked('/media/');
    meta.world.clock.forward({ days: 1 });
    await meta.settle();
    expect(meta.asked('/media/')).toBe(asked);
    expect(await keptBy(JEAN)).toEqual([]);
  });

  test('are swept every day: what a crash left goes, what is kept stays', async () => {
    const left = await meta.world.files.put(Buffer.from('left by a crash'));
    const [awas] = await keptBy(AWA);
    meta.world.clock.forward({ days: 1 });
    await meta.settle();
    expect([await meta.world.files.has(left), await meta.world.files.has(awas?.sha256 ?? '')]).toEqual([false, true]);
  });

  test('a file swept between its download and its row is there again with its row', async () => {
    const { db, files, now } = meta.world;
    const { contactId, id } = await db.inboundEvent.findFirstOrThrow({ where: { kind: 'text' }, orderBy: { id: 'desc' } });
    const download = async () => ({ bytes: VOICE, mime: 'audio/ogg' });
    const job = fetchMedia({ files, download, scan: async () => 'clean', texts: loadTexts() });
    const payload = { mediaId: '1', kind: 'voice', eventId: Number(id), contactId, sentAt: now().toISOString(), language: 'fr' };
    const due = { id: 0, key: 'media:1', kind: 'media.fetch', contactId, payload, step: null, attempts: 1, createdAt: meta.world.now() };
    const apply = 'prepare' in job ? await job.prepare(due, now()) : undefined;
    if (apply === undefined || 'notYet' in apply) throw new Error('the file was to be kept');

    await db.due.create({ data: { key: 'media.sweep:now', kind: 'media.sweep', runAt: now(), createdAt: now() } });
    const before = await files.names();
    await meta.settle();
    expect((await files.names()).length).toBe(before.length - 1);
    await db.$transaction((tx) => apply(tx, due, now()));
    const kept = await db.media.findUniqueOrThrow({ where: { eventId: id } });
    expect(await files.get(kept.sha256 ?? '')).toEqual(VOICE);
  });
});
