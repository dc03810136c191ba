import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliveryOf } from '../../../src/domain/operators/delivery.ts';
import { NOW } from './browser.ts';
import { aClient, ago, callHuman, ESCAPED, openOffice, SCRIPT } from './clients.ts';

let office: Awaited<ReturnType<typeof openOffice>>;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('the page of a client', () => {
  test('shows what was said on three channels in order, with how far each message got and why one failed', async () => {
    const awa = await aClient(office.db);
    const say = (direction: string, channel: 'whatsapp' | 'sms' | 'ussd', text: string, outboxKey?: string) =>
      office.db.message.create({ data: { contactId: awa.id, direction, channel, kind: 'text', text, outboxKey: outboxKey ?? null, at: ago(4) } });
    const send = (key: string, channel: 'whatsapp' | 'sms', provider: string, rest: object = {}) =>
      office.db.outbox.create({ data: { key, contactId: awa.id, channel, externalId: awa.externalId, purpose: 'reply', payload: {}, provider, status: 'sent', availableAt: NOW, createdAt: NOW, ...rest } });
    const tick = (provider: string, providerId: string, status: string, rank: number, rest: object = {}) =>
      office.db.receipt.create({ data: { provider, providerId, status, rank, at: NOW, ...rest } });

    await say('in', 'whatsapp', 'premier');
    await say('out', 'whatsapp', 'deuxième', 'k1');
    await say('out', 'ussd', 'troisième');
    await say('operator', 'sms', 'quatrième', 'k2');
    await send('k1', 'whatsapp', 'whatsapp', { providerId: 'wamid.k1' });
    await send('k2', 'sms', 'africastalking', { providerId: 'ATXid_k2' });
    await tick('whatsapp', 'wamid.k1', 'delivered', 2, { ourId: 'k1' });
    await tick('whatsapp', 'wamid.k1', 'read', 3, { ourId: 'k1' });
    await tick('africastalking', 'ATXid_k2', 'failed', 1, { errorCode: 'UserInBlacklist', errorText: SCRIPT });

    const { text } = await office.sika.get(awa.path);
    const places = ['premier', 'deuxième', '✓✓ lu', 'troisième', 'quatrième', '✗ échec: UserInBlacklist'].map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain('Message non remis (SMS)');
    expect(text).toContain('21 nov. 2026, 10:01');
    expect(text).not.toContain('<script');
  });

  test('is paged by 50, and nothing is lost between two pages', async () => {
    const awa = await aClient(office.db);
    await office.db.message.createMany({ data: Array.from({ length: 120 }, (_, n) => ({ contactId: awa.id, direction: 'in', channel: 'sms' as const, kind: 'text', text: `message no ${n}.`, at: NOW })) });
    const seen: string[] = [];
    for (let path: string | undefined = awa.path; path !== undefined; ) {
      const { text } = await office.sika.get(path);
      const found: string[] = text.match(/message no \d+\./g) ?? [];
      expect(found.length).toBeLessThanOrEqual(50);
      seen.unshift(...found);
      path = /href="([^"]+\?after=\d+)"/.exec(text)?.[1];
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `message no ${n}.`));
  });

  test('says why nobody answered: a human has it, a turn failed or waits, too much came at once, the person said STOP', async () => {
    const awa = await aClient(office.db);
    expect((await office.sika.get(awa.path)).text).toContain('Rien ne bloque');
    await callHuman(office.db, awa.id);
    await awa.writes({ status: 'parked', error: 'no such column' });
    await awa.writes({ status: 'waiting', attempts: 2, error: 'timeout' });
    const consent = (value: boolean) => office.db.consentEvent.create({ data: { contactId: awa.id, purpose: 'promo', value, channel: 'sms', textVersion: '1', at: NOW } });
    await consent(false);
    await office.db.conversation.create({ data: { contactId: awa.id, channel: 'sms', flood: { seen: [1], burst: { id: 1, withheld: 20, acts: [], acted: 0 } }, updatedAt: NOW } });
    const { text } = await office.sika.get(awa.path);
    for (const cause of ['20 réponses sont retenues', 'Un humain a la conversation', 'no such column', 'timeout', 'a refusé : les promotions']) expect(text).toContain(cause);
    await consent(true);
    expect((await office.sika.get(awa.path)).text).not.toContain('a refusé');
  });

  test.each(['01 96 00 77 77', '+229 96 00 77 77', '0022901 96007777', '96007777'])('is found by %s, and the number stays out of the address', async (typed) => {
    const contact = await office.db.contact.upsert({ where: { key: '+2290196007777' }, create: { key: '+2290196007777', phone: '+2290196007777' }, update: {} });
    await office.sika.get('/admin');
    expect((await office.sika.post('/admin/contacts/find', { phone: typed })).location).toBe(`/admin/contacts/${contact.id}#answer`);
    expect((await office.sika.post('/admin/contacts/find', { phone: '01 96 00 77 78' })).location).toBe('/admin?done=unknownPhone');
  });
});

