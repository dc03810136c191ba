import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database, Prisma } from '../../src/db/open-database.ts';
import { echoed, echoing } from '../helpers/echo.ts';
import { openTestDatabase, SERVER } from '../helpers/database.ts';
import { bytesOf, fromMeta, networksOf, post, said, settle, shownTo, smsTo, until, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let networks: Networks;
let database: Database;
let away = false;
const { echoes, flows, handlers } = echoing();
const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  database = await openTestDatabase();
  world = await openWorld({ flows, handlers, cast: false, database: { ...database, prisma: cuttable(database.prisma) } });
  networks = networksOf(world);
});
afterEach(() => {
  away = false;
  echoes.take = () => Promise.resolve();
  expect(unhandled).toEqual([]);
});
afterAll(async () => {
  await world.close();
  process.off('unhandledRejection', note);
});

/** The same client, until the database goes away: then every question fails, inside a transaction too. */
function cuttable<T extends object>(client: T): T {
  return new Proxy(client, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value === 'object' && value !== null) return cuttable(value);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (away) return Promise.reject(new Error('the database is away'));
        const [work, ...rest] = args;
        const inside = name === '$transaction' && typeof work === 'function' ? [(tx: Prisma): unknown => Reflect.apply(work, undefined, [cuttable(tx)]), ...rest] : args;
        return Reflect.apply(value, target, inside);
      };
    },
  });
}

const PHONE = '+2290195000101';
const AWA = '2290195000102';
const FORMS: Record<string, Record<string, string>> = {
  sms: { from: PHONE, to: 'GRIOT', text: 'Bonjour', id: 'sms.1', date: '2026-11-20T09:00:00Z' },
  delivery: { id: 'ATXid_1', status: 'Success', phoneNumber: PHONE },
  'opt-out': { senderId: 'GRIOT', phoneNumber: PHONE },
  'ussd-events': { sessionId: 'ATUid_1', phoneNumber: PHONE, status: 'Success' },
};
const hop = (text: string, sessionId: string) => networks.form('ussd', { sessionId, phoneNumber: '+2290195000103', serviceCode: '*384*22#', networkCode: '99999', text });
const whatsapp = (text: string) => networks.meta(fromMeta(world, [said({ from: AWA, id: `wamid.${text}`, text })]));
/** The answer to a send is here, and cannot be written. */
const answered = () => new Promise((resolve) => setTimeout(resolve, 300));
const back = async () => {
  away = false;
  await settle(world); // what could not be noted is noted now: the clock of a story leaves leases no time to be renewed
  world.clock.forward({ minutes: 1 });
  await world.mail.sweep();
  world.post.ring();
  await settle(world);
};

