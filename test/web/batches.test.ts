import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Prisma } from '../../src/db/open-database.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { fromMeta, networksOf, said, settle, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let networks: Networks;
const statements: string[] = [];

beforeAll(async () => {
  const database = await openTestDatabase();
  world = await openWorld({ database: { ...database, prisma: noting(database.prisma) }, cast: false });
  networks = networksOf(world);
});
afterAll(() => world.close());

/** Notes each raw statement on its way. */
function noting(prisma: Prisma): Prisma {
  return new Proxy(prisma, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== '$queryRaw' || typeof value !== 'function') return value;
      return (sql: TemplateStringsArray, ...values: unknown[]): unknown => {
        statements.push(sql.join('?'));
        return Reflect.apply(value, target, [sql, ...values]);
      };
    },
  });
}

const UPDATES = 1_000;
const each = <T>(make: (n: number) => T): T[] => Array.from({ length: UPDATES }, (_, n) => make(n));
const waIdOf = (n: number) => `22901950${String(10_000 + n)}`;
const at = '1795165200';
const reaction = (n: number, batch: string) => ({ messages: [{ from: waIdOf(n), id: `wamid.${batch}.${n}`, timestamp: at, type: 'reaction', reaction: { message_id: 'wamid.ours', emoji: '👍' } }] });
const status = (n: number) => ({ statuses: [{ id: `wamid.ours.${n}`, status: 'delivered', timestamp: at, recipient_id: waIdOf(n) }] });

describe('a thousand updates in one post', () => {
  test('are stored by one statement, with their thousand contacts', async () => {
    statements.length = 0;
    expect((await networks.meta(fromMeta(world, each((n) => reaction(n, 'a'))))).status).toBe(200);
    expect(statements.filter((sql) => sql.includes('"InboundEvent"') && sql.includes('INSERT'))).toHaveLength(1);
    expect(await world.db.inboundEvent.count({ where: { kind: 'reaction' } })).toBe(UPDATES);
    expect(await world.db.contact.count()).toBe(UPDATES);
  });

  test('are the most that is stored by one statement', async () => {
    statements.length = 0;
    const posts = Array.from({ length: 5 }, (_, post) => fromMeta(world, each((n) => reaction(n, `c${post}`)).slice(0, 400)));
    for (const { status } of await Promise.all(posts.map((post) => networks.meta(post)))) expect(status).toBe(200);
    expect(statements.filter((sql) => sql.includes('"InboundEvent"') && sql.includes('INSERT')).length).toBeGreaterThanOrEqual(3);
    expect(await world.db.inboundEvent.count({ where: { eventId: { startsWith: 'wamid.c' } } })).toBe(2_000);
  });

  test('are stored again as nothing', async () => {
    expect((await networks.meta(fromMeta(world, each((n) => reaction(n, 'a'))))).status).toBe(200);
    expect(await world.db.inboundEvent.count({ where: { eventId: { startsWith: 'wamid.a.' } } })).toBe(UPDATES);
  });

  test('may be ticks', async () => {
    expect((await networks.meta(fromMeta(world, each(status)))).status).toBe(200);
    expect(await world.db.receipt.count()).toBe(UPDATES);
  });

  test('may be news of our templates', async () => {
    const body = { object: 'whatsapp_business_account', entry: each((n) => ({
      id: '102290129340398', time: 1_795_165_200,
      changes: [{ field: 'message_template_status_update', value: { event: 'APPROVED', message_template_id: n, message_template_name: `rappel_${n % 40}`, message_template_language: 'fr', reason: 'NONE' } }],
    })) };
    expect((await networks.meta(body)).status).toBe(200);
    expect(await world.db.notice.count()).toBe(UPDATES);
    expect(await world.db.templateState.count({ where: { status: 'APPROVED' } })).toBe(40);
  });

  test('may come in two orders at once, as two apps of one account repeat them', async () => {
    const batch = each((n) => reaction(n, 'b'));
    const bodies = [fromMeta(world, batch), fromMeta(world, batch.toReversed())];
    const posted = [...bodies, ...bodies];
    const answers = await Promise.all(posted.map((body) => networks.meta(body)));
    const again = posted.filter((_, n) => answers[n]?.status === 503); // two writers in one another's way: it is posted again
    for (const body of again) answers.push(await networks.meta(body));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(posted.length);
    expect(await world.db.inboundEvent.count({ where: { eventId: { startsWith: 'wamid.b.' } } })).toBe(UPDATES);
    await settle(world);
  });
});

/** What is done in a transaction of its own is not noted. */
test('a turn of a burst costs what any other turn costs: one statement to read, one to write', async () => {
  const all = each((n) => n).slice(0, 30);
  statements.length = 0;
  await networks.meta(fromMeta(world, all.map((n) => said({ from: '2290195000001', id: `wamid.c.${n}`, text: 'bonjour' }))));
  await settle(world);
  expect(await world.db.inboundState.count({ where: { status: 'done', attempts: 1 } })).toBe(all.length);
  expect(await world.db.conversation.findMany({ where: { flood: { path: ['burst', 'withheld'], equals: 20 } } })).toHaveLength(1);
  const reads = statements.filter((sql) => sql.includes("'letter', to_jsonb(l)"));
  const writes = statements.filter((sql) => sql.includes('INSERT INTO "Conversation"'));
  expect([reads.length, writes.length]).toEqual([30, 30]);
});
