import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { secretKeyOf, webhookSecretOf } from '../../src/domain/payments/account-keys.ts';
import { anotherPage, GOOD, pageForAfi } from '../helpers/key-page.ts';
import { tillOf } from '../helpers/paying.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let url: string;
const logged: string[] = [];
beforeEach(async () => {
  world = await openWorld();
  url = await pageForAfi(world);
});
afterEach(() => world.close());

const post = (fields: Record<string, string>, headers: Record<string, string> = {}) => fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers });
const accounts = () => world.db.paymentAccount.findMany({ where: { ref: 'AFI' } });

async function dump(): Promise<string> {
  const tables = await world.db.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const rows = await world.db.$queryRawUnsafe<{ row: string }[]>(tables.map(({ name }) => `SELECT '${name} ' || t::text AS row FROM "${name}" t`).join(' UNION ALL '));
  return [...rows.map(({ row }) => row), ...logged].join('\n');
}

describe('J18 · the keys of FedaPay, on a page that serves once', () => {
  test('J18 · looking at it, however often, spends nothing; pressing keeps the keys sealed and says the webhook address', async () => {
    for (let look = 0; look < 3; look++) expect(await (await fetch(url)).text()).toContain('http://localhost:0/webhooks/fedapay/AFI');
    const done = await post(GOOD);
    expect(done.status).toBe(200);
    expect(await done.text()).toContain('http://localhost:0/webhooks/fedapay/AFI');

    const [account] = await accounts();
    expect(account).toMatchObject({ provider: 'fedapay', mode: 'live', closedAt: null, verifiedAt: expect.any(Date) });
    expect(account && secretKeyOf(account, world.config.secretKey)).toBe(GOOD.secretKey);
    expect(account && webhookSecretOf(account, world.config.secretKey)).toBe(GOOD.webhookSecret);
    expect(await dump()).not.toMatch(/(sk|wh)_live_of_afi/);
    expect(await world.db.auditLog.findMany({ where: { action: 'payments.connected' }, select: { actor: true, after: true } })).toEqual([{ actor: expect.stringMatching(/^member:/), after: { mode: 'live' } }]);
    expect(await world.db.message.count({ where: { kind: 'notice', text: { contains: 'FedaPay est relié' } } })).toBe(0);
    expect(await world.db.message.findFirst({ where: { kind: 'notice' } })).toMatchObject({ text: 'Atelier Afi: FedaPay est relie. Ce n etait pas vous? Repondez HUMAIN' });
  });

  test('J18 · pressed twice, or at once in two windows, it serves once', async () => {
    const answers = await Promise.all([post(GOOD), post(GOOD)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await fetch(url)).status).toBe(404);
    expect(await accounts()).toHaveLength(1);
  });

  test('J18 · a key that FedaPay does not know is said, kept nowhere, and typed again', async () => {
    const wrong = await post({ ...GOOD, secretKey: 'sk_live_wrong_or_somebody_else' });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('FedaPay ne reconnaît pas cette clé')]);
    expect(await accounts()).toEqual([]);
    expect(await dump()).not.toContain('somebody_else');
    expect((await post(GOOD)).status).toBe(200);
  });

  test('J18 · while FedaPay is away nothing is kept either, and the page stays', async () => {
    world.standins.fedapay?.faults.set({ refuse: 'down' }, 'AFI');
    expect([(await post(GOOD)).status, await accounts()]).toEqual([422, []]);
    world.standins.fedapay?.faults.clear();
    expect((await post(GOOD)).status).toBe(200);
  });

  test.each([{ secretKey: 'pk_live_0123456789' }, { secretKey: '' }, { webhookSecret: 'sk_live_0123456789' }, { webhookSecret: 'wh_<script>' }])('J18 · what is no key is not even asked about: %p', async (part) => {
    expect((await post({ ...GOOD, ...part })).status).toBe(422);
    expect(world.standins.fedapay?.calls()).toEqual([]);
  });

  test('J18 · it dies in half an hour, with a newer one, and with the ownership', async () => {
    const first = url;
    url = await pageForAfi(world);
    expect((await fetch(first)).status).toBe(404);
    await world.db.member.updateMany({ where: { role: 'owner', tenant: { code: 'AFI' } }, data: { role: 'manager' } });
    expect((await post(GOOD)).status).toBe(404);
    await world.db.member.updateMany({ where: { role: 'manager', tenant: { code: 'AFI' } }, data: { role: 'owner' } });
    world.clock.forward({ minutes: 31 });
    expect([(await fetch(url)).status, (await post(GOOD)).status, await accounts()]).toEqual([404, 404, []]);
  });

  test('J18 · while a payment is under way, keys of another account are not taken, and the page stays; newer keys of the same account are', async () => {
    await post(GOOD);
    const till = tillOf(world);
    const id = await till.ask(await till.order());
    url = await anotherPage(world);
    const refused = async () => {
      const answer = await post({ ...GOOD, secretKey: 'sk_live_of_another_123' });
      return [answer.status, await answer.text()];
    };
    world.standins.fedapay?.addAccount({ ref: 'OTHER', secretKey: 'sk_live_of_another_123', webhookSecret: 'wh_live_of_another_123', webhookUrl: '' });
    expect(await refused()).toEqual([422, expect.stringContaining('Un paiement est en cours')]);
    await till.rest();
    expect(await refused()).toEqual([422, expect.stringContaining('Rien n&#39;a été changé')]);
    world.standins.fedapay?.approve(till.theirs(id));
    await till.rest();
    expect(await till.payment(id)).toMatchObject({ status: 'approved' });

    await till.ask(await till.order());
    await till.rest();
    const newer = { ...GOOD, secretKey: 'sk_live_of_afi_rolled' };
    world.standins.fedapay?.addAccount({ ref: 'AFI', ...newer, webhookUrl: `${world.local}/webhooks/fedapay/AFI` });
    expect((await post(newer)).status).toBe(200);
    const [account] = await accounts();
    expect(account && secretKeyOf(account, world.config.secretKey)).toBe(newer.secretKey);
  });

  test('J18 · a page of somebody else cannot post to it, and nothing may frame, script or remember it', async () => {
    expect((await post(GOOD, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const { headers } = await fetch(url);
    expect(Object.fromEntries(headers)).toMatchObject({ 'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/), 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  });

  test('J18 · after ten tries it waits', async () => {
    for (let tried = 0; tried < 10; tried++) await post({ ...GOOD, secretKey: `sk_live_wrong_${tried}` });
    expect((await post(GOOD)).status).toBe(429);
  });
});

describe('J18 · a key in a chat', () => {
  test('J18 · is refused, and leaves every log', async () => {
    const { graph, phones } = world.standins;
    await graph?.userSends('+2290197000001', { type: 'text', text: 'Voici ma clé sk_live_of_afi_0123456789' });
    await phones?.userSmsSends('+2290197000001', 'wh_live_of_afi_0123456789');
    await world.quiet();
    const told = await world.db.message.findMany({ where: { direction: 'out', kind: 'reply' }, orderBy: { id: 'asc' }, select: { text: true } });
    expect(told.map(({ text }) => text.split('\n')[0])).toEqual([expect.stringContaining("Une clé FedaPay ne s'envoie jamais ici"), expect.stringContaining("Une clé FedaPay ne s'envoie jamais par SMS")]);
    expect(await dump()).not.toMatch(/(sk|wh)_live_of_afi/);
  });
});
