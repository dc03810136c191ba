import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openIntake } from '../../src/conversation/receive.ts';
import { echoed, echoing } from '../helpers/echo.ts';
import { fromMeta, networksOf, said, settle, shownTo, smsTo, until, type Networks } from '../helpers/networks.ts';
import { NO_FLOOD, openWorld, type World } from '../helpers/world.ts';

let world: World;
let networks: Networks;
const { echoes, ...echo } = echoing();

beforeAll(async () => {
  world = await openWorld({ ...echo, env: NO_FLOOD, cast: false });
  networks = networksOf(world);
});
afterAll(() => world.close());

let people = 0;
/** Somebody who has said hello and been greeted: from now on, every text is echoed. */
async function somebody(): Promise<string> {
  const waId = `2290196${String(10_000 + people++)}0`;
  await networks.meta(fromMeta(world, [said({ from: waId, id: `wamid.${waId}.hello`, text: 'Bonjour' })]));
  await settle(world);
  return waId;
}
const text = (waId: string, n: number | string) => said({ from: waId, id: `wamid.${waId}.${n}`, text: `n${n}` });
const echoesTo = (waId: string) => shownTo(world, waId).slice(1).map(echoed);
const numbers = Array.from({ length: 20 }, (_, at) => `${at + 1}`.padStart(2, '0'));

async function rowsOf(eventId: string) {
  const events = await world.db.inboundEvent.findMany({ where: { eventId } });
  const ids = events.map(({ id }) => id);
  return {
    events: events.length,
    mail: await world.db.inboundState.count({ where: { eventId: { in: ids } } }),
    heard: await world.db.message.count({ where: { eventId: { in: ids }, direction: 'in' } }),
    answers: await world.db.outbox.count({ where: { key: { in: ids.map((id) => `turn:${id}:0`) } } }),
  };
}
const ONCE = { events: 1, mail: 1, heard: 1, answers: 1 };

describe('a message', () => {
  test('posted five times at once is accepted five times and answered once', async () => {
    const waId = await somebody();
    const body = fromMeta(world, [text(waId, 1)]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => networks.meta(body)));
    await settle(world);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(echoesTo(waId)).toEqual(['n1']);
    expect(await rowsOf(`wamid.${waId}.1`)).toEqual(ONCE);
  });

  test('that comes late does not close the window that a newer one has opened', async () => {
    const waId = await somebody();
    const at = Math.floor(world.now().getTime() / 1_000);
    await networks.meta(fromMeta(world, [said({ from: waId, id: `wamid.${waId}.newer`, text: 'new', at })]));
    await settle(world);
    await networks.meta(fromMeta(world, [said({ from: waId, id: `wamid.${waId}.older`, text: 'old', at: at - 30 * 3_600 })]));
    await settle(world);
    expect(echoesTo(waId)).toEqual(['new', 'old']);
    expect(await world.db.channelIdentity.findFirst({ where: { externalId: waId } })).toMatchObject({ windowExpiresAt: new Date((at + 24 * 3_600) * 1_000) });
  });

  test('posted again a week later is not answered again', async () => {
    const waId = await somebody();
    const body = fromMeta(world, [text(waId, 1)]);
    await networks.meta(body);
    await settle(world);
    world.clock.forward({ days: 7 });
    expect((await networks.meta(body)).status).toBe(200);
    await settle(world);
    expect(echoesTo(waId)).toEqual(['n1']);
    expect(await rowsOf(`wamid.${waId}.1`)).toEqual(ONCE);
  });

  test('that stands twice in one batch, and once more with other words, is the first of them', async () => {
    const waId = await somebody();
    const twice = [text(waId, 1), text(waId, 1), said({ from: waId, id: `wamid.${waId}.1`, text: 'autre chose' })];
    expect((await networks.meta(fromMeta(world, twice))).status).toBe(200);
    await settle(world);
    expect(echoesTo(waId)).toEqual(['n1']);
    expect(await rowsOf(`wamid.${waId}.1`)).toEqual(ONCE);
  });

  test('of a newcomer posted five times at once makes one contact', async () => {
    const waId = `2290196${String(10_000 + people++)}0`;
    await Promise.all(numbers.slice(0, 5).map((n) => networks.meta(fromMeta(world, [text(waId, n)]))));
    await settle(world);
    expect(await world.db.contact.count({ where: { phone: `+${waId}` } })).toBe(1);
    expect(shownTo(world, waId)).toHaveLength(5);
  });

  test('by SMS is one message by its id, and twice the same words are two', async () => {
    const phone = '+2290195550001';
    const sms = (id: string, text: string) => networks.form('sms', { from: phone, to: 'GRIOT', text, date: '2026-11-20T09:00:00Z', id, linkId: '', networkCode: '99999' });
    await Promise.all([sms('a', 'Bonjour'), sms('a', 'Bonjour'), sms('a', 'Bonjour')]);
    await sms('b', 'oui');
    await sms('c', 'oui');
    await settle(world);
    expect(smsTo(world, phone).slice(1).map(echoed)).toEqual(['oui', 'oui']);
  });
});

