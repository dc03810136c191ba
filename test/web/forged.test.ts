import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { countForgeries } from '../../src/web/webhooks/forgeries.ts';
import { bytesOf, fromMeta, networksOf, post, said, settle, signature, until, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { recorded, textOf } from '../channels/whatsapp/payloads.ts';

let world: World;
let networks: Networks;
let stored: Record<string, number>;
beforeAll(async () => {
  world = await openWorld({ cast: false });
  networks = networksOf(world);
});
beforeEach(async () => (stored = await rows()));
afterAll(() => world.close());

/** How many rows each table has, but for the counts and for what the clock plans. */
async function rows(): Promise<Record<string, number>> {
  await settle(world);
  const tables = await world.db.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('Tally', 'Due')`;
  const counts = await world.db.$queryRawUnsafe<{ name: string; n: number }[]>(tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS n FROM "${name}"`).join(' UNION ALL '));
  return Object.fromEntries(counts.map(({ name, n }) => [name, n]));
}
const nothingStored = async () => expect(await rows()).toEqual(stored);
const counted = async (provider: string) => (await world.db.tally.findFirst({ where: { name: `forged.${provider}` } }))?.count ?? 0;

const whatsapp = () => `${world.local}/webhooks/whatsapp`;
const africasTalking = (token: string, path: string) => `${world.local}/webhooks/africastalking/${token}/${path}`;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const FORMS: Record<string, string> = {
  sms: 'from=%2B2290195000001&to=GRIOT&text=Bonjour&id=a1&date=2026-11-20T09%3A00%3A00Z',
  delivery: 'id=ATXid_1&status=Success',
  'opt-out': 'senderId=GRIOT&phoneNumber=%2B2290195000001',
  'ussd-events': 'sessionId=ATUid_1&phoneNumber=%2B2290195000001&status=Success',
  ussd: 'sessionId=ATUid_1&phoneNumber=%2B2290195000001&serviceCode=*384*22%23&text=',
};
const paths = Object.keys(FORMS);
const message = () => bytesOf(fromMeta(world, [said({ from: '2290195000001', id: 'wamid.forged', text: 'Bonjour' })]));

describe('what nobody we know has signed is refused, counted, and leaves nothing', () => {
  const sha = (algorithm: string, body: Buffer, secret: string) => createHmac(algorithm, secret).update(body).digest('hex');
  const HEADERS: [string, (body: Buffer) => string | undefined][] = [
    ['no signature', () => undefined],
    ['an empty one', () => ''],
    ['half of one', () => 'sha256='],
    ['another secret', (body) => signature(body, 'another')],
    ['the token for a secret', (body) => signature(body, networks.verifyToken)],
    ['an empty secret', (body) => signature(body, '')],
    ['another body', () => signature(Buffer.from('{}'), networks.appSecret)],
    ['the old algorithm', (body) => `sha1=${sha('sha1', body, networks.appSecret)}`],
    ['the old algorithm under the new name', (body) => `sha256=${sha('sha1', body, networks.appSecret)}`],
    ['the hash alone', (body) => sha('sha256', body, networks.appSecret)],
    ['something behind it', (body) => `${signature(body, networks.appSecret)}00`],
    ['letters of no alphabet', () => `sha256=${'é'.repeat(64)}`],
    ['two of them', (body) => `${signature(body, 'another')}, ${signature(body, networks.appSecret)}`],
  ];

  test.each(HEADERS)('WhatsApp with %s', async (_, header) => {
    const before = await counted('whatsapp');
    const body = message();
    const signed = header(body);
    const answer = await post(whatsapp(), body, { 'content-type': 'application/json', ...(signed === undefined ? {} : { 'x-hub-signature-256': Buffer.from(signed).toString('latin1') }) });
    expect(answer.status).toBe(401);
    await until(async () => (await counted('whatsapp')) === before + 1);
    await nothingStored();
  });

  test('a flood of them has the database do one thing at a time, and is counted to the last', async () => {
    const before = await counted('whatsapp');
    const busy = { now: 0, most: 0 };
    const $executeRaw = ((...asked: Parameters<World['db']['$executeRaw']>) => {
      busy.most = Math.max(busy.most, (busy.now += 1));
      return world.db.$executeRaw(...asked).finally(() => (busy.now -= 1));
    }) as World['db']['$executeRaw'];
    const forged = countForgeries({ db: { $executeRaw }, now: world.now, logger: world.logger });
    for (let call = 0; call < 500; call++) forged('whatsapp');
    await until(async () => (await counted('whatsapp')) === before + 500);
    expect(busy.most).toBe(1);
  });

  test.each(paths)("Africa's Talking on %s with a token that is not ours", async (path) => {
    const { callbackToken } = networks;
    const before = await counted('africastalking');
    const wrong = ['x', callbackToken.slice(0, -1), `${callbackToken}0`, callbackToken.toUpperCase(), encodeURIComponent(`${callbackToken}\0`), 'é'];
    const answers = await Promise.all(wrong.filter((token) => token !== callbackToken).map((token) => post(africasTalking(encodeURI(token), path), Buffer.from(FORMS[path] ?? ''), FORM)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    await until(async () => (await counted('africastalking')) === before + answers.length);
    await nothingStored();
  });

  test.each(['/webhooks/africastalking', '/webhooks/africastalking/', '/webhooks/africastalking/%zz/sms', '/webhooks/whatsapp/x', '/webhooks/'])('%s leads nowhere', async (path) => {
    const { status } = await post(`${world.local}${path}`, Buffer.from(FORMS['sms'] ?? ''), FORM);
    expect([400, 401, 404]).toContain(status);
    await nothingStored();
  });

  test('and other methods do nothing', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      for (const path of paths) expect((await fetch(africasTalking(networks.callbackToken, path), { method })).status).toBeLessThan(500);
      expect((await fetch(`${whatsapp()}/x`, { method })).status).toBeLessThan(500);
    }
    await nothingStored();
  });
});

