import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Flood } from '../../src/db/desk.ts';
import { fromMeta, networksOf, said, settle, shownTo, smsTo, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let networks: Networks;

beforeAll(async () => {
  world = await openWorld({ cast: false });
  networks = networksOf(world);
});
afterAll(() => world.close());

let people = 0;
/** Somebody who said hello on WhatsApp, with a burst that is over and not told about yet. */
async function somebody() {
  const waId = `2290198${String(10_000 + people++)}0`;
  await networks.meta(fromMeta(world, [said({ from: waId, id: `wamid.${waId}`, text: 'Bonjour' })]));
  await settle(world);
  const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { phone: `+${waId}` } });
  const flood: Flood = { seen: [world.now().getTime() - 60_000], burst: { id: 7, withheld: 20, acts: [], acted: 0 } };
  await world.db.conversation.update({ where: { contactId }, data: { flood } });
  return { waId, phone: `+${waId}`, contactId };
}
/** A timer that is due now, done, and played. */
async function due(contactId: string, { step = null, what = 'flood', key = `test:${contactId}` }: { step?: number | null; what?: string; key?: string } = {}) {
  await world.db.due.create({ data: { key, kind: 'wake', contactId, step, payload: { what, about: '7' }, runAt: world.now(), createdAt: world.now() } });
  await world.due?.ring();
  await settle(world);
}
const letterOf = (key: string) => world.db.inboundEvent.findUniqueOrThrow({ where: { provider_eventId: { provider: 'griot', eventId: key } } });
const stateOf = async (key: string) => world.db.inboundState.findUniqueOrThrow({ where: { eventId: (await letterOf(key)).id } });
const TOLD = expect.stringContaining('20 messages restés');

test('a timer is a letter in the mail of its contact, stored once, and is answered where they wrote last', async () => {
  const awa = await somebody();
  await due(awa.contactId, { key: 'once' });
  expect(await letterOf('once')).toMatchObject({ kind: 'wake', contactId: awa.contactId, channel: 'whatsapp', content: { type: 'wake', what: 'flood', about: '7' } });
  expect(await stateOf('once')).toMatchObject({ status: 'done' });
  expect(shownTo(world, awa.waId).slice(1)).toEqual([TOLD]);

  await world.db.due.update({ where: { key: 'once' }, data: { status: 'waiting' } }); // as if its worker had died
  await world.due?.ring();
  await settle(world);
  expect(await world.db.inboundEvent.count({ where: { eventId: 'once' } })).toBe(1);
  expect(shownTo(world, awa.waId)).toHaveLength(2);
});

test('one stamped with the step where the conversation stands is played; one of a step that was left does nothing', async () => {
  const awa = await somebody();
  const { step } = await world.db.conversation.findUniqueOrThrow({ where: { contactId: awa.contactId } });
  await due(awa.contactId, { step: step - 1, key: 'stale' });
  expect([await stateOf('stale'), shownTo(world, awa.waId)]).toMatchObject([{ status: 'done' }, { length: 1 }]);
  await due(awa.contactId, { step, key: 'in time' });
  expect(shownTo(world, awa.waId).slice(1)).toEqual([TOLD]);
});

test('it is nobody coming back: it opens no window, is no message of theirs, and lets their silence grow', async () => {
  const awa = await somebody();
  const before = await world.db.conversation.findUniqueOrThrow({ where: { contactId: awa.contactId } });
  const address = () => world.db.channelIdentity.findFirstOrThrow({ where: { contactId: awa.contactId } });
  const { windowExpiresAt, lastSeenAt } = await address();
  world.clock.forward({ hours: 1 });
  await due(awa.contactId);
  expect(await world.db.conversation.findUniqueOrThrow({ where: { contactId: awa.contactId } })).toMatchObject({ updatedAt: before.updatedAt, session: before.session, step: before.step });
  expect(await address()).toMatchObject({ windowExpiresAt, lastSeenAt });
  expect(await world.db.message.findMany({ where: { contactId: awa.contactId }, orderBy: { id: 'asc' }, select: { direction: true } })).toEqual([{ direction: 'in' }, { direction: 'out' }, { direction: 'out' }]);
});

test('what it says on WhatsApp counts for the pair rule like any message', async () => {
  const awa = await somebody();
  world.clock.forward({ hours: 1 });
  await due(awa.contactId);
  const { paceUntil } = await world.db.channelIdentity.findFirstOrThrow({ where: { contactId: awa.contactId } });
  expect(shownTo(world, awa.waId)).toHaveLength(2);
  expect((paceUntil?.getTime() ?? 0) - world.now().getTime()).toBeGreaterThan(5_000);
});

test('who dialled last is told by SMS', async () => {
  const awa = await somebody();
  await networks.form('ussd', { sessionId: 'ATUid_1', phoneNumber: awa.phone, serviceCode: '*384*22#', networkCode: '99999', text: '' });
  await due(awa.contactId);
  expect([shownTo(world, awa.waId).length, smsTo(world, awa.phone)]).toEqual([1, [TOLD]]);
  expect(await world.db.conversation.findUniqueOrThrow({ where: { contactId: awa.contactId } })).toMatchObject({ channel: 'ussd' });
  expect(await world.db.message.findFirst({ where: { contactId: awa.contactId }, orderBy: { id: 'desc' } })).toMatchObject({ direction: 'out', channel: 'sms' });
});

test('one planned for a contact that became another finds the other', async () => {
  const [old, awa] = [await somebody(), await somebody()];
  await world.db.contact.update({ where: { id: old.contactId }, data: { phone: null, key: `merged:${old.contactId}`, mergedIntoId: awa.contactId } });
  await world.db.channelIdentity.updateMany({ where: { contactId: old.contactId }, data: { contactId: awa.contactId } });
  await due(old.contactId, { key: 'moved' });
  await world.mail.sweep();
  await settle(world);
  expect(await stateOf('moved')).toMatchObject({ contactId: awa.contactId, status: 'done' });
  expect([...shownTo(world, awa.waId), ...shownTo(world, old.waId)]).toContainEqual(TOLD);
});

test('one that nobody knows is parked where an operator sees it, without a word to the person, and holds up nothing', async () => {
  const awa = await somebody();
  await due(awa.contactId, { what: 'tea', key: 'tea' });
  for (let tries = 0; tries < 2; tries++) {
    world.clock.forward({ seconds: 5 });
    await world.mail.sweep();
    await settle(world);
  }
  expect(await stateOf('tea')).toMatchObject({ status: 'parked', attempts: 3 });
  expect(shownTo(world, awa.waId)).toHaveLength(1);
  await networks.meta(fromMeta(world, [said({ from: awa.waId, id: 'wamid.after', text: 'menu' })]));
  await settle(world);
  expect(shownTo(world, awa.waId)).toHaveLength(2);
});
