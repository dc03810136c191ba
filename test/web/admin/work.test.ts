import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyAudit } from '../../../src/domain/operators/audit.ts';
import { NOW } from './browser.ts';
import { aClient, ago, aLetter, callHuman, ESCAPED, FORM_KEY, openOffice, SCRIPT } from './clients.ts';

let office: Awaited<ReturnType<typeof openOffice>>;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => void office.rung.splice(0));

const lastAudit = () => office.db.auditLog.findFirstOrThrow({ orderBy: { id: 'desc' } });
const stateOf = (eventId: bigint) => office.db.inboundState.findUniqueOrThrow({ where: { eventId } });

describe('a parked turn', () => {
  test('of Awa is listed with its error and her number masked, and is played again once', async () => {
    const awa = await aClient(office.db);
    const eventId = await awa.writes({ status: 'parked', attempts: 3, error: `TypeError: ${SCRIPT}` });
    const list = await office.sika.get('/admin/parked');
    expect(list.text).toContain(`TypeError: ${ESCAPED}`);
    expect(list.text).toContain('3 essais');
    expect(list.text).toContain(`+229********${awa.phone.slice(-2)}`);
    expect(list.text).not.toContain(awa.phone);
    expect(list.text).not.toContain('secret words');

    const path = `/admin/parked/${eventId}/replay`;
    expect((await office.sika.post(path, { back: '/admin/parked' })).location).toBe('/admin/parked?done=replayed');
    expect(await stateOf(eventId)).toMatchObject({ status: 'waiting', attempts: 0, availableAt: NOW });
    expect(office.rung).toEqual([awa.id]);
    expect(await lastAudit()).toMatchObject({ action: 'turn.replayed', entityId: String(eventId), before: { attempts: 3 }, actor: expect.stringMatching(/^operator:/), address: expect.stringContaining('127.0.0.1') });

    expect((await office.sika.post(path, { back: '/admin/parked' })).location).toBe('/admin/parked?done=gone');
    expect(office.rung).toEqual([awa.id]);
  });

  test.each([{}, { reason: '' }, { reason: ' \n ' }, { reason: 'x'.repeat(501) }])('is not discarded for no reason: %j', async (fields) => {
    const eventId = await (await aClient(office.db)).writes({ status: 'parked' });
    const path = `/admin/parked/${eventId}/discard`;
    expect((await office.sika.post(path, { ...fields })).location).toBe('/admin?done=noReason');
    expect((await office.sika.get('/admin?done=noReason')).text).toContain('le motif est obligatoire');
    expect(await stateOf(eventId)).toMatchObject({ status: 'parked' });
  });

  test('is discarded with a reason, which the audit keeps; the page of the client tells it was', async () => {
    const awa = await aClient(office.db);
    const eventId = await awa.writes({ status: 'parked', error: 'boom' });
    expect((await office.sika.post(`/admin/parked/${eventId}/discard`, { reason: ' Doublon d’un client ', back: awa.path })).location).toBe(`${awa.path}?done=discarded#answer`);
    expect(await stateOf(eventId)).toMatchObject({ status: 'discarded', processedAt: NOW });
    expect(await lastAudit()).toMatchObject({ action: 'turn.discarded', reason: 'Doublon d’un client' });
    expect((await office.sika.get(awa.path)).text).toContain('Écarté');
    expect((await office.sika.post(`/admin/parked/${eventId}/replay`)).location).toBe('/admin?done=gone');
  });

  test.each(['https://evil.test', '//evil.test', '/admin/../x', '/admin/x?y', 'javascript:alert(1)', '/administrator'])('acted upon never leads to %s', async (back) => {
    expect((await office.sika.post('/admin/parked/999999/replay', { back })).location).toBe('/admin?done=gone');
  });

  test.each(['abc', '-1', '1e3', '9'.repeat(30), '%00'])('number %s does not exist', async (id) => {
    expect((await office.sika.post(`/admin/parked/${id}/replay`)).status).toBe(404);
  });
});

