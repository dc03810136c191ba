import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PDF, PHOTO, VOICE } from '../../media/samples.ts';
import { aClient, ago, ESCAPED, openOffice, SCRIPT } from './clients.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

type Sent = { kind?: string; mime?: string; bytes?: Buffer; filename?: string | null; reason?: string };

/** A client who has sent one file, kept, or refused for a reason. */
async function whoSent({ kind = 'image', mime = 'image/jpeg', bytes = PHOTO, filename = null, reason }: Sent = {}) {
  const { db, files } = office;
  const client = await aClient(db);
  const event = await db.inboundEvent.findFirstOrThrow({ where: { contactId: client.id } });
  await db.message.create({ data: { contactId: client.id, eventId: event.id, direction: 'in', channel: 'whatsapp', kind: 'media', text: `[${kind}]`, at: ago(5) } });
  await db.message.create({ data: { contactId: client.id, eventId: event.id, direction: 'out', channel: 'whatsapp', kind: 'reply', text: 'Bien reçu', at: ago(5) } });
  const about = { eventId: event.id, contactId: client.id, kind, filename, at: ago(5) };
  const kept = { status: 'kept', sha256: await files.put(bytes), mime, bytes: bytes.length };
  const { id } = await db.media.create({ data: { ...about, ...(reason === undefined ? kept : { status: 'refused', reason }) } });
  return { ...client, file: `/admin/media/${id}` };
}

describe('the page of a client', () => {
  test('shows the photo they sent, once, beside the message that brought it', async () => {
    const client = await whoSent();
    const { text } = await office.sika.get(client.path);
    expect(text.split(`<img src="${client.file}" alt="Photo" loading="lazy">`)).toHaveLength(2);
  });

  test('names other files, with their size; a name is only a name', async () => {
    const client = await whoSent({ kind: 'document', mime: 'application/pdf', bytes: PDF, filename: SCRIPT });
    const { text } = await office.sika.get(client.path);
    expect(text).toContain(`<a href="${client.file}">${ESCAPED}`);
    expect(text).toContain('(1 ko)</a>');
    expect(text).not.toContain(SCRIPT);
  });

  test('says what was not kept, and why', async () => {
    const client = await whoSent({ reason: 'wrongType' });
    const { text } = await office.sika.get(client.path);
    expect(text).toContain('Fichier non gardé : type non autorisé');
    expect(text).not.toContain(client.file);
    expect((await office.sika.get(client.file)).status).toBe(404);
  });
});

describe('a file', () => {
  test('is served to nobody without a session', async () => {
    const { file } = await whoSent();
    const stranger = await office.browser().get(file);
    expect(stranger).toMatchObject({ status: 303, location: '/admin/login' });
    expect(stranger.text).not.toContain('JFIF');
  });

  test.each<[string, Sent, string, string | RegExp]>([
    ['a photo in the page', {}, 'image/jpeg', 'inline'],
    ['a sheet as a file', { kind: 'document', mime: 'application/pdf', bytes: PDF, filename: 'mesures.pdf' }, 'application/pdf', 'attachment; filename=mesures.pdf'],
    ['a name in any letters', { kind: 'document', mime: 'application/pdf', bytes: PDF, filename: 'reçu "44".pdf' }, 'application/pdf', 'attachment; filename="re?u \\"44\\".pdf"; filename*=UTF-8\'\'re%C3%A7u%20%2244%22.pdf'],
    ['a text that calls itself a program as a text', { kind: 'document', mime: 'text/plain', bytes: Buffer.from('del *'), filename: 'run.bat' }, 'text/plain; charset=utf-8', 'attachment; filename=run.bat.txt'],
    ['a photo too large for the page as a file', { kind: 'document', bytes: Buffer.concat([PHOTO, Buffer.alloc(5 * 1024 * 1024)]) }, 'image/jpeg', /^attachment; filename=griot-\d+\.jpg$/],
    ['a voice note as a file', { kind: 'voice', mime: 'audio/ogg', bytes: VOICE }, 'audio/ogg', /^attachment; filename=griot-\d+\.ogg$/],
  ])('%s: as the type it was found to be, and as nothing that runs', async (_, sent, type, disposition) => {
    const { file } = await whoSent(sent);
    const { status, headers } = await office.sika.get(file);
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([200, type, typeof disposition === 'string' ? disposition : expect.stringMatching(disposition)]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-length')).toBe(String((sent.bytes ?? PHOTO).length));
  });

  test('that the disk has lost is not found', async () => {
    const { file } = await whoSent({ bytes: Buffer.from('lost') });
    const [name] = (await office.db.media.findMany({ where: { bytes: 4 } })).map(({ sha256 }) => sha256 ?? '');
    await office.files.remove(name ?? '');
    expect((await office.sika.get(file)).status).toBe(404);
  });

  test.each(['0', '999999', 'abc', '-1', '../contacts', '9'.repeat(30), '%00', '1.jpg'])('number %s is not found', async (id) => {
    expect((await office.sika.get(`/admin/media/${id}`)).status).toBe(404);
  });
});
