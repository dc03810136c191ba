import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseWebhook } from '../../src/channels/whatsapp/receive.ts';
import { recorded, textOf } from '../channels/whatsapp/payloads.ts';
import { networksOf, settle, type Networks } from '../helpers/networks.ts';
import { NO_FLOOD, openWorld, type World } from '../helpers/world.ts';

/** Each recording through the real routes of the whole app: what is answered, stored, and said. */
let world: World;
let networks: Networks;
beforeAll(async () => {
  world = await openWorld({ cast: false, env: { ...NO_FLOOD, WHATSAPP_PHONE_NUMBER_ID: '106540352242922' } });
  networks = networksOf(world);
});
afterAll(() => world.close());

const names = readdirSync(new URL('../fixtures/whatsapp/', import.meta.url));
const graph = () => {
  const { graph } = world.standins;
  if (graph === undefined) throw new Error('WhatsApp is simulated here');
  return graph;
};
/** All that we have sent on WhatsApp, to anybody. */
const sent = () => graph().log.phones().flatMap((phone) => graph().log.of(phone)).flatMap((entry) => (entry.from === 'business' ? [entry] : []));
const lastEvent = () => world.db.inboundEvent.findFirstOrThrow({ where: { kind: { not: 'status' } }, orderBy: { id: 'desc' } });

type Body = { entry: { id: string; changes: { field: string; value: { messages?: { id: string }[]; statuses?: { id: string }[] } }[] }[] };

/** Meta's samples share a message id or two: each is given its own, or the second would be a repetition of the first. */
function own(name: string): Body {
  const body = recorded(name) as Body;
  const items = body.entry.flatMap(({ changes }) => changes.flatMap(({ value }) => [...(value.messages ?? []), ...(value.statuses ?? [])]));
  for (const item of items) item.id = `wamid.${name}`;
  return body;
}

/** Posts it, and again: the second time nothing may happen. */
async function posted(name: string) {
  const body = own(name);
  const before = { replies: sent().length, events: await world.db.inboundEvent.count(), heard: await world.db.message.count({ where: { direction: 'in' } }) };
  const first = await networks.meta(body);
  await settle(world);
  const after = await all();
  const second = await networks.meta(body);
  await settle(world);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(await all()).toEqual(after);
  return { replies: sent().slice(before.replies), ...after, heard: after.heard - before.heard };
}
const all = async () => ({
  events: await world.db.inboundEvent.count(), mail: await world.db.inboundState.count(), heard: await world.db.message.count({ where: { direction: 'in' } }),
  consents: await world.db.consentEvent.count(), notices: await world.db.notice.count(), contacts: await world.db.contact.count(), outbox: await world.db.outbox.count(),
});

const SHEENA = '16505551234';

describe('what a person sends is stored, opens the window and is answered once', () => {
  test.each([
    ['meta_text_referred_product.json', { type: 'text', text: 'Is this still available?', context: { product: { catalogId: '194836987003835', productId: 'di9ozbzfi4' } } }],
    ['meta_text_ctwa_referral.json', { type: 'text', context: { referral: { source_type: 'ad', source_id: '120226305854810726', ctwa_clid: expect.any(String) } } }],
    ['meta_image_with_url.json', { type: 'media', media: { kind: 'image', id: '1003383421387256', mime: 'image/jpeg', sha256: expect.any(String) } }],
    ['meta_video.json', { type: 'media', media: { kind: 'video', id: '731675419373506' } }],
    ['meta_audio_voice.json', { type: 'media', media: { kind: 'voice' } }],
    ['meta_document.json', { type: 'media', media: { kind: 'document', filename: 'receipt.pdf', caption: 'my receipt' } }],
    ['meta_sticker.json', { type: 'media', media: { kind: 'sticker', animated: true } }],
    ['meta_location.json', { type: 'location', latitude: 37.44221496582, longitude: -122.16165924072 }],
    ['meta_location_reply_to_request.json', { type: 'location', context: { repliesTo: expect.any(String) } }],
    ['meta_contacts.json', { type: 'cards', own: false, cards: [{ phones: [{ waId: '14125550829' }] }] }],
    ['meta_order.json', { type: 'order', catalogId: '194836987003835', items: [{ quantity: 2 }, { quantity: 1 }] }],
    ['meta_button_template_quick_reply.json', { type: 'tap', id: 'Unsubscribe', title: 'Unsubscribe', context: { repliesTo: expect.any(String) } }],
    ['meta_interactive_list_reply.json', { type: 'tap', id: 'priority_express' }],
    ['meta_interactive_button_reply.json', { type: 'tap', id: 'cancel-button' }],
    ['meta_unsupported_edit.json', { type: 'unreadable', code: 131051, what: 'edit' }],
  ])('%s', async (name, content) => {
    await world.db.channelIdentity.updateMany({ data: { windowExpiresAt: null } }); // they were recorded in any order
    const { replies, heard } = await posted(name);
    const event = await lastEvent();
    expect(event.content).toMatchObject(content);
    expect(JSON.stringify(event.content)).not.toContain('https://lookaside');
    expect([heard, replies.length]).toEqual([1, 1]);
    expect(replies[0]?.request).toMatchObject({ to: expect.stringContaining(SHEENA.slice(1)), biz_opaque_callback_data: expect.any(String) });
    expect(replies[0]?.request).not.toHaveProperty('recipient');
    const identity = await world.db.channelIdentity.findUniqueOrThrow({ where: { channel_externalId: { channel: 'whatsapp', externalId: SHEENA } }, include: { contact: true } });
    expect(identity).toMatchObject({ id: event.identityId, windowExpiresAt: new Date(event.happenedAt.getTime() + 24 * 3_600_000), contact: { phone: '+16505551234' } });
  });

  test('nobody was made a contact but the sender', async () => {
    expect(await world.db.contact.count()).toBe(1);
  });
});

