import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recorded } from '../channels/whatsapp/payloads.ts';
import { networksOf, settle, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let networks: Networks;
beforeAll(async () => {
  world = await openWorld({ cast: false, env: { WHATSAPP_PHONE_NUMBER_ID: '106540352242922' } });
  networks = networksOf(world);
});
afterAll(() => world.close());

const RUNS = { numRuns: 60 };
const FORMS = ['sms', 'delivery', 'opt-out', 'ussd-events'];
const SCREEN = /^(CON|END) [\s\S]+$/;

/** Texts as nobody types them: no alphabet, half an emoji, a zero in the middle, the names that every object has. */
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }), fc.constantFrom('', '\0', '\ud83d', '__proto__', 'constructor', '1*2*', "'; DROP TABLE \"Contact\"; --", '٣', '🇧🇯'.repeat(300)));
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -1, 2 ** 53, 1e300, -62135596800, 253402300800, 8.64e15));
const json = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.constantFrom([], {}, [null], [[]], { body: null }), fc.jsonValue({ maxDepth: 3 }));

describe('nobody falls over', () => {
  test('random bytes, signed', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
    expect((await networks.meta(Buffer.from(bytes))).status).toBe(400);
  }), RUNS));

  test('random JSON, signed', () => fc.assert(fc.asyncProperty(json, fc.boolean(), async (value, wrapped) => {
    const { status } = await networks.meta(JSON.stringify(wrapped ? { object: 'whatsapp_business_account', entry: value } : value));
    expect([200, 400]).toContain(status);
  }), RUNS));

  test.each(FORMS)('random bytes and fields on %s', (path) => fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')), fields), async (form) => {
    const { status } = await networks.form(path, form);
    expect([200, 400]).toContain(status);
    await settle(world);
    expect(await stuck()).toEqual([]);
  }), RUNS));

  test('random bytes and fields on USSD are a screen', () => fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')), fields), async (form) => {
    expect(await networks.form('ussd', form)).toMatchObject({ status: 200, body: expect.stringMatching(SCREEN) });
    expect(await stuck()).toEqual([]);
  }), { numRuns: 100 }));
});

/** Turns that failed, or were forgotten. */
const stuck = () => world.db.inboundState.findMany({ where: { status: { not: 'done' } } });

const phone = fc.oneof(fc.constantFrom('+2290195000001', '2290195000001', ' 2290195000001', '95000001', 'MTN', '+', '0'), text);
const fields = fc.record({ from: phone, to: text, text, id: text, date: text, linkId: text, phoneNumber: phone, sessionId: fc.oneof(fc.constantFrom('ATUid_1', 'ATUid_2'), text), serviceCode: text, networkCode: text, status: text, failureReason: text, senderId: text, input: text, hopsCount: text }, { requiredKeys: [] });

/** Every place in a recorded webhook. */
function placesIn(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Array.isArray(value) ? value.flatMap((item, n) => placesIn(item, [...at, n])) : Object.entries(value).flatMap(([key, item]) => placesIn(item, [...at, key]));
  return [at, ...inside];
}
function put(value: unknown, [key, ...rest]: (string | number)[], there: unknown): unknown {
  if (key === undefined) return there;
  if (Array.isArray(value)) return value.map((item: unknown, n) => (n === key ? put(item, rest, there) : item));
  return Object.fromEntries(Object.entries(value as object).map(([name, item]: [string, unknown]) => [name, name === key ? put(item, rest, there) : item]));
}

describe('what Meta really sends, with one thing in it that is not', () => {
  const names = readdirSync(new URL('../fixtures/whatsapp/', import.meta.url)).filter((name) => /^meta_(?!send_).*\.json$/.test(name));
  const altered = fc.constantFrom(...names).chain((name) => {
    const body: unknown = recorded(name);
    return fc.tuple(fc.constant(name), fc.constantFrom(...placesIn(body)), json).map(([file, place, value]) => ({ file, place, value, body: put(body, place, value) }));
  });

  test('is 200 or 400, and no turn of it fails', async () => {
    await fc.assert(fc.asyncProperty(altered, async ({ body }) => {
      expect([200, 400]).toContain((await networks.meta(JSON.stringify(body))).status);
      await settle(world);
      expect(await stuck()).toEqual([]);
    }), { numRuns: 300 });
  }, 60_000);

  test('and after all that a person is answered', async () => {
    await settle(world);
    const { body } = await networks.form('ussd', { sessionId: 'ATUid_last', phoneNumber: '+2290195000077', serviceCode: '*384*22#', networkCode: '99999', text: '' });
    expect(body).toMatch(/^CON /);
    expect(await stuck()).toEqual([]);
  });
});
