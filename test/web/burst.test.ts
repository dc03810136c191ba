import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { echoed, echoing } from '../helpers/echo.ts';
import { fromMeta, networksOf, said, settle, shownTo, until } from '../helpers/networks.ts';
import { NO_FLOOD, openWorld, type World } from '../helpers/world.ts';

/** Fifty people, twenty numbered messages each, all at once: each is answered once, in its order, on its own phone. */
let world: World;
const PHONES = Array.from({ length: 50 }, (_, at) => `2290191${String(at).padStart(6, '0')}`);
const NUMBERS = Array.from({ length: 20 }, (_, at) => `n${String(at + 1).padStart(2, '0')}`);

beforeAll(async () => {
  world = await openWorld({ ...echoing(), cast: false, env: { ...NO_FLOOD, WHATSAPP_RATE: '100000' } });
  world.standins.graph?.faults.set({ statusesUpTo: 'sent' });
});
afterAll(() => world.close());

const letter = (from: string, text: string) => said({ from, id: `wamid.${from}.${text}`, text: `${text} ${from}` });
const posted = async (items: object[]): Promise<void> => {
  expect((await networksOf(world).meta(fromMeta(world, items))).status).toBe(200);
};
/** One after the other, as Meta posts those of one person; of half of them all in one. */
const burst = async (from: string, at: number): Promise<void> => {
  if (at % 2 === 0) return posted(NUMBERS.map((text) => letter(from, text)));
  for (const text of NUMBERS) await posted([letter(from, text)]);
};

test('none lost, none swapped, none doubled', async () => {
  await Promise.all(PHONES.map((from) => posted([letter(from, 'Bonjour')])));
  await settle(world);
  await Promise.all(PHONES.map(burst));
  await settle(world);
  // A turn that a busy machine cut short is played again after a pause, which nobody counts as work.
  await until(() => {
    world.clock.forward({ seconds: 0.01 });
    return PHONES.every((from) => shownTo(world, from).length > NUMBERS.length);
  });
  await settle(world);
  for (const from of PHONES) expect(shownTo(world, from).slice(1).map(echoed)).toEqual(NUMBERS.map((text) => `${text} ${from}`));
  expect(await world.db.outbox.groupBy({ by: ['status', 'doubts'], _count: true })).toEqual([{ status: 'sent', doubts: 0, _count: PHONES.length * (NUMBERS.length + 1) }]);
}, 120_000);