describe('what clients and networks write', () => {
  test('never becomes markup, on any page', async () => {
    const eve = await aClient(office.db, { name: SCRIPT });
    await callHuman(office.db, eve.id, eve.personId);
    await office.db.lead.create({ data: { contactId: eve.id, personId: eve.personId, kind: SCRIPT, trade: SCRIPT, createdAt: ago(9999) } });
    await eve.writes({ status: 'parked', error: SCRIPT });
    await office.db.notice.create({ data: { provider: 'whatsapp', eventId: 'n-eve', field: SCRIPT, severity: 'critical', summary: SCRIPT, value: {}, at: NOW } });
    await office.db.message.create({ data: { contactId: eve.id, direction: SCRIPT, channel: 'whatsapp', kind: SCRIPT, text: `${SCRIPT}\`\${1}\``, at: NOW } });
    await office.db.message.create({ data: { contactId: eve.id, direction: 'in', channel: 'whatsapp', kind: SCRIPT, text: '', at: NOW } });
    for (const path of ['/admin', '/admin/waiting', '/admin/leads', '/admin/parked', '/admin/notices', eve.path, `${eve.path}?done=${encodeURIComponent(SCRIPT)}&lang=${encodeURIComponent(SCRIPT)}&after=${encodeURIComponent(SCRIPT)}`, `/admin/${encodeURIComponent(SCRIPT)}`]) {
      const { text } = await office.sika.get(path);
      expect(text).not.toMatch(/<script|<img|onerror='/);
    }
    for (const path of ['/admin', '/admin/waiting', '/admin/leads', '/admin/notices', eve.path]) expect((await office.sika.get(path)).text).toContain(ESCAPED);
  });
});

describe('the home page', () => {
  test('counts the work, and a lead called back leaves it', async () => {
    await office.db.lead.deleteMany();
    const kossi = await aClient(office.db, { name: 'Kossi Tailleur' });
    const lead = await office.db.lead.create({ data: { contactId: kossi.id, personId: kossi.personId, kind: 'business', trade: 'couture', createdAt: ago(60) } });
    const { text } = await office.sika.get('/admin');
    expect(text).toMatch(/<strong>1<\/strong> personne à rappeler/);
    expect(text).toContain('veut ouvrir un commerce · couture');
    expect((await office.sika.post(`/admin/leads/${lead.id}/handled`, { back: '/admin/leads' })).location).toBe('/admin/leads?done=handled');
    expect(await office.db.lead.findUnique({ where: { id: lead.id } })).toMatchObject({ handledAt: NOW });
    expect((await office.sika.post(`/admin/leads/${lead.id}/handled`)).location).toBe('/admin?done=gone');
    expect((await office.sika.get('/admin/leads')).text).toContain('Personne à rappeler.');
  });

  test('lists news of the networks critical first, then the latest, page after page, and forgets the old', async () => {
    const notice = (n: number) => ({ provider: 'whatsapp', eventId: `n-${n}`, field: 'f', severity: ['info', 'critical', 'warning'][n % 3] ?? '', summary: `news ${n}.`, value: {}, at: n === 0 ? ago(60 * 24 * 31) : NOW });
    await office.db.notice.createMany({ data: Array.from({ length: 121 }, (_, n) => notice(n)) });
    const seen: number[] = [];
    for (let path: string | undefined = '/admin/notices'; path !== undefined; ) {
      const { text } = await office.sika.get(path);
      seen.push(...[...text.matchAll(/news (\d+)\./g)].map(([, n]) => Number(n)));
      path = /rel="next" href="([^"]+)"/.exec(text)?.[1];
    }
    const newest = (rest: number) => Array.from({ length: 121 }, (_, n) => 120 - n).filter((n) => n % 3 === rest && n > 0);
    expect(seen).toEqual([...newest(1), ...newest(2), ...newest(0)]);
  });

  test('and each list is paged by key, also among rows of one instant', async () => {
    await office.db.handoff.updateMany({ where: { closedAt: null }, data: { closedAt: NOW } });
    const names = Array.from({ length: 53 }, (_, n) => `Attend ${n}.`);
    for (const name of names) {
      const contact = await office.db.contact.create({ data: { key: `wa:${name}` } });
      await office.db.channelIdentity.create({ data: { contactId: contact.id, channel: 'whatsapp', externalId: `wa:${name}`, name, lastSeenAt: NOW } });
      await callHuman(office.db, contact.id);
    }
    const first = await office.sika.get('/admin/waiting');
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1] ?? '';
    const second = await office.sika.get(next);
    const shown = [first, second].map(({ text }) => text.match(/Attend \d+\./g) ?? []);
    expect(shown.map((page) => page.length)).toEqual([50, 3]);
    expect(new Set(shown.flat())).toEqual(new Set(names));
    expect(second.text).not.toContain('rel="next"');
    for (const after of ['x', "'", '0198a000-0000-7000-8000-000000000001']) expect((await office.sika.get(`/admin/waiting?after=${encodeURIComponent(after)}`)).status).toBe(200);
  });
});

