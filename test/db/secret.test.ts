import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import winston from 'winston';
import { identityCommands } from '../../src/conversation/commands/identity.ts';
import type { Scope } from '../../src/scope.ts';
import { fromMeta, networksOf, said, settle, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

const AFI = '+2290197000001';
const PIN = '4321';
/** Codes that were typed, anywhere in a text: never as a part of a longer number or id. */
const CODE = /(?<![0-9a-f-])(4321|8765|1111)(?![0-9a-f-])/;

let world: World;
let networks: Networks;
const logged: string[] = [];
let checks = true;

beforeAll(async () => {
  const stream = new Writable({
    write(line: Buffer, _encoding, done) {
      logged.push(String(line));
      done();
    },
  });
  const logger = winston.createLogger({ level: 'silly', format: winston.format.json(), transports: [new winston.transports.Stream({ stream })] });
  const check = identityCommands['pin.check'];
  world = await openWorld({ logger, handlers: { 'pin.check': (scope: Scope, ask: { pin: string }) => (checks ? check(scope, ask) : Promise.reject(new Error('no check today'))) } });
  networks = networksOf(world);
});
afterAll(() => world.close());

const hop = async (session: string, text: string) => {
  const { body } = await networks.form('ussd', { sessionId: session, phoneNumber: AFI, serviceCode: '*384*22#', networkCode: '99999', text });
  await settle(world);
  return body;
};

/** Calls and leaves alone what was begun before; the path so far, where the PIN is asked for. */
async function asked(session: string): Promise<string> {
  if ((await hop(session, '')).includes('PIN')) return '';
  expect(await hop(session, '2')).toContain('PIN');
  return '2*';
}
/** Calls, proves who she is, goes one screen further, and hangs up: the next call offers to go on. */
async function begun(session: string): Promise<void> {
  const path = await asked(session);
  await hop(session, `${path}${PIN}`);
  await hop(session, `${path}${PIN}*8`);
}

/** Each row of each table as text, as a dump of the database would hold it. */
async function dump(): Promise<string[]> {
  const tables = await world.db.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const rows = await world.db.$queryRawUnsafe<{ row: string }[]>(tables.map(({ name }) => `SELECT '${name} ' || t::text AS row FROM "${name}" t`).join(' UNION ALL '));
  return rows.map(({ row }) => row);
}
/** Among so many rows one has the number of a code. */
const NUMBER = /^(\w+) \(\d+,/;
const leaks = async () => [...(await dump()), ...logged].filter((line) => CODE.test(line.replace(NUMBER, '$1 (')));

describe('a PIN that Afi types on USSD', () => {
  test('is found by this test while it is somewhere', async () => {
    await world.db.setting.create({ data: { key: 'leak', value: { path: `1*${PIN}*2` } } });
    expect(await leaks()).toHaveLength(1);
    await world.db.setting.delete({ where: { key: 'leak' } });
    expect(await leaks()).toEqual([]);
  });

  test('is nowhere after she typed it, wrong and right, nor after the hops that follow and still carry it', async () => {
    expect(await hop('ATUid_a', '')).toMatch(/^CON .*PIN/s);
    expect(await hop('ATUid_a', '8765')).toMatch(/^CON /);
    expect(await leaks()).toEqual([]);
    expect(await hop('ATUid_a', `8765*${PIN}`)).toContain('Afi');
    expect(await leaks()).toEqual([]);
    for (const more of ['8', '8*8', '8*8*0', '8*8*0*0']) {
      await hop('ATUid_a', `8765*${PIN}*${more}`);
      expect(await leaks()).toEqual([]);
    }
    expect(await world.db.ussdSession.findUniqueOrThrow({ where: { sessionId: 'ATUid_a' } })).toMatchObject({ consumed: expect.stringContaining('*????') });
  });

  test('is nowhere when the hop is posted twice at once, and again later', async () => {
    const path = await asked('ATUid_b');
    const [first, second] = await Promise.all([hop('ATUid_b', `${path}${PIN}`), hop('ATUid_b', `${path}${PIN}`)]);
    expect(first).toBe(second);
    await hop('ATUid_b', `${path}${PIN}*8`);
    expect(await hop('ATUid_b', `${path}${PIN}`)).toBe(first);
    expect(await leaks()).toEqual([]);
  });

  test.each([['nothing was begun', false], ['something else is offered first', true]])('is nowhere when it was dialled in one go with what comes behind it, and %s', async (_, offered) => {
    const call = `ATUid_c_${String(offered)}`;
    await begun(`${call}_begun`);
    if (!offered) await asked(`${call}_left`);
    expect((await hop(call, `${PIN}*8`)).includes('Reprendre')).toBe(offered);
    expect(await leaks()).toEqual([]);
    await hop(call, `${PIN}*8*8`);
    expect(await leaks()).toEqual([]);
  });

  test('is nowhere when she types it by habit where nobody asks for it', async () => {
    await begun('ATUid_e');
    expect(await hop('ATUid_e2', '')).toContain('Reprendre');
    expect(await hop('ATUid_e2', PIN)).toContain('????');
    expect(await leaks()).toEqual([]);
    await hop('ATUid_e2', `${PIN}*2`);
    expect(await leaks()).toEqual([]);
  });

  test('is nowhere when the path does not go on where we were', async () => {
    await begun('ATUid_g');
    await hop('ATUid_g', `9*${PIN}*8*1`);
    await hop('ATUid_g', `9*${PIN}*8*1*0`);
    expect(await leaks()).toEqual([]);
  });

  test('is nowhere when she writes more than we answer, and types it meanwhile on USSD and on WhatsApp', async () => {
    let n = 0;
    const write = async (...texts: string[]) => {
      for (const text of texts) await networks.meta(fromMeta(world, [said({ from: AFI.slice(1), id: `wamid.flood.${n++}`, text })]));
      await settle(world);
    };
    const much = Array.from({ length: 12 }, () => 'aide');
    await asked('ATUid_i');
    await write(...much, 'oui'); // what she was asked on USSD goes on here
    expect(await world.db.conversation.findFirstOrThrow({ where: { session: { path: ['flow'], equals: 'pin' } } })).toMatchObject({ channel: 'whatsapp', flood: { burst: { withheld: 3 } } });
    await write('8765', ...much, PIN, 'menu');
    expect(await leaks()).toEqual([]);
    const path = await asked('ATUid_i2');
    await hop('ATUid_i2', `${path}${PIN}`);
    await write(...much);
    await hop('ATUid_i2', `${path}${PIN}*8`);
    expect(await leaks()).toEqual([]);

    world.clock.forward({ seconds: 11 });
    await world.due?.ring();
    await settle(world);
    expect(await world.db.conversation.findMany({ select: { flood: true } })).toEqual([{ flood: null }]);
    expect(await leaks()).toEqual([]);
  });

  test('is nowhere after the network told the end of the call', async () => {
    const end = { sessionId: 'ATUid_a', phoneNumber: AFI, status: 'Success', hopsCount: '4', input: `8765*${PIN}*8`, lastAppResponse: 'END', date: '2026-11-20 09:00:00' };
    expect((await networks.form('ussd-events', end)).status).toBe(200);
    await settle(world);
    expect(await leaks()).toEqual([]);
  });

  test('is nowhere when the turn that should have taken it fails', async () => {
    const path = await asked('ATUid_h');
    checks = false;
    expect(await hop('ATUid_h', `${path}${PIN}`)).toMatch(/^END /);
    checks = true;
    expect(await leaks()).toEqual([]);
  });

  test('locks the phone after three wrong ones, which are nowhere either', async () => {
    const path = await asked('ATUid_f');
    await hop('ATUid_f', `${path}1111`);
    await hop('ATUid_f', `${path}1111*1111`);
    expect(await hop('ATUid_f', `${path}1111*1111*1111`)).toMatch(/^END /);
    expect(await leaks()).toEqual([]);
  });
});
