import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Parcel } from '../../src/db/outbox.ts';
import { echoed, echoing } from '../helpers/echo.ts';
import { fromMeta, networksOf, said, settle, until, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let networks: Networks;
const { echoes, ...echo } = echoing();

/** What left, by whom it was for; a sender may be held at the door. */
const left: { to: string; text: string }[] = [];
const doors = new Map<string, Promise<undefined>>();
async function send({ id, externalId, payload }: Parcel) {
  await doors.get(externalId);
  left.push({ to: externalId, text: textOf(payload) });
  return { outcome: 'accepted' as const, providerId: `sent.${id}` };
}
const textOf = (payload: unknown): string => {
  const { message, text } = payload as { message?: { text?: { body?: string } }; text?: string };
  return echoed(message?.text?.body ?? text ?? '');
};

beforeAll(async () => {
  world = await openWorld({ ...echo, send, cast: false });
  networks = networksOf(world);
});
afterEach(() => {
  echoes.take = () => Promise.resolve();
});
afterAll(() => world.close());

let people = 0;
async function somebody(): Promise<string> {
  const waId = `2290197${String(10_000 + people++)}0`;
  await networks.meta(fromMeta(world, [said({ from: waId, id: `wamid.${waId}.hello`, text: 'Bonjour' })]));
  await settle(world);
  left.length = 0;
  return waId;
}
const says = async (waId: string, text: string) => {
  await networks.meta(fromMeta(world, [said({ from: waId, id: `wamid.${waId}.${text}`, text })]));
  await settle(world);
};
/** The pause before the next try goes by. */
const later = async () => {
  world.clock.forward({ minutes: 1 });
  await world.mail.sweep();
  await settle(world);
};
const stateOf = async (waId: string, text: string) => {
  const { id } = await world.db.inboundEvent.findFirstOrThrow({ where: { eventId: `wamid.${waId}.${text}` } });
  const { status, attempts, error } = await world.db.inboundState.findUniqueOrThrow({ where: { eventId: id } });
  return { id, status, attempts, error };
};
const tracesOf = async (id: bigint) => ({
  said: await world.db.message.count({ where: { eventId: id } }),
  planned: await world.db.outbox.count({ where: { key: { startsWith: `turn:${id}:` } } }),
  marks: await world.db.setting.count({ where: { key: { startsWith: 'mark.' } } }),
});
const NOTHING = { said: 0, planned: 0, marks: 0 };

/** Writes something, then fails, as often as its letter has been tried: what it wrote must go with it. */
const failing = (times: number, how: 'by itself' | 'in the database' = 'by itself') => {
  echoes.take = async ({ db, desk }, text) => {
    const tried = desk.letter?.attempts ?? 0;
    if (text !== 'boum' || tried >= times) return;
    await db.setting.create({ data: { key: `mark.${tried}`, value: {} } });
    if (how === 'in the database') await db.setting.create({ data: { key: `mark.${tried}`, value: {} } });
    throw new Error('boum');
  };
};

describe.each(['by itself', 'in the database'] as const)('a turn that fails %s', (how) => {
  test('is tried three times, leaves nothing each time, is parked, and the next message is answered', async () => {
    const waId = await somebody();
    failing(Number.POSITIVE_INFINITY, how);
    await says(waId, 'boum');
    const { id } = await stateOf(waId, 'boum');
    for (const attempts of [1, 2]) {
      expect(await stateOf(waId, 'boum')).toMatchObject({ status: 'waiting', attempts });
      expect(await tracesOf(id)).toEqual(NOTHING);
      expect(left).toEqual([]);
      await later();
    }
    expect(await stateOf(waId, 'boum')).toMatchObject({ status: 'parked', attempts: 3, error: expect.any(String) });
    expect(await tracesOf(id)).toEqual({ ...NOTHING, said: 1 }); // the apology, and nothing of the turn
    expect(left).toEqual([{ to: waId, text: expect.stringContaining('*menu*') }]);

    await says(waId, 'suite');
    await later();
    expect(left.slice(1)).toEqual([{ to: waId, text: 'suite' }]);
  });
});

test('a turn that fails twice and then succeeds has one effect and one answer', async () => {
  const waId = await somebody();
  failing(2);
  await says(waId, 'boum');
  await later();
  await later();
  expect(left).toEqual([{ to: waId, text: 'boum' }]);
  const { id, ...state } = await stateOf(waId, 'boum');
  expect(state).toMatchObject({ status: 'done', attempts: 3 });
  expect(await tracesOf(id)).toEqual({ said: 2, planned: 1, marks: 0 });
});

test('what comes behind a failing turn waits for it, and is answered after it in order', async () => {
  const waId = await somebody();
  failing(1);
  await networks.meta(fromMeta(world, ['boum', 'un', 'deux'].map((text) => said({ from: waId, id: `wamid.${waId}.${text}`, text }))));
  await settle(world);
  expect(left).toEqual([]);
  await later();
  expect(left.map(({ text }) => text)).toEqual(['boum', 'un', 'deux']);
});

test('who is spoken to in English is told so in English', async () => {
  const waId = await somebody();
  const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { phone: `+${waId}` } });
  const { id: personId } = await world.db.person.create({ data: { fullName: 'Rose Agbo', language: 'en', contacts: { create: { contactId } } } });
  await world.db.conversation.update({ where: { contactId }, data: { personId, persona: 'client' } });
  failing(Number.POSITIVE_INFINITY);
  await says(waId, 'boum');
  for (let tries = 1; tries < 3; tries++) await later();
  expect(left).toEqual([{ to: waId, text: expect.stringContaining('Sorry, something went wrong') }]);
});

