import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sent } from '../../src/channels/channel.ts';
import { openDatabase, type Database } from '../../src/db/open-database.ts';
import type { Parcel } from '../../src/db/outbox.ts';
import { echoed, echoing } from '../helpers/echo.ts';
import { openTestDatabase, SERVER } from '../helpers/database.ts';
import { fromMeta, networksOf, said, settle } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

const worlds: World[] = [];
const { flows, handlers } = echoing();
/** What left, from whichever process. */
const left: { to: string; text: string }[] = [];
async function send({ id, externalId, payload }: Parcel): Promise<Sent> {
  left.push({ to: externalId, text: echoed((payload as { message: { text: { body: string } } }).message.text.body) });
  return { outcome: 'accepted', providerId: `sent.${id}` };
}

const onServer = SERVER === undefined ? describe.skip : describe;
if (SERVER === undefined) console.info('TEST_DATABASE_URL is unset: the embedded database belongs to one process');

onServer('two processes on one database', () => {
  let first: Database;
  beforeAll(async () => {
    first = await openTestDatabase();
    const [row] = await first.prisma.$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
    const databaseUrl = Object.assign(new URL(SERVER ?? ''), { pathname: `/${row?.name ?? ''}` }).href;
    const second = await openDatabase({ databaseUrl, dataDir: 'memory:' });
    const kept = { ...first, close: () => Promise.resolve() };
    for (const database of [kept, second]) worlds.push(await openWorld({ flows, handlers, send, env: { FLOOD_LIMIT: '25/10' }, cast: false, database }));
  });
  afterAll(async () => {
    for (const world of worlds) await world.close();
    await first.close();
  });

  const posted = (at: number, body: object) => {
    const world = worlds[at % worlds.length];
    return world === undefined ? Promise.reject(new Error('no process')) : networksOf(world).meta(body);
  };
  const text = (waId: string, n: string) => {
    const [world] = worlds;
    return world === undefined ? {} : fromMeta(world, [said({ from: waId, id: `wamid.${waId}.${n}`, text: `n${n}` })]);
  };
  const calm = async () => {
    for (let round = 0; round < 3; round++) for (const world of worlds) {
      await world.mail.sweep();
      world.post.ring();
      await settle(world);
    }
  };
  const numbers = Array.from({ length: 20 }, (_, at) => `${at + 1}`.padStart(2, '0'));
  const textsTo = (waId: string) => left.filter(({ to }) => to === waId).map(({ text }) => text).slice(1);

  test('answer a message once that was posted to both at once, many times', async () => {
    for (let round = 0; round < 10; round++) {
      const waId = `22901966${10_000 + round}`;
      await posted(0, text(waId, 'hello'));
      await calm();
      const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => posted(at, text(waId, '1'))));
      await calm();
      expect([answers.map(({ status }) => status), textsTo(waId)]).toEqual([[200, 200, 200, 200, 200, 200], ['n1']]);
    }
  });

  test('answer one person in order, whichever of them each message was posted to', async () => {
    const waId = '2290196700001';
    await posted(0, text(waId, 'hello'));
    await calm();
    for (const [at, n] of numbers.entries()) expect((await posted(at, text(waId, n))).status).toBe(200);
    await calm();
    expect(textsTo(waId)).toEqual(numbers.map((n) => `n${n}`));
  });

  test('make one contact of a newcomer who writes to both at once', async () => {
    for (let round = 0; round < 10; round++) {
      const waId = `22901968${10_000 + round}`;
      await Promise.all(numbers.slice(0, 4).map((n, at) => posted(at, text(waId, n))));
      await calm();
      expect(await first.prisma.contact.count({ where: { phone: `+${waId}` } })).toBe(1);
      expect(left.filter(({ to }) => to === waId)).toHaveLength(4);
    }
  });

  test('give a burst one notice and one summary, whichever of them reads it and whichever has the timer', async () => {
    const burst = Array.from({ length: 40 }, (_, at) => `${at}`);
    for (let round = 0; round < 5; round++) {
      const waId = `22901970${10_000 + round}`;
      await posted(0, text(waId, 'hello'));
      await calm();
      for (const world of worlds) world.clock.forward({ minutes: 1 });
      await Promise.all(burst.map((n, at) => posted(at, text(waId, n))));
      await calm();
      for (const world of worlds) world.clock.forward({ seconds: 11 });
      await Promise.all(worlds.map(async (world) => world.due?.ring()));
      await calm();
      const texts = textsTo(waId);
      expect(texts).toHaveLength(27);
      expect(texts.slice(25)).toEqual([expect.stringContaining('Je lis tout'), expect.stringContaining('15 messages restés')]);
      expect(await first.prisma.message.count({ where: { direction: 'in', text: { startsWith: 'n' }, contactId: (await first.prisma.contact.findUniqueOrThrow({ where: { phone: `+${waId}` } })).id } })).toBe(41);
    }
  });

  test('give one screen to a hop posted to both at once', async () => {
    const hop = (at: number, path: string) => {
      const world = worlds[at];
      return world === undefined ? Promise.reject(new Error('no process')) : networksOf(world).form('ussd', { sessionId: 'ATUid_1', phoneNumber: '+2290196900001', serviceCode: '*384*22#', networkCode: '99999', text: path });
    };
    for (const path of ['', 'un', 'un*deux', 'un*deux*trois']) {
      const [one, other] = await Promise.all([hop(0, path), hop(1, path)]);
      expect(one.body).toMatch(/^CON /);
      expect(other.body).toBe(one.body);
    }
    expect(await first.prisma.ussdHop.count()).toBe(4);
  });
});