test.each([
  ['waits', { outboxStatus: 'waiting', receipts: [] }, { state: 'waiting', reason: undefined }],
  ['was sent', { outboxStatus: 'sent', receipts: ['sent'] }, { state: 'sent', reason: undefined }],
  ['was read, whatever failed late', { outboxStatus: 'failed', receipts: ['failed', 'sent', 'read', 'delivered'] }, { state: 'read', reason: undefined }],
  ['failed after it was sent', { outboxStatus: 'sent', receipts: ['sent', 'failed'] }, { state: 'failed', reason: '131026' }],
  ['failed before it left', { outboxStatus: 'failed', outboxError: '131047', receipts: [] }, { state: 'failed', reason: '131047' }],
  ['is in a state nobody has named here', { outboxStatus: 'held', receipts: ['other'] }, { state: 'held', reason: undefined }],
  ['was a USSD screen', { outboxStatus: null, receipts: [] }, undefined],
] as const)('a message that %s says so', (_, { outboxStatus, receipts, ...rest }, delivery) => {
  const outboxError = 'outboxError' in rest ? rest.outboxError : null;
  const seen = receipts.map((status) => ({ status, code: status === 'failed' ? '131026' : null, text: null }));
  expect(deliveryOf({ outboxStatus, outboxError, receipts: seen })).toEqual(delivery);
});

test('the two languages say the same things, and each act has its sentence on the page it leads to', async () => {
  const [french, english] = [texts('fr'), texts('en')];
  expect(keysOf(english)).toEqual(keysOf(french).filter((key) => !key.endsWith('_many')));
  for (const [name, sentence] of Object.entries(french['flash'] ?? {})) expect((await office.sika.get(`/admin?done=${name}`)).text).toContain(sentence);
});

type Texts = { [key: string]: string | Texts };
const texts = (language: string) => JSON.parse(readFileSync(new URL(`../../../locales/${language}/admin.json`, import.meta.url), 'utf8')) as Texts;
const keysOf = (node: Texts, path = ''): string[] => Object.entries(node).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`)));
