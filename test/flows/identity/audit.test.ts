import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyAudit } from '../../../src/domain/operators/audit.ts';
import type { AfricastalkingStandin } from '../../../src/standins/africastalking.ts';
import { settle } from '../../helpers/networks.ts';
import { openWorld, type World } from '../../helpers/world.ts';

/** What was taken out of the books leaves a line in the one that nobody can change: that it was there, when it went, and nothing of it. */
let world: World;
let phones: AfricastalkingStandin;
beforeAll(async () => {
  world = await openWorld();
  if (world.standins.phones === undefined) throw new Error('phones are simulated here');
  phones = world.standins.phones;
});
afterAll(() => world.close());

const lines = () => world.db.auditLog.findMany({ orderBy: { id: 'asc' } });
const [AFI, JEAN] = ['+2290197000001', '+2290196000002'];

test('a PIN that was typed', async () => {
  await phones.dial(AFI, '*384*22#');
  await phones.session(AFI)?.type('4321');
  await settle(world);
  const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { phone: AFI } });
  const erased = await world.db.inboundEvent.findMany({ where: { contactId, content: { path: ['erased'], equals: true } } });
  expect(erased).toHaveLength(1);
  expect(await lines()).toEqual([expect.objectContaining({ actor: 'griot', action: 'code.erased', entity: 'InboundEvent', entityId: String(erased[0]?.id), before: null, after: null })]);
});

test('a person who asked to be deleted', async () => {
  const { persons: [held] } = await world.db.contact.findUniqueOrThrow({ where: { phone: JEAN }, include: { persons: true } });
  for (const text of ['supprimer', '4', '1']) {
    await phones.userSmsSends(JEAN, text);
    await settle(world);
  }
  const { personId = '' } = held ?? {};
  expect(await world.db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ fullName: 'J. H.', erasedAt: expect.any(Date) });
  expect((await lines()).at(-1)).toMatchObject({ actor: `person:${personId}`, action: 'person.erased', entity: 'Person', entityId: personId, after: { texts: true } });
});

test('in one unbroken chain', async () => {
  expect(await verifyAudit(world.db)).toEqual({ rows: 2 });
});