describe('what is told about a person, or was said elsewhere, is stored and never answered', () => {
  test.each([
    ['meta_reaction.json', 'reaction', { emoji: '👍', to: expect.any(String) }],
    ['meta_edit_image_caption.json', 'edit', { original: expect.any(String) }],
    ['meta_revoke.json', 'revoke', { original: expect.any(String) }],
    ['meta_history.json', 'history', { messages: 4 }],
  ])('%s', async (name, kind, content) => {
    const { replies, heard } = await posted(name);
    expect(await lastEvent()).toMatchObject({ kind, content });
    expect([heard, replies]).toEqual([0, []]);
    expect(await world.db.contact.count()).toBe(1);
  });

  test('a group message and an echo of our own side neither', async () => {
    const body = own('meta_text_referred_product.json');
    const [change] = body.entry.flatMap(({ changes }) => changes);
    const [message] = change?.value.messages ?? [];
    const before = { replies: sent().length, heard: await world.db.message.count() };
    const told = (field: string, value: object) => networks.meta({ ...body, entry: [{ id: '102290129340398', changes: [{ field, value: { ...change?.value, messages: undefined, ...value } }] }] });
    await told('messages', { messages: [{ ...message, id: 'wamid.group', group_id: 'Y2FwaV9ncm91cDo' }] });
    await told('smb_message_echoes', { message_echoes: [{ from: '15550783881', to: SHEENA, id: 'wamid.echo', timestamp: '1750000000', type: 'text', text: { body: 'Oui' } }] });
    await settle(world);
    expect({ replies: sent().length, heard: await world.db.message.count() }).toEqual(before);
    expect(await world.db.inboundEvent.findMany({ where: { eventId: { in: ['wamid.group', 'wamid.echo'] } }, select: { kind: true }, orderBy: { id: 'asc' } })).toEqual([{ kind: 'group' }, { kind: 'echo' }]);
  });

  test('meta_user_preferences_resume.json: the consent to promotions is given again, also after a STOP', async () => {
    const { id } = await world.db.contact.findUniqueOrThrow({ where: { phone: '+16505551234' } });
    await world.db.consentEvent.create({ data: { contactId: id, purpose: 'promo', value: false, channel: 'whatsapp', textVersion: '1', at: world.now() } });
    const { replies, heard } = await posted('meta_user_preferences_resume.json');
    expect([heard, replies]).toEqual([0, []]);
    expect(await world.db.consentEvent.findMany({ where: { contactId: id, purpose: 'promo' }, orderBy: { id: 'asc' }, select: { value: true } })).toEqual([{ value: false }, { value: true }]);
  });
});

