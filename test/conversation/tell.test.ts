import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tell } from '../../src/conversation/tell.ts';
import { markReady } from '../../src/domain/orders/mark-ready.ts';
import { confirmOrder } from '../../src/domain/orders/confirm-order.ts';
import { changeStatus, holdOrder } from '../../src/domain/orders/change-status.ts';
import type { Notice } from '../../src/domain/tenants/notice.ts';
import { segments } from '../../src/channels/sms/segments.ts';
import { loadTexts } from '../../src/i18n.ts';
import { openShop } from '../domain/orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
const texts = loadTexts();
let phones = 0;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

async function reachedBy(channels: ('whatsapp' | 'phone')[], language = 'fr') {
  const person = await shop.db.person.create({ data: { fullName: 'Awa Dossou', language } });
  const client = await shop.db.client.create({ data: { tenantId: shop.tenantId, personId: person.id, tags: [], firstSource: 'test' } });
  if (channels.length > 0) {
    const phone = `+22901960${String((phones += 1)).padStart(5, '0')}`;
    const contact = await shop.db.contact.create({ data: { key: phone, phone, persons: { create: { personId: person.id, isDefault: true } } } });
    if (channels.includes('whatsapp')) await shop.db.channelIdentity.create({ data: { contactId: contact.id, channel: 'whatsapp', externalId: phone.slice(1), lastSeenAt: shop.now } });
  }
  return client.id;
}
async function readyFor(clientId: string): Promise<Notice> {
  const orderId = await shop.place({ clientId, description: 'Boubou bazin' });
  return shop.as({}, async (business) => {
    await confirmOrder(business, orderId, { force: 'a test' });
    for (const to of ['in_progress'] as const) {
      const order = await holdOrder(business, orderId);
      if (order !== null) await changeStatus(business, order, to);
    }
    const ready = await markReady(business, orderId);
    expect(await markReady(business, orderId)).toEqual({ refused: 'already' });
    const [notice] = business.notices;
    if ('refused' in ready || notice === undefined) throw new Error('not ready');
    return notice;
  });
}
const telling = (...notices: Notice[]) => shop.db.$transaction((tx) => tell(tx, { id: shop.tenantId, keepsLetters: false }, notices, { texts, serviceCode: '*384*22#', publicUrl: 'https://griot.example', now: shop.now }));
const rowsOf = (notice: Notice) => shop.db.outbox.findMany({ where: { key: { startsWith: notice.key } } });

describe('J3, STY-16 · the client of a finished garment is told', () => {
  test('on WhatsApp, with what is left to pay and a button that says the line; by SMS where it cannot be; a minute later, and once', async () => {
    const notice = await readyFor(await reachedBy(['whatsapp', 'phone']));
    expect([await telling(notice), await telling(notice)]).toEqual([[], []]);
    const [row, ...more] = await rowsOf(notice);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ channel: 'whatsapp', purpose: 'order', lane: 1, status: 'held', availableAt: new Date(shop.now.getTime() + 60_000), tenantId: shop.tenantId });
    expect(row?.payload).toMatchObject({ message: { interactive: { body: { text: expect.stringContaining('(Boubou bazin) est prête. Reste à payer : 25 000 F. Sans internet, composez le *384*22#.') } } }, sms: { text: expect.stringContaining('Boubou bazin est PRET. Reste 25 000 F.') } });
    const { number } = notice.values;
    expect(row?.payload).toMatchObject({ template: { name: 'order_is_ready', language: 'fr', parameters: ['Atelier', number, 'Boubou bazin', '25 000 F', '*384*22#'], buttons: [{ index: 0, payload: expect.stringMatching(/^s0:\/payer/) }, { index: 1, payload: expect.stringMatching(/^s0:\/ou est/) }] } });
    expect(JSON.stringify(row?.payload)).toMatch(/"id":"s0:\/payer \d{4} SHOP\d+","title":"Payer le reste"/);
    expect(await shop.db.message.count({ where: { outboxKey: row?.key ?? '' } })).toBe(1);
  });

  test('by SMS of one part where WhatsApp was never written on, in their language', async () => {
    const notice = await readyFor(await reachedBy(['phone'], 'en'));
    await telling(notice);
    const [row] = await rowsOf(notice);
    const { text } = row?.payload as { text: string };
    expect([row?.channel, text.includes('is READY. Left to pay: 25'), segments(text).parts]).toEqual(['sms', true, 1]);
  });

  test('once also when something new is told with it', async () => {
    const [old, fresh] = [await readyFor(await reachedBy(['phone'])), await readyFor(await reachedBy(['phone']))];
    await telling(old);
    await telling(old, fresh);
    const said = await shop.db.message.findMany({ where: { OR: [old, fresh].map(({ key }) => ({ outboxKey: { startsWith: key } })) } });
    expect([said.length, (await rowsOf(old)).length, (await rowsOf(fresh)).length]).toEqual([2, 1, 1]);
  });

  test('not at all without a phone: the workshop hears of it', async () => {
    const notice = await readyFor(await reachedBy([]));
    expect(await telling(notice)).toEqual([notice.key]);
    expect(await rowsOf(notice)).toEqual([]);
  });

  test('whose template is full whatever is missing, and has the buttons that were approved', async () => {
    const notice = await readyFor(await reachedBy(['whatsapp', 'phone']));
    const bare: Notice = { ...notice, key: `${notice.key}:bare`, values: { ...notice.values, what: ' ' } };
    await telling(bare);
    const [row] = await rowsOf(bare);
    expect(row?.payload).toMatchObject({ template: { parameters: ['Atelier', expect.any(String), '-', '25 000 F', '*384*22#'] } });
    await expect(telling({ ...notice, key: `${notice.key}:other`, offers: [] })).rejects.toThrow('notices.ready offers other lines');
  });

  test('never somebody of another business', async () => {
    const notice = await readyFor(await reachedBy(['phone']));
    expect(await shop.db.$transaction((tx) => tell(tx, { id: shop.nobody, keepsLetters: false }, [notice], { texts, serviceCode: '*384*22#', publicUrl: 'https://griot.example', now: shop.now }))).toEqual([notice.key]);
  });
});