describe('what is too large', () => {
  const MB = 1024 * 1024;
  const sized = (bytes: number) => {
    const item = (text: string) => fromMeta(world, [{ messages: [{ from: '2290195000009', id: 'wamid.large', timestamp: '1795165200', type: 'reaction', reaction: { message_id: 'wamid.x', emoji: text } }] }]);
    const empty = bytesOf(item('')).length;
    return bytesOf(item('x'.repeat(bytes - empty)));
  };

  test('is 413 over 3 MB, also when it is signed, and nothing is stored', async () => {
    expect((await networks.meta(sized(3 * MB + 1))).status).toBe(413);
    expect((await networks.meta(sized(8 * MB))).status).toBe(413);
    expect([401, 413]).toContain((await post(whatsapp(), sized(4 * MB), {})).status);
    await nothingStored();
  });

  test('is accepted at 3 MB', async () => {
    const body = sized(3_000_000);
    expect(body).toHaveLength(3_000_000);
    expect((await networks.meta(body)).status).toBe(200);
  });

  test.each(paths.filter((path) => path !== 'ussd'))('is 413 on %s', async (path) => {
    expect((await networks.form(path, `${FORMS[path] ?? ''}&more=${'x'.repeat(100_000)}`)).status).toBe(413);
    expect((await networks.form(path, `${FORMS[path] ?? ''}${'&a='.repeat(5_000)}`)).status).toBe(413);
    await nothingStored();
  });

  test('is a sentence on USSD', async () => {
    for (const more of [`&more=${'x'.repeat(2 * MB)}`, '&a='.repeat(5_000)]) {
      expect(await networks.form('ussd', `${FORMS['ussd'] ?? ''}${more}`)).toMatchObject({ status: 200, body: expect.stringMatching(/^END /) });
    }
    await nothingStored();
  });
});