describe('an answer', () => {
  const answer = async (path: string, text: string, key?: string) => {
    const page = await office.sika.get(path);
    return office.sika.post(`${path}/answers`, { key: key ?? FORM_KEY.exec(page.text)?.[1] ?? '', text });
  };

  test.each([
    ['whatsapp', 'whatsapp', 'whatsapp', { message: { type: 'text', text: { body: 'Déjà prêt…\nà demain' } } }, 'Déjà prêt…\nà demain'],
    ['sms', 'sms', 'africastalking', { text: 'Déjà pret...\nà demain' }, 'Déjà pret...\nà demain'],
    ['ussd', 'sms', 'africastalking', { text: 'Déjà pret...\nà demain' }, 'Déjà pret...\nà demain'],
  ] as const)('to a client who came by %s leaves by %s in the shape of a reply', async (came, leaves, provider, payload, said) => {
    const awa = await aClient(office.db, { channel: came });
    const open = await callHuman(office.db, awa.id, awa.personId);
    expect((await answer(awa.path, ' Déjà prêt…\r\nà demain ')).location).toBe(`${awa.path}?done=answered#answer`);
    const row = await office.db.outbox.findFirstOrThrow({ where: { contactId: awa.id } });
    expect(row).toMatchObject({ channel: leaves, provider, purpose: 'human', status: 'waiting', externalId: awa.externalId, availableAt: NOW });
    expect(row.payload).toEqual(payload);
    const message = await office.db.message.findFirstOrThrow({ where: { contactId: awa.id } });
    expect(message).toMatchObject({ direction: 'operator', channel: leaves, outboxKey: row.key, personId: open.personId, text: said });
    expect(office.rung).toEqual([awa.id]);
    const { action, after } = await lastAudit();
    expect([action, JSON.stringify(after)]).toEqual(['contact.answered', expect.not.stringContaining('demain')]);
  });

  test('posted twice, and five times at once, leaves once; other words under the same form are refused, not lost in silence', async () => {
    const awa = await aClient(office.db);
    const key = FORM_KEY.exec((await office.sika.get(awa.path)).text)?.[1] ?? '';
    const sent = await Promise.all(Array.from({ length: 5 }, () => office.sika.post(`${awa.path}/answers`, { key, text: 'Bonjour' })));
    expect(new Set(sent.map(({ location }) => location))).toEqual(new Set([`${awa.path}?done=answered#answer`]));
    expect((await answer(awa.path, 'Bonjour', key)).location).toContain('done=answered');
    expect((await answer(awa.path, 'Bonsoir', key)).location).toContain('done=alreadySent');
    expect(await office.db.outbox.count({ where: { contactId: awa.id } })).toBe(1);
    expect(await office.db.message.count({ where: { contactId: awa.id } })).toBe(1);
    expect((await answer(awa.path, 'Bonsoir')).location).toContain('done=answered');
    expect(await office.db.outbox.count({ where: { contactId: awa.id } })).toBe(2);
  });

  test.each([['whatsapp', ' \n\t', 'empty'], ['sms', '👍', 'empty'], ['sms', 'x'.repeat(919), 'tooLong'], ['whatsapp', 'x'.repeat(4097), 'tooLong']] as const)('by %s of "%.6s" is refused', async (channel, text, why) => {
    const awa = await aClient(office.db, { channel });
    expect((await answer(awa.path, text)).location).toContain(`done=${why}`);
    expect(await office.db.outbox.count({ where: { contactId: awa.id } })).toBe(0);
  });

  test('of 4096 characters with line feeds, as a browser counts them, leaves; half a letter and a NUL do not break it', async () => {
    const awa = await aClient(office.db);
    expect((await answer(awa.path, 'é\r\n'.repeat(2048).trim())).location).toContain('done=answered');
    expect((await answer(awa.path, 'a\0b')).location).toContain('done=answered');
    expect((await office.db.message.findFirstOrThrow({ where: { contactId: awa.id }, orderBy: { id: 'desc' } })).text).toBe('ab');
  });

  test.each(['', 'x', 'human:1'])('without a form of ours (%s) is refused', async (key) => {
    const awa = await aClient(office.db);
    expect((await office.sika.post(`${awa.path}/answers`, { key, text: 'Bonjour' })).status).toBe(404);
  });

  test('outside the window of WhatsApp is announced as uncertain', async () => {
    const [open, closed] = [await aClient(office.db), await aClient(office.db, { windowExpiresAt: ago(1) })];
    expect((await office.sika.get(open.path)).text).not.toContain('24 heures');
    expect((await office.sika.get(closed.path)).text).toContain('24 heures');
  });

  test('follows the client from WhatsApp to SMS and back, also before the last message was dealt with', async () => {
    const awa = await aClient(office.db);
    const sms = await office.db.channelIdentity.create({ data: { contactId: awa.id, channel: 'sms', externalId: awa.phone, lastSeenAt: ago(600) } });
    await aLetter(office.db, { contactId: awa.id, identityId: sms.id, channel: 'sms' }, { status: 'waiting' });
    expect((await office.sika.get(awa.path)).text).toContain('La réponse part par SMS.');
    await awa.writes({ status: 'parked' });
    expect((await office.sika.get(awa.path)).text).toContain('La réponse part par WhatsApp.');
  });

  test('needs an address: who was only imported gets an SMS, who has no number nothing', async () => {
    const imported = await office.db.contact.create({ data: { key: '+2290196099998', phone: '+2290196099998' } });
    const hidden = await office.db.contact.create({ data: { key: 'wa:BJ.1' } });
    await answer(`/admin/contacts/${imported.id}`, 'Bonjour');
    expect(await office.db.outbox.findFirst({ where: { contactId: imported.id } })).toMatchObject({ channel: 'sms', externalId: '+2290196099998' });
    expect((await office.sika.get(`/admin/contacts/${hidden.id}`)).text).toContain('Aucune adresse');
    expect((await answer(`/admin/contacts/${hidden.id}`, 'Bonjour', '0198a000-0000-4000-8000-000000000001')).location).toContain('done=noAddress');
  });
});

