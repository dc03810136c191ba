import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readDesks } from '../../src/db/desk.ts';
import { fromMeta, networksOf, settle, shownTo, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

/** One person under several addresses: a hidden number, a number told later, a new number. */
let world: World;
let networks: Networks;
beforeAll(async () => {
  world = await openWorld();
  networks = networksOf(world);
});
afterAll(() => world.close());

let n = 0;
type Who = { from?: string; from_user_id?: string };
async function says(who: Who, text: string): Promise<void> {
  const contact = { profile: { name: 'Jean' }, ...(who.from === undefined ? {} : { wa_id: who.from }), ...(who.from_user_id === undefined ? {} : { user_id: who.from_user_id }) };
  const message = { ...who, id: `wamid.${n++}`, timestamp: String(Math.floor(world.now().getTime() / 1000)), type: 'text', text: { body: text } };
  expect((await networks.meta(fromMeta(world, [{ messages: [message], contacts: [contact] } as { messages: object[] }]))).status).toBe(200);
  await settle(world);
}
const moves = async (from: string, to: string) => {
  const system = { body: `User changed from ${from} to ${to}`, wa_id: to, type: 'user_changed_number' };
  await networks.meta(fromMeta(world, [{ messages: [{ from, id: `wamid.${n++}`, timestamp: '1795165200', type: 'system', system }] }]));
  await settle(world);
};
const contactOf = async (externalId: string) => (await world.db.channelIdentity.findUniqueOrThrow({ where: { channel_externalId: { channel: 'whatsapp', externalId } } })).contactId;
/** What the next turn of a contact would hold of its consents. */
const allowed = async (phone: string) => {
  const { id } = await world.db.contact.findUniqueOrThrow({ where: { phone } });
  const [desk] = await readDesks(world.db, [id], world.now());
  return Object.fromEntries((desk?.consents ?? []).map(({ purpose, value }) => [purpose, value]));
};

const AWA = '2290196000001';
const JEAN = '2290196000002';

describe('a hidden number', () => {
  test('that is told later makes one contact of two, whose earlier consents hold', async () => {
    await says({ from_user_id: 'BJ.100' }, 'Bonjour');
    await says({ from_user_id: 'BJ.100' }, 'STOP');
    const hidden = await contactOf('BJ.100');
    await says({ from: '2290195100001', from_user_id: 'BJ.100' }, 'Bonjour');
    const known = await contactOf('2290195100001');
    expect([await contactOf('BJ.100'), known === hidden]).toEqual([known, false]);
    expect(await allowed('+2290195100001')).toMatchObject({ promo: false });
  });

  test('that is hidden again is still the same person', async () => {
    await says({ from_user_id: 'BJ.100' }, 'Me revoila');
    const last = await world.db.inboundEvent.findFirstOrThrow({ where: { kind: 'text' }, orderBy: { id: 'desc' } });
    expect(last.contactId).toBe(await contactOf('2290195100001'));
  });

  test('of a client we know by phone is the client, as soon as both come together', async () => {
    await says({ from: AWA, from_user_id: 'BJ.200' }, 'menu');
    await says({ from_user_id: 'BJ.200' }, 'menu');
    const [reply] = world.standins.graph?.log.of('BJ.200').filter((entry) => entry.from === 'business') ?? [];
    expect([shownTo(world, AWA).at(-1), reply?.from === 'business' ? reply.shown.text : shownTo(world, AWA).at(-1)]).toEqual([expect.stringContaining('Awa'), expect.stringContaining('Awa')]);
  });
});

describe('a new number', () => {
  test('of a client brings the client along: greeted by name, with what was begun', async () => {
    await says({ from: JEAN }, 'menu');
    await moves(JEAN, '2290195200002');
    await says({ from: '2290195200002' }, 'menu');
    expect(shownTo(world, '2290195200002').at(-1)).toContain('Jean');
    expect(await world.db.contact.findUnique({ where: { phone: `+${JEAN}` } })).toBeNull();
  });

  test('that somebody had already written from becomes theirs, and a STOP said on either holds', async () => {
    await says({ from: '2290195300001' }, 'Bonjour');
    await says({ from: '2290195300002' }, 'Bonjour');
    await says({ from: '2290195300002' }, 'STOP');
    await moves('2290195300001', '2290195300002');
    expect(await allowed('+2290195300002')).toMatchObject({ promo: false });
    await says({ from: '2290195300002' }, 'REPRENDRE');
    expect(await allowed('+2290195300002')).toMatchObject({ promo: true });
  });

  test('taken over twice in a row still knows the first STOP', async () => {
    for (const last of ['1', '2', '3']) await says({ from: `229019540000${last}` }, 'Bonjour');
    await says({ from: '2290195400003' }, 'STOP');
    await moves('2290195400002', '2290195400003');
    await moves('2290195400001', '2290195400003');
    expect(await allowed('+2290195400003')).toMatchObject({ promo: false });
  });

  test('announced twice, or to itself, changes nothing more', async () => {
    const before = await world.db.contact.count();
    await moves('2290195300001', '2290195300002');
    await moves('2290195300002', '2290195300002');
    expect(await world.db.inboundState.count({ where: { status: { not: 'done' } } })).toBe(0);
    expect(await world.db.contact.findUnique({ where: { phone: '+2290195300002' } })).not.toBeNull();
    expect(await world.db.contact.count()).toBe(before);
  });
});

describe('mail of a contact that has become another', () => {
  test('is answered as that other, even when it was stored a moment before', async () => {
    await says({ from: '2290195500001' }, 'Bonjour');
    await says({ from: '2290195500002' }, 'Bonjour');
    const [from, to] = [await contactOf('2290195500001'), await contactOf('2290195500002')];
    const identity = await world.db.channelIdentity.findUniqueOrThrow({ where: { channel_externalId: { channel: 'whatsapp', externalId: '2290195500001' } } });
    await world.db.channelIdentity.update({ where: { id: identity.id }, data: { contactId: to } });
    await world.db.contact.update({ where: { id: from }, data: { phone: null, key: `merged:${from}`, mergedIntoId: to } });
    const event = await world.db.inboundEvent.create({ data: { provider: 'whatsapp', eventId: 'wamid.late', kind: 'text', contactId: from, identityId: identity.id, channel: 'whatsapp', content: { type: 'text', text: 'menu' }, hash: '', happenedAt: world.now(), receivedAt: world.now() } });
    await world.db.inboundState.create({ data: { eventId: event.id, contactId: from, availableAt: world.now() } });
    world.mail.ring(from);
    await settle(world);
    expect(await world.db.message.count({ where: { eventId: event.id } })).toBe(0);
    await world.mail.sweep();
    await settle(world);
    expect(await world.db.inboundState.findUniqueOrThrow({ where: { eventId: event.id } })).toMatchObject({ status: 'done', contactId: to });
    expect(await world.db.message.findFirst({ where: { eventId: event.id } })).toMatchObject({ contactId: to });
  });
});