describe('DIG-47 · while the database is away', () => {
  test('webhooks are asked to come again, and the same posts are then accepted once', async () => {
    const all = () => Promise.all([whatsapp('Bonjour'), ...Object.entries(FORMS).map(([path, form]) => networks.form(path, form))]);
    away = true;
    for (let tries = 0; tries < 3; tries++) expect((await all()).map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    await back();
    for (let tries = 0; tries < 3; tries++) expect((await all()).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await settle(world);
    const events = await world.db.inboundEvent.findMany({ where: { OR: [{ kind: { not: 'status' } }, { eventId: { startsWith: 'ATXid_1:' } }] } });
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['optOut', 'status', 'text', 'text', 'ussdEnd']);
    expect([shownTo(world, AWA).length, smsTo(world, PHONE).length]).toEqual([1, 1]);
    expect(await world.db.consentEvent.count({ where: { purpose: 'sms' } })).toBe(1);
  });

  test('which account is ours is learned by the post that is accepted', async () => {
    const learned = () => world.db.setting.findUnique({ where: { key: 'whatsapp.ourselves' } });
    const elsewhere = () => networks.meta(JSON.stringify(fromMeta(world, [said({ from: AWA, id: 'wamid.moved', text: 'Bonjour' })])).replace('102290129340398', '777'));
    away = true;
    expect((await elsewhere()).status).toBe(503);
    await back();
    expect((await elsewhere()).status).toBe(200);
    expect(await learned()).toMatchObject({ value: { accounts: ['102290129340398', '777'] } });
    await settle(world);
  });

  test('a dial ends in a sentence, and dialled again in a screen', async () => {
    away = true;
    const answer = await hop('', 'ATUid_away');
    expect(answer).toMatchObject({ status: 200, type: expect.stringContaining('text/plain'), body: expect.stringMatching(/^END \S[\s\S]+$/) });
    expect(answer.body.length).toBeLessThanOrEqual(160);
    await back();
    expect((await hop('', 'ATUid_away')).body).toMatch(/^CON /);
  });

  test('a call that was under way goes on afterwards where it was', async () => {
    await hop('', 'ATUid_cut');
    expect((await hop('un', 'ATUid_cut')).body).toContain('un');
    away = true;
    expect((await hop('un*deux', 'ATUid_cut')).body).toMatch(/^END /);
    await back();
    expect((await hop('un*deux', 'ATUid_cut')).body).toContain('deux');
  });

  test('what is not signed is refused as ever, and what is no webhook too', async () => {
    away = true;
    const url = `${world.local}/webhooks`;
    expect((await post(`${url}/whatsapp`, bytesOf('{}'), {})).status).toBe(401);
    expect((await post(`${url}/africastalking/wrong/ussd`, bytesOf(''), {})).status).toBe(401);
    expect((await networks.meta('no JSON')).status).toBe(400);
    expect((await networks.form('sms', 'text=x')).status).toBe(400);
  });

  test('it says of itself that it is alive and not ready', async () => {
    away = true;
    expect([(await fetch(`${world.local}/healthz`)).status, (await fetch(`${world.local}/readyz`)).status]).toEqual([200, 503]);
    await back();
    expect((await fetch(`${world.local}/readyz`)).status).toBe(200);
  });
});

describe('DIG-47 · when the database goes away in the middle', () => {
  test('of a turn, the message stays in the mail and is answered once when it is back', async () => {
    await whatsapp('encore');
    await settle(world);
    const before = shownTo(world, AWA).length;
    const reached = Promise.withResolvers<undefined>();
    echoes.take = async (_scope, text) => {
      if (text !== 'coupe') return;
      away = true;
      reached.resolve(undefined);
    };
    expect((await whatsapp('coupe')).status).toBe(200);
    await reached.promise;
    await world.mail.quiet();
    expect(shownTo(world, AWA)).toHaveLength(before);
    echoes.take = () => Promise.resolve();
    await back();
    expect(shownTo(world, AWA).slice(before).map(echoed)).toEqual(['coupe']);
  });

  test('between a send and its record, its receipt tells that the person was answered, and the rest follows', async () => {
    const before = shownTo(world, AWA).length;
    world.standins.graph?.faults.set({ delayMs: 50 }, AWA);
    await whatsapp('envoi');
    await world.mail.quiet();
    away = true;
    await until(() => shownTo(world, AWA).length > before);
    await answered();
    world.standins.graph?.faults.clear(AWA);
    await back();
    await whatsapp('suite');
    await back();
    expect(shownTo(world, AWA).slice(before).map(echoed)).toEqual(['envoi', 'suite']);
  });

  test('between an SMS and its record, what the network said is not forgotten: it is not sent again', async () => {
    const before = smsTo(world, PHONE).length;
    world.standins.phones?.smsFaults.set({ delayMs: 50 }, PHONE);
    await networks.form('sms', { from: PHONE, to: 'GRIOT', text: 'envoi', id: 'sms.2', date: '2026-11-20T09:00:00Z' });
    await world.mail.quiet();
    away = true;
    await until(() => smsTo(world, PHONE).length > before);
    await answered();
    world.standins.phones?.smsFaults.clear(PHONE);
    away = false;
    world.post.ring();
    await world.post.quiet();
    for (let round = 0; round < 3; round++) await back();
    expect(smsTo(world, PHONE).slice(before).map(echoed)).toEqual(['envoi']);
  });
});

const onServer = SERVER === undefined ? test.skip : test;
if (SERVER === undefined) console.info('TEST_DATABASE_URL is unset: the embedded database has no connections that somebody could cut');

onServer('every connection cut by the server costs at most one more post', async () => {
  const [row] = await database.prisma.$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
  const root = new pg.Client({ connectionString: SERVER });
  await root.connect();
  for (let round = 0; round < 5; round++) {
    await root.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [row?.name]);
    const text = `coupure ${round}`;
    await until(async () => {
      const { status } = await whatsapp(text);
      expect([200, 503]).toContain(status);
      return status === 200;
    });
  }
  await root.end();
  await back();
  expect(shownTo(world, AWA).slice(-5).map(echoed)).toEqual(Array.from({ length: 5 }, (_, round) => `coupure ${round}`));
});
