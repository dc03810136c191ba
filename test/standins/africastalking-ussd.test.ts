import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { startAfricastalkingStandin, type AfricastalkingStandin } from '../../src/standins/africastalking.ts';
import { API_KEY, AWA, TOKEN, startEchoApp, type EchoApp } from './echo-app.ts';

let griot: EchoApp;
let at: AfricastalkingStandin;

const start = (ussdIdleMs: number) =>
  startAfricastalkingStandin({ callbackUrl: `${griot.url}/webhooks/africastalking/${TOKEN}`, apiKey: API_KEY, retryAfterMs: [1, 1], ussdIdleMs });

beforeEach(async () => {
  griot = await startEchoApp();
  at = await start(60_000);
});
afterEach(async () => {
  await at.close();
  await griot.close();
});

const paths = () => griot.posted('/ussd').map(({ text }) => text);
const events = async () => {
  await at.idle();
  return griot.posted('/ussd-events');
};

test('a hop has the fields of a captured one', async () => {
  const captured = new URLSearchParams(readFileSync('test/fixtures/africastalking/ussd_captured_begin.txt', 'utf8').trim());
  await at.dial(AWA, '*384*22#');
  const [hop] = griot.posted('/ussd');
  expect(Object.keys(hop ?? {})).toEqual([...captured.keys()]);
  expect(hop).toMatchObject({ phoneNumber: AWA, serviceCode: '*384*22#', text: '', networkCode: '99999', sessionId: expect.stringMatching(/^ATUid_[0-9a-f]{32}$/) });
});

test('Awa dials, types the same choice twice, and the path grows by one each time', async () => {
  const call = await at.dial(AWA, '*384*22#');
  expect(call.screen()).toEqual({ kind: 'con', text: 'Bienvenue chez Griot\n1. Mes commandes\n2. Quitter' });
  await call.type('1');
  await call.type('1');
  await call.type('');
  expect(await call.type('2')).toEqual({ kind: 'end', text: 'Au revoir.' });
  expect(paths()).toEqual(['', '1', '1*1', '1*1*', '1*1**2']);
  expect(new Set(griot.posted('/ussd').map(({ sessionId }) => sessionId)).size).toBe(1);
  expect(call.isOpen()).toBe(false);
  expect(await events()).toMatchObject([{ sessionId: call.id, status: 'Success', hopsCount: '5', input: '1*1**2', cost: '0.00', errorMessage: '', lastAppResponse: 'END Au revoir.', durationInMillis: expect.stringMatching(/^\d+$/) }]);
  await call.type('1');
  expect(paths()).toHaveLength(5);
});

test.each([
  ['*384*22#', ['']],
  ['*384*22*4#', ['4']],
  ['*384*22*4*1#', ['4*1']],
  ['*384*221#', []],
  ['*100#', []],
  ['', []],
])('dialling %s posts %j', async (code, expected) => {
  const call = await at.dial(AWA, code);
  expect(paths()).toEqual(expected);
  expect(call.isOpen()).toBe(expected.length > 0);
});

test('hanging up is told as Incomplete, once, and a redial is a new session', async () => {
  const first = await at.dial(AWA, '*384*22#');
  first.drop();
  first.drop();
  expect(at.session(AWA)).toBeUndefined();
  const second = await at.dial(AWA, '*384*22#');
  expect(second.id).not.toBe(first.id);
  expect(await events()).toMatchObject([{ sessionId: first.id, status: 'Incomplete', hopsCount: '1' }]);
});

test('dialling again without hanging up drops the first call', async () => {
  const first = await at.dial(AWA, '*384*22#');
  await at.dial(AWA, '*384*22#');
  expect(first.isOpen()).toBe(false);
  expect(await events()).toMatchObject([{ sessionId: first.id, status: 'Incomplete' }]);
});

test('a call nobody types into is ended by the network', async () => {
  await at.close();
  at = await start(10);
  const call = await at.dial(AWA, '*384*22#');
  await new Promise<void>((resolve) => { at.ussd.subscribe(() => resolve()); });
  expect(call.isOpen()).toBe(false);
  expect(await events()).toMatchObject([{ status: 'Incomplete' }]);
});

describe('anything but CON and END is a network error, and the call is over', () => {
  test.each([['a space first', ' CON x'], ['JSON', '"CON x"'], ['lower case', 'con x'], ['no blank', 'CONx'], ['nothing', '']])('%s', async (_, answer) => {
    griot.ussd = () => answer;
    const call = await at.dial(AWA, '*384*22#');
    expect(call.screen().kind).toBe('error');
    expect(call.isOpen()).toBe(false);
    expect(await events()).toMatchObject([{ status: 'Failed' }]);
  });

  test.each([500, 404, 'hang'] as const)('an answer of %s, and it is not asked again', async (answer) => {
    griot.nextAnswers.push(answer);
    const call = await at.dial(AWA, '*384*22#');
    expect(call.screen().kind).toBe('error');
    expect(paths()).toHaveLength(1);
  });
});

test('told to post each hop twice, the second answer is kept beside the first', async () => {
  at.ussdFaults.set({ hopTwice: true }, AWA);
  const call = await at.dial(AWA, '*384*22#');
  await call.type('1');
  expect(paths()).toEqual(['', '', '1', '1']);
  expect(at.ussd.of(AWA).map(({ answers }) => new Set(answers).size)).toEqual([1, 1]);
});

test('hung up while the answer is on its way: the screen never comes', async () => {
  const call = await at.dial(AWA, '*384*22#');
  at.ussdFaults.set({ delayMs: 20 });
  const typing = call.type('1');
  call.drop();
  await typing;
  expect(at.ussd.of(AWA).at(-1)).toMatchObject({ hungUp: true });
  expect(await events()).toMatchObject([{ status: 'Incomplete' }]);
});