test('a parked turn that is played again works, and apologises no second time if it fails again', async () => {
  const waId = await somebody();
  failing(3);
  await says(waId, 'boum');
  for (let tries = 1; tries < 3; tries++) await later();
  const { id } = await stateOf(waId, 'boum');
  expect(left).toHaveLength(1);

  const replay = async () => {
    const { contactId } = await world.db.inboundState.update({ where: { eventId: id }, data: { status: 'waiting', attempts: 0, availableAt: world.now() } });
    world.mail.ring(contactId);
    await settle(world);
  };
  failing(3);
  await replay();
  await later();
  await later();
  expect(await stateOf(waId, 'boum')).toMatchObject({ status: 'parked' });
  expect(left).toHaveLength(1);

  failing(0);
  await replay();
  expect(await stateOf(waId, 'boum')).toMatchObject({ status: 'done' });
  expect(left.slice(1)).toEqual([{ to: waId, text: 'boum' }]);
});

test('the failing turn of one person holds up nobody else', async () => {
  const [awa, jean] = [await somebody(), await somebody()];
  failing(Number.POSITIVE_INFINITY);
  await says(awa, 'boum');
  await says(jean, 'un');
  expect(left).toEqual([{ to: jean, text: 'un' }]);
  await later();
  await later();
});

test('a send that hangs for one person holds up nobody else, and what is behind it stays behind it', async () => {
  const [awa, jean] = [await somebody(), await somebody()];
  const gate = Promise.withResolvers<undefined>();
  doors.set(awa, gate.promise);
  await networks.meta(fromMeta(world, ['un', 'deux'].map((text) => said({ from: awa, id: `wamid.${awa}.${text}`, text }))));
  await world.mail.quiet();
  await networks.meta(fromMeta(world, [said({ from: jean, id: `wamid.${jean}.un`, text: 'un' })]));
  const meanwhile = await until(() => left.length > 0).then(() => [...left]).finally(() => gate.resolve(undefined));
  expect(meanwhile).toEqual([{ to: jean, text: 'un' }]);
  await settle(world);
  expect(left.slice(1).map(({ text }) => text)).toEqual(['un', 'deux']);
});

test('on USSD the screen says sorry at once, and the next dial is answered', async () => {
  const hop = (text: string, session = 'ATUid_1') => networks.form('ussd', { sessionId: session, phoneNumber: '+2290197550001', serviceCode: '*384*22#', networkCode: '99999', text });
  failing(1);
  expect((await hop('')).body).toMatch(/^CON /);
  expect(await hop('boum')).toMatchObject({ status: 200, body: expect.stringMatching(/^END /) });
  expect(await world.db.inboundState.findFirst({ where: { status: 'parked', contactId: (await world.db.contact.findUniqueOrThrow({ where: { key: '+2290197550001' } })).id } })).toMatchObject({ attempts: 1 });
  expect((await hop('', 'ATUid_2')).body).toMatch(/^CON /);
});