describe('ticks are kept, by the message they speak of', () => {
  test.each([
    ['meta_status_sent_pmp.json', 'sent', null],
    ['meta_status_no_conversation_no_pricing.json', 'sent', null],
    ['meta_status_failed_131049.json', 'failed', '131049'],
    ['meta_status_delivered_cbp.json', 'delivered', null],
    ['meta_bsuid_status_delivered_phone.json', 'delivered', null],
    ['meta_bsuid_status_delivered_no_phone.json', 'delivered', null],
    ['meta_bsuid_failed_no_contacts.json', 'failed', '131049'],
  ])('%s is %s', async (name, status, errorCode) => {
    const { replies, heard } = await posted(name);
    expect([heard, replies]).toEqual([0, []]);
    expect(await world.db.receipt.findMany({ where: { providerId: `wamid.${name}`, status } })).toEqual([expect.objectContaining({ errorCode })]);
  });
});

describe('people whose number is hidden, or changes', () => {
  test('meta_bsuid_text_no_phone.json is answered to the user id, and to no number', async () => {
    const { replies } = await posted('meta_bsuid_text_no_phone.json');
    expect(replies.map(({ request }) => request)).toEqual([expect.objectContaining({ recipient: 'US.13491208655302741918' })]);
    expect(replies[0]?.request).not.toHaveProperty('to');
    const identity = await world.db.channelIdentity.findFirstOrThrow({ where: { externalId: 'US.13491208655302741918' }, include: { contact: true } });
    expect(identity.contact.phone).toBeNull();
  });

  test('meta_system_number_change.json moves the conversation to the new number, and says nothing', async () => {
    const { id } = await world.db.contact.findUniqueOrThrow({ where: { phone: '+16505551234' } });
    const { replies, heard } = await posted('meta_system_number_change.json');
    expect([heard, replies]).toEqual([0, []]);
    expect(await world.db.contact.findUniqueOrThrow({ where: { phone: '+12195555358' } })).toMatchObject({ id });
    expect(await world.db.contact.findUnique({ where: { phone: '+16505551234' } })).toBeNull();
  });
});

/** News that our account may send no more: whoever wrote beside them gets no answer. */
const silences = (name: string): boolean => {
  const read = parseWebhook(own(name), { phoneNumberId: '106540352242922', receivedAt: world.now().toISOString() });
  return 'arrivals' in read && read.arrivals.some(({ content }) => content.type === 'notice' && content.sending === 'stop');
};

test('all of them in one post are what each of them is alone', async () => {
  const files = names.filter((name) => /^meta_(?!send_).*\.json$/.test(name) && !silences(name));
  const alone = { replies: 16, kinds: new Map<string, number>() };
  const before = { replies: sent().length, last: (await lastEvent()).id };
  for (const { kind } of await world.db.inboundEvent.findMany({ where: { eventId: { in: files.map((name) => `wamid.${name}`) } } })) alone.kinds.set(kind, (alone.kinds.get(kind) ?? 0) + 1);

  world.clock.forward({ minutes: 10 }); // the pair rule: no more than so many messages to one person
  const entry = files.flatMap((name) => JSON.parse(JSON.stringify(own(name)).replaceAll(`wamid.${name}`, `wamid.batch.${name}`)) as Body).flatMap((body) => body.entry);
  expect((await networks.meta({ object: 'whatsapp_business_account', entry })).status).toBe(200);
  await settle(world);

  const kinds = new Map<string, number>();
  for (const { kind } of await world.db.inboundEvent.findMany({ where: { id: { gt: before.last }, eventId: { in: files.map((name) => `wamid.batch.${name}`) } } })) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  expect([sent().length - before.replies, kinds]).toEqual([alone.replies, alone.kinds]);
  expect(await world.db.inboundState.findMany({ where: { status: { not: 'done' } } })).toEqual([]);
});

describe('malformed, and what belongs to no webhook', () => {
  test.each(names.filter((name) => name.endsWith('MALFORMED.txt')))('%s is 400', async (name) => {
    await world.post.sweep(); // what the failures told of before bring about comes at the sweeper's leisure
    await settle(world);
    const before = await all();
    expect((await networks.meta(textOf(name))).status).toBe(400);
    expect(await all()).toEqual(before);
  });
});

test('every recording is spoken of in this test or in that of the notices', () => {
  const spoken = ['payloads', 'notices'].map((test) => readFileSync(new URL(`${test}.test.ts`, import.meta.url), 'utf8')).join('');
  expect(names.filter((name) => /^meta_(?!send_).*\.json$/.test(name) && !spoken.includes(name))).toEqual([]);
});
