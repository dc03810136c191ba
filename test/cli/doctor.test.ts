import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startAfricastalkingStandin, type AfricastalkingStandin } from '../../src/standins/africastalking.ts';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import { runGriot } from '../helpers/run-griot.ts';
import { openWorld, type World } from '../helpers/world.ts';

const FOLDER = mkdtempSync(path.join(os.tmpdir(), 'griot-doctor-'));
const META = { WHATSAPP_TOKEN: 'the-token', WHATSAPP_PHONE_NUMBER_ID: '100000000000001', WHATSAPP_APP_SECRET: 'the-app-secret', WHATSAPP_VERIFY_TOKEN: 'the-verify-token' };
const NETWORK = { AFRICASTALKING_USERNAME: 'griot', AFRICASTALKING_API_KEY: 'the-key', AFRICASTALKING_CALLBACK_TOKEN: 'the-callback-token', AFRICASTALKING_SENDER_ID: 'GRIOT' };

let world: World;
let graph: GraphStandin;
let phones: AfricastalkingStandin;
let env: Record<string, string>;

beforeAll(async () => {
  chmodSync(FOLDER, 0o700);
  graph = await startGraphStandin({ webhookUrl: 'http://127.0.0.1:9/', appSecret: META.WHATSAPP_APP_SECRET, phoneNumberId: META.WHATSAPP_PHONE_NUMBER_ID, token: META.WHATSAPP_TOKEN });
  phones = await startAfricastalkingStandin({ callbackUrl: 'http://127.0.0.1:9/', apiKey: NETWORK.AFRICASTALKING_API_KEY, username: NETWORK.AFRICASTALKING_USERNAME });
  const accounts = { ...META, ...NETWORK, WHATSAPP_API_URL: graph.url, AFRICASTALKING_API_URL: phones.url };
  world = await openWorld({ cast: false, env: accounts });
  env = { ...accounts, DATA_DIR: FOLDER, PUBLIC_URL: world.local };
});
afterAll(async () => {
  await world.close();
  await graph.close();
  await phones.close();
  rmSync(FOLDER, { recursive: true });
});

/** With the environment of the running one. */
const griot = (args: string[], more: Record<string, string> = {}) => runGriot(args, { ...env, ...more });

