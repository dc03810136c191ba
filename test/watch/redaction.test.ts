import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bytesOf, fromMeta, networksOf, post, said, settle, signature } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { heardLines } from './heard-lines.ts';

/** Everything that may go right or wrong in a running app is done to it at the level that tells most; then all its lines are searched. */
const heard = heardLines('debug');
const SECRETS = { METRICS_TOKEN: 'metrics-token-of-the-test', WHATSAPP_APP_SECRET: 'app-secret-of-the-test', WHATSAPP_VERIFY_TOKEN: 'verify-token-of-the-test', AFRICASTALKING_CALLBACK_TOKEN: 'callback-token-of-the-test', ADMIN_PASSWORD: 'un baobab sous la pluie' };
const [PIN, WRONG_PIN] = ['4321', '97531'];
const AFI = '+2290197000001';
const [AWA, ROSE, SECRET_WISH] = ['+2290166554433', '+2290166554434', 'boubou indigo pour Codjo'];
let world: World;
let lines: string[];

beforeAll(async () => {
  world = await openWorld({ env: SECRETS, logger: heard.logger });
  await conversations();
  await refusals();
  await forgeries();
  await world.due?.ring();
  world.clock.forward({ minutes: 2 });
  await world.mail.sweep();
  await world.post.sweep();
  await calm();
  // A time may look like anything; what an id of the database looks like is not chosen by a person.
  lines = heard.lines().map(({ timestamp: _, ...line }) => JSON.stringify(line));
});
afterAll(() => world.close());

const calm = () => settle(world);
const networks = () => {
  const { graph, phones } = world.standins;
  if (graph === undefined || phones === undefined) throw new Error('both networks are simulated here');
  return { graph, phones };
};

async function conversations(): Promise<void> {
  const { graph, phones } = networks();
  for (const text of ['Bonjour', '1', '1', 'Codjo Zinsou', '1', SECRET_WISH, 'humain', SECRET_WISH, 'menu']) {
    await graph.userSends(AWA, { type: 'text', text });
    await phones.userSmsSends(ROSE, text);
    await calm();
  }
  await graph.userSends(AWA, { type: 'media', kind: 'document', bytes: new TextEncoder().encode('%PDF-1.4 facture'), mime: 'application/pdf', filename: 'facture-Zinsou.pdf' });
  await phones.dial(AFI, '*384*22#');
  for (const typed of [WRONG_PIN, PIN, SECRET_WISH]) await phones.session(AFI)?.type(typed);
  await calm();
}

async function refusals(): Promise<void> {
  const { graph, phones } = networks();
  for (const refuse of [131047, 131026, 190, 'html'] as const) {
    graph.faults.set({ refuse, times: 1 });
    await graph.userSends(AWA, { type: 'text', text: SECRET_WISH });
    await calm();
  }
  graph.faults.set({ dropAfterAccept: true, withholdStatuses: true, times: 1 });
  phones.smsFaults.set({ refuse: 'badKey', times: 1 });
  await graph.userSends(AWA, { type: 'text', text: SECRET_WISH });
  await phones.userSmsSends(ROSE, SECRET_WISH);
  await calm();
}

async function forgeries(): Promise<void> {
  const { appSecret, callbackToken } = networksOf(world);
  const message = bytesOf(fromMeta(world, [said({ from: AWA.slice(1), id: 'wamid.forged', text: SECRET_WISH })]));
  await post(`${world.local}/webhooks/whatsapp`, message, { 'x-hub-signature-256': signature(message, `${appSecret}x`) });
  await post(`${world.local}/webhooks/africastalking/${callbackToken}x/sms`, bytesOf('from=x'), {});
  await post(`${world.local}/admin/login`, bytesOf('email=a%40b.c&password=mot-de-passe'), { 'content-type': 'application/x-www-form-urlencoded' });
  await fetch(`${world.local}/metrics`, { headers: { authorization: 'Bearer metrics-token-guessed' } });
}

const linesWith = (words: string): string[] => lines.filter((line) => line.includes(JSON.stringify(words).slice(1, -1)));

test('there is something to be searched', () => {
  expect(new Set(heard.lines().map(({ level }) => level))).toEqual(new Set(['debug', 'warn', 'error', 'info']));
  expect(lines.length).toBeGreaterThan(50);
});

test('no line holds a number, with its country or without', async () => {
  const contacts = await world.db.contact.findMany();
  const addresses = [...contacts.map(({ phone }) => phone ?? ''), ...(await world.db.channelIdentity.findMany()).map(({ externalId }) => externalId), AWA, ROSE, AFI].map((address) => address.replace('+', ''));
  const known = [...new Set(addresses)].filter((address) => address !== '').flatMap((address) => [address, address.slice(-8)]);
  expect(known.length).toBeGreaterThan(20);
  expect(known.flatMap(linesWith)).toEqual([]);
});

test('no line holds what was said, by whom, or in which file', async () => {
  const texts = (await world.db.message.findMany()).flatMap(({ text }) => text.split('\n')).filter((text) => text.length >= 8);
  const names = (await world.db.person.findMany()).map(({ fullName }) => fullName).filter((name) => name !== '');
  expect([texts.length > 30, names.length > 5]).toEqual([true, true]);
  expect([...new Set([...texts, ...names]), SECRET_WISH, 'Zinsou', 'facture-'].flatMap(linesWith)).toEqual([]);
});

test('no line holds a PIN, a token, a secret or a password', () => {
  const { whatsapp, africasTalking } = world.config;
  const ours = [whatsapp, africasTalking].flatMap((provider) => (provider.mode === 'off' ? [] : Object.values(provider.settings))).filter((value): value is string => typeof value === 'string' && value.length >= 16 && !value.startsWith('http'));
  expect(ours.length).toBeGreaterThan(4);
  expect([...ours, ...Object.values(SECRETS), world.config.secretKey, 'mot-de-passe', 'metrics-token', WRONG_PIN].flatMap(linesWith)).toEqual([]);
  expect(lines.filter((line) => new RegExp(`\\b${PIN}\\b`).test(line))).toEqual([]);
});

test('no line holds an id of a network: Meta writes the number into its own', async () => {
  const ids = [...(await world.db.inboundEvent.findMany()).map(({ eventId }) => eventId), ...(await world.db.outbox.findMany()).map(({ providerId }) => providerId ?? '')].filter((id) => id.length > 8);
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.flatMap(linesWith)).toEqual([]);
});