describe('what is signed and makes no sense', () => {
  const BODIES: [string, string | Buffer][] = [
    ['nothing', ''], ['no JSON', 'bonjour'], ['half of it', '{"entry":['], ['null', 'null'], ['a number', '42'], ['a list', '[]'], ['a text', '"entry"'], ['no envelope', '{}'],
    ['entries that are none', '{"object":"whatsapp_business_account","entry":{}}'], ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])], ['two in one', '{"entry":[]}{"entry":[]}'],
    ['a depth nobody needs', `${'['.repeat(100_000)}${']'.repeat(100_000)}`], ['the sample of a template as printed', textOf('meta_template_status_rejected_MALFORMED.txt')], ['the sample of an echo as printed', textOf('meta_smb_message_echo_MALFORMED.txt')],
  ];
  test.each(BODIES)('%s is 400 on WhatsApp', async (_, body) => {
    expect((await networks.meta(body)).status).toBe(400);
    await nothingStored();
  });

  const NONSENSE = ['', 'bonjour', '%', '%zz=%zz', '=', '&&&', 'a[b][c]=d', '__proto__[x]=1', '{"from":"+2290195000001","text":"x"}', 'from=&text=x', 'phoneNumber=%00', '\u0000'];
  test.each(paths.filter((path) => path !== 'ussd'))('is 400 on %s', async (path) => {
    for (const form of NONSENSE) expect([form, (await networks.form(path, form)).status]).toEqual([form, 400]);
    const json = await post(africasTalking(networks.callbackToken, path), Buffer.from('{"id":"1"}'), { 'content-type': 'application/json' });
    expect(json.status).toBe(400);
    await nothingStored();
  });

  test('is a sentence on USSD', async () => {
    for (const form of NONSENSE) expect([form, await networks.form('ussd', form)]).toEqual([form, expect.objectContaining({ status: 200, type: expect.stringContaining('text/plain'), body: expect.stringMatching(/^END /) })]);
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded; charset=utf-7', 'multipart/form-data']) {
      expect(await post(africasTalking(networks.callbackToken, 'ussd'), Buffer.from('{"a":'), { 'content-type': type })).toMatchObject({ status: 200, body: expect.stringMatching(/^END /) });
    }
    await nothingStored();
  });

  test('is never 500 for an encoding we do not read', async () => {
    const body = gzipSync(message());
    const headers = { 'x-hub-signature-256': signature(body, networks.appSecret), 'content-encoding': 'gzip' };
    const answers = [await post(whatsapp(), body, headers), ...(await Promise.all(paths.filter((path) => path !== 'ussd').map((path) => post(africasTalking(networks.callbackToken, path), Buffer.from('not zipped'), { ...FORM, 'content-encoding': 'gzip' }))))];
    expect(answers.map(({ status }) => Math.floor(status / 100))).toEqual(answers.map(() => 4));
    expect(await post(africasTalking(networks.callbackToken, 'ussd'), Buffer.from('not zipped'), { ...FORM, 'content-encoding': 'gzip' })).toMatchObject({ status: 200, body: expect.stringMatching(/^END /) });
    await nothingStored();
  });
});

describe('when Meta tries our address', () => {
  const { verify_token: theirs, cases } = recorded('verify_get_requests.json') as { verify_token: string; cases: { query: string; expect: string }[] };

  test.each(cases)('?$query: $expect', async ({ query, expect: expected }) => {
    const answer = await fetch(`${whatsapp()}?${query.replace(theirs, networks.verifyToken)}`);
    const body = await answer.text();
    if (expected.startsWith('200')) expect([answer.status, body]).toEqual([200, 'yarchallenge']);
    else expect([Math.floor(answer.status / 100), body.includes('yarchallenge')]).toEqual([4, false]);
    await nothingStored();
  });

  test.each(['hub.mode=subscribe&hub.verify_token=&hub.challenge=x', 'hub.mode=unsubscribe&hub.verify_token=TOKEN&hub.challenge=x', 'hub[mode]=subscribe&hub[verify_token]=TOKEN&hub[challenge]=x', 'hub.mode=subscribe&hub.verify_token=TOKEN'])('?%s is refused', async (query) => {
    expect((await fetch(`${whatsapp()}?${query.replace('TOKEN', networks.verifyToken)}`)).status).toBe(403);
  });
});

test('the recorded form of a hop is still answered after all this', async () => {
  const form = readFileSync(new URL('../fixtures/africastalking/ussd_captured_begin.txt', import.meta.url), 'utf8').trim();
  expect((await networks.form('ussd', form)).body).toMatch(/^CON /);
});