describe('twenty messages of one person', () => {
  test('in one batch are answered in the order they stand in', async () => {
    const waId = await somebody();
    expect((await networks.meta(fromMeta(world, numbers.map((n) => text(waId, n))))).status).toBe(200);
    await settle(world);
    expect(echoesTo(waId)).toEqual(numbers.map((n) => `n${n}`));
  });

  test('in one value, whatever their times say, too', async () => {
    const waId = await somebody();
    const messages = numbers.flatMap((n, at) => said({ from: waId, id: `wamid.${waId}.${n}`, text: `n${n}`, at: 1_795_165_200 - at }).messages);
    await networks.meta(fromMeta(world, [{ messages }]));
    await settle(world);
    expect(echoesTo(waId)).toEqual(numbers.map((n) => `n${n}`));
  });

  test('posted one after the other are answered in that order', async () => {
    const waId = await somebody();
    for (const n of numbers) await networks.meta(fromMeta(world, [text(waId, n)]));
    await settle(world);
    expect(echoesTo(waId)).toEqual(numbers.map((n) => `n${n}`));
  });

  test('posted all at once are answered once each, in the order they were stored', async () => {
    const waId = await somebody();
    await Promise.all(numbers.map((n) => networks.meta(fromMeta(world, [text(waId, n)]))));
    await settle(world);
    const stored = await world.db.inboundEvent.findMany({ where: { eventId: { startsWith: `wamid.${waId}.` }, NOT: { eventId: { endsWith: 'hello' } } }, orderBy: { id: 'asc' } });
    expect(echoesTo(waId)).toEqual(stored.map(({ eventId }) => `n${eventId.split('.').at(-1) ?? ''}`));
    expect(echoesTo(waId).toSorted()).toEqual(numbers.map((n) => `n${n}`));
  });

  test('handed in while earlier ones are still being stored never overtake them', async () => {
    const receive = openIntake(world.db, { now: world.now, key: '', watch: world.lookout.watch });
    const waId = `2290196${String(10_000 + people++)}0`;
    const posts = numbers.map(async (n, at) => {
      for (let wait = 0; wait < at; wait++) await new Promise(setImmediate); // each a little after the one before
      await receive([{ provider: 'whatsapp', eventId: `wamid.${waId}.${n}`, at: world.now().toISOString(), from: { channel: 'whatsapp', externalId: waId, phone: `+${waId}` }, content: { type: 'reaction', to: 'wamid.ours' } }]);
    });
    await Promise.all(posts);
    const stored = await world.db.inboundEvent.findMany({ where: { eventId: { startsWith: `wamid.${waId}.` } }, orderBy: { id: 'asc' } });
    expect(stored.map(({ eventId }) => eventId.split('.').at(-1))).toEqual(numbers);
  });

  test('on two channels share one mail, and each is answered where it came from', async () => {
    const waId = await somebody();
    for (const n of numbers.slice(0, 6)) {
      if (Number(n) % 2 === 0) await networks.meta(fromMeta(world, [text(waId, n)]));
      else await networks.form('sms', { from: `+${waId}`, to: 'GRIOT', text: `n${n}`, id: `${waId}.${n}`, date: '2026-11-20T09:00:00Z' });
    }
    await settle(world);
    const heard = await world.db.message.findMany({ where: { direction: 'in', text: { in: numbers.map((n) => `n${n}`) }, contactId: (await contact(waId)).id }, orderBy: { id: 'asc' } });
    expect(heard.map(({ text, channel }) => `${text} ${channel}`)).toEqual(['n01 sms', 'n02 whatsapp', 'n03 sms', 'n04 whatsapp', 'n05 sms', 'n06 whatsapp']);
    expect([smsTo(world, `+${waId}`).length, shownTo(world, waId).length]).toEqual([3, 4]);
  });
});

const contact = (waId: string) => world.db.contact.findUniqueOrThrow({ where: { phone: `+${waId}` } });

describe('two persons', () => {
  test('never wait for one another, while a turn of the first is still being played', async () => {
    const [awa, jean] = [await somebody(), await somebody()];
    const gate = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    echoes.take = async (_scope, said) => {
      if (said !== 'nwait') return;
      begun.resolve(undefined);
      await gate.promise;
    };
    await networks.meta(fromMeta(world, [text(awa, 'wait'), text(awa, 2)]));
    await begun.promise;
    await networks.meta(fromMeta(world, [text(jean, 1)]));
    const meanwhile = await until(() => echoesTo(jean).length === 1).then(() => echoesTo(awa)).finally(() => gate.resolve(undefined));
    expect(meanwhile).toEqual([]);
    await settle(world);
    expect(echoesTo(awa)).toEqual(['nwait', 'n2']);
  });

  test('read together under load never wait for one another either, even while one holds a transaction', async () => {
    const [awa, jean] = [await somebody(), await somebody()];
    const crowd: string[] = [];
    while (crowd.length < 4) crowd.push(await somebody());
    const [door, gate] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    echoes.take = async (scope, said) => {
      if (said === 'nbusy') await door.promise;
      if (said !== 'nhold') return;
      await scope.db.$queryRaw`SELECT 1`;
      await gate.promise;
    };
    await networks.meta(fromMeta(world, crowd.map((waId) => text(waId, 'busy'))));
    await networks.meta(fromMeta(world, [text(awa, 'hold'), text(jean, 1)]));
    door.resolve(undefined);
    const meanwhile = await until(() => echoesTo(jean).length === 1).then(() => echoesTo(awa)).finally(() => gate.resolve(undefined));
    expect(meanwhile).toEqual([]);
    await settle(world);
    expect(echoesTo(awa)).toEqual(['nhold']);
  });

  test('in one batch, interleaved, each get their own in order', async () => {
    const pair = [await somebody(), await somebody()];
    await networks.meta(fromMeta(world, numbers.flatMap((n) => pair.map((waId) => text(waId, n)))));
    await settle(world);
    for (const waId of pair) expect(echoesTo(waId)).toEqual(numbers.map((n) => `n${n}`));
  });
});
