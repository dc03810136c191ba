import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from './outgoing.ts';

/** What somebody said, and what was to be said to them, goes when they ask for it. */
let world: World;
let post: Outgoing;
const AWA = '+2290196000001';

beforeAll(async () => {
  world = await openWorld();
  post = await outgoing(world);
});
afterAll(() => world.close());

test('what waited for the morning is not said to somebody who is deleted, nor tried, nor called unknown', async () => {
  await post.says(AWA, 'Bonjour');
  world.clock.forward({ hours: 12 });
  await post.send({ to: AWA, purpose: 'reminder', text: 'Awa, votre essayage' }, { to: AWA, purpose: 'reminder', text: 'Awa, votre essayage', channel: 'sms' });
  for (const text of ['supprimer', '4', '1']) await post.says(AWA, text);
  for (let tries = 0; tries < 8; tries++) await post.later({ hours: 2 });
  const rows = await world.db.outbox.findMany({ where: { purpose: 'reminder' } });
  expect(rows.map(({ status, attempts, payload }) => ({ status, attempts, payload }))).toEqual(Array.from({ length: 2 }, () => ({ status: 'withdrawn', attempts: 0, payload: {} })));
});

test.each<['whatsapp' | 'sms']>([['whatsapp'], ['sms']])('a row without words has failed, once and for all: nobody wonders whether it went out (%s)', async (channel) => {
  const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { key: '+2290196000002' } });
  const row = { key: `empty:${channel}`, contactId, channel, externalId: '2290196000002', purpose: 'reply', lane: 0, provider: 'whatsapp', payload: {}, availableAt: world.now(), createdAt: world.now() };
  await world.db.outbox.create({ data: row });
  await post.quiet();
  for (let tries = 0; tries < 5; tries++) await post.later({ minutes: 1 });
  expect(await world.db.outbox.findUnique({ where: { key: row.key } })).toMatchObject({ status: 'failed', attempts: 1, doubts: 0, error: 'not written as a message' });
});