describe('the doctor', () => {
  test('finds nothing missing where nothing is, and asks each of the networks', async () => {
    const { code, said } = await griot(['doctor']);
    expect(said).toContain('Nothing is missing.');
    expect(code).toBe(0);
    for (const line of ['/healthz answers', 'can do its work', "passes Meta's verification", 'takes what WHATSAPP_APP_SECRET has signed', 'is reached', 'shown as Griot', 'does not expire', 'is subscribed', '1 of 1 message templates', 'npm run griot -- templates push submits them', 'balance is XOF 12500.00', 'SMS come from GRIOT']) expect(said).toContain(line);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a wrong token', { WHATSAPP_TOKEN: 'another' }, 'Meta refuses WHATSAPP_TOKEN'],
    ['another number', { WHATSAPP_PHONE_NUMBER_ID: '999' }, 'Copy the id from the app'],
    ['another app secret than the running one', { WHATSAPP_APP_SECRET: 'another' }, 'The running Griot has another WHATSAPP_APP_SECRET'],
    ['another verify token', { WHATSAPP_VERIFY_TOKEN: 'another' }, 'The running Griot has another WHATSAPP_VERIFY_TOKEN'],
    ['a wrong key', { AFRICASTALKING_API_KEY: 'another' }, 'refuses AFRICASTALKING_API_KEY'],
    ['another callback token', { AFRICASTALKING_CALLBACK_TOKEN: 'another' }, 'The running Griot has another AFRICASTALKING_CALLBACK_TOKEN'],
    ['nobody at the Graph API', { WHATSAPP_API_URL: 'http://127.0.0.1:9' }, 'The Graph API does not answer'],
    ['nobody at PUBLIC_URL', { PUBLIC_URL: 'http://127.0.0.1:9' }, 'see that PUBLIC_URL is its address'],
    ['no database there', { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' }, 'PostgreSQL does not let us in at DATABASE_URL (ECONNREFUSED)'],
    ['no Redis there', { REDIS_URL: 'redis://127.0.0.1:9' }, 'Redis does not answer at REDIS_URL'],
    ['a memory that forgets', { DATA_DIR: 'memory:' }, 'Set DATA_DIR to a folder'],
  ])('says where to mend %s', async (_what, wrong, says) => {
    const { code, said } = await griot(['doctor'], wrong);
    expect(said).toContain(says);
    expect(said).toMatch(/MISSING/);
    expect(code).toBe(1);
  });

  test.each<[string, () => void, string, 0 | 1]>([
    ['a token that ends', () => (graph.account.tokenExpiresAt = 1_900_000_000), 'WHATSAPP_TOKEN expires on 2030-03-17', 1],
    ['a token without a permission', () => (graph.account.scopes = ['whatsapp_business_management']), 'WHATSAPP_TOKEN lacks whatsapp_business_messaging', 1],
    ['an app that is not subscribed', () => (graph.account.subscribed = false), 'no webhook will come', 1],
    ['a number in bad standing', () => (graph.account.quality = 'RED'), 'The quality of the number is RED', 1],
    ['a template that was paused', () => (graph.account.templates = [{ name: 'order_ready', language: 'fr', status: 'PAUSED' }]), 'The template order_ready (fr) is PAUSED', 0],
    ['an empty account', () => phones.setBalance('XOF 0.00'), 'Top it up', 1],
  ])('says what the network knows of: %s', async (_what, spoil, says, code) => {
    const before = structuredClone(graph.account);
    spoil();
    const ended = await griot(['doctor']);
    Object.assign(graph.account, before);
    phones.setBalance('XOF 12500.00');
    expect(ended.said).toContain(says);
    expect(ended.code).toBe(code);
  });

  test('never says a secret', async () => {
    const { said } = await griot(['doctor']);
    for (const secret of [META.WHATSAPP_TOKEN, META.WHATSAPP_APP_SECRET, NETWORK.AFRICASTALKING_API_KEY, NETWORK.AFRICASTALKING_CALLBACK_TOKEN]) expect(said).not.toContain(secret);
  });
});

describe('the command line', () => {
  test('lists each command', async () => {
    const { code, said } = await griot(['--help']);
    expect(code).toBe(0);
    for (const name of ['doctor', 'backup', 'restore', 'move-to-postgres', 'templates']) expect(said).toMatch(new RegExp(`^  ${name} +[A-Z].+\\.$`, 'm'));
  });

  test('tells a command\'s options', async () => {
    const { code, said } = await griot(['doctor', '--help']);
    expect([code, said]).toEqual([0, expect.stringContaining('Usage: npm run griot -- doctor')]);
  });

  test.each([
    [['cure'], 'There is no command cure: npm run griot -- --help lists them.\n'],
    [['doctor', '--quickly'], "Unknown option '--quickly': npm run griot -- doctor --help lists the options.\n"],
    [['doctor', 'today'], 'doctor takes options only: npm run griot -- doctor --help tells more.\n'],
    [['backup', '--to'], "Option '--to <value>' argument missing: npm run griot -- backup --help lists the options.\n"],
    [['restore'], 'restore takes <file>: npm run griot -- restore --help tells more.\n'],
    [['move-to-postgres'], 'move-to-postgres needs --to postgresql://user:password@host:5432/name.\n'],
  ])('%j is wrong use, said in one sentence', async (args, says) => {
    expect(await griot(args)).toEqual({ code: 2, said: says });
  });

  test('a configuration that cannot be read is one sentence, not a stack', async () => {
    const { code, said } = await griot(['doctor'], { PORT: 'many' });
    expect(code).toBe(1);
    expect(said).toMatch(/^PORT: /);
    expect(said).not.toContain('    at ');
  });
});