describe('a human conversation', () => {
  test('is listed until it is handed back, once', async () => {
    const awa = await aClient(office.db, { name: 'Awa Qui-Attend' });
    await callHuman(office.db, awa.id, awa.personId);
    expect((await office.sika.get('/admin/waiting')).text).toContain('Awa Qui-Attend');
    expect((await office.sika.get(awa.path)).text).toContain('Rendre la conversation au bot');

    expect((await office.sika.post(`${awa.path}/hand-back`)).location).toBe(`${awa.path}?done=handedBack#answer`);
    expect(await office.db.handoff.findFirst({ where: { contactId: awa.id } })).toMatchObject({ closedAt: NOW, closedBy: expect.stringMatching(/^operator:/) });
    expect(await lastAudit()).toMatchObject({ action: 'handoff.closed' });
    expect((await office.sika.post(`${awa.path}/hand-back`)).location).toContain('done=gone');
    expect((await office.sika.get('/admin/waiting')).text).not.toContain('Awa Qui-Attend');
    expect((await office.sika.get(awa.path)).text).not.toContain('Rendre la conversation au bot');
  });

  test('of a number merged into another is read, and closed, on the page of the other', async () => {
    const [awa, old] = [await aClient(office.db), await aClient(office.db, { name: 'Ancienne' })];
    await office.db.message.create({ data: { contactId: old.id, direction: 'in', channel: 'sms', kind: 'text', text: 'dit avant', at: ago(90) } });
    await callHuman(office.db, old.id);
    await office.db.contact.update({ where: { id: old.id }, data: { mergedIntoId: awa.id } });
    expect((await office.sika.get(old.path)).location).toBe(awa.path);
    expect((await office.sika.get(awa.path)).text).toContain('dit avant');
    expect((await office.sika.post(`${awa.path}/hand-back`)).location).toContain('done=handedBack');
  });
});

test('after all this the audit still holds', async () => {
  const { rows, brokenAt } = await verifyAudit(office.db);
  expect(rows).toBeGreaterThan(10);
  expect(brokenAt).toBeUndefined();
});
