import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { outgoing, type Outgoing } from '../sending/outgoing.ts';
import { echoing } from '../helpers/echo.ts';
import { bytesOf, fromMeta, networksOf, post, said, settle, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { metricsOf } from './metrics-of.ts';

let world: World;
let networks: Networks;
let outbox: Outgoing;
const { echoes, ...echo } = echoing();

beforeAll(async () => {
  world = await openWorld(echo);
  networks = networksOf(world);
  outbox = await outgoing(world);
});
afterAll(() => world.close());

const metrics = () => metricsOf(world);
const AWA = '2290197000010';
const says = async (text: string, id = `wamid.${text}`) => {
  const answer = await networks.meta(fromMeta(world, [said({ from: AWA, id, text })]));
  await settle(world);
  return answer;
};

test('DIG-50 · a turn, its webhook and its answer are counted and timed', async () => {
  const before = await metrics();
  await says('un');
  const after = await metrics();
  const counted = ['griot_turns_total{channel="whatsapp",outcome="played"}', 'griot_turn_seconds_count{channel="whatsapp"}', 'griot_sends_total{channel="whatsapp",outcome="accepted"}', 'griot_send_seconds_count{channel="whatsapp"}'];
  for (const name of counted) expect([name, after(name) - before(name)]).toEqual([name, 1]);
  // The webhook itself, and the network's statuses of our answer.
  expect(after('griot_ack_seconds_count{route="whatsapp",status="200"}') - before('griot_ack_seconds_count{route="whatsapp",status="200"}')).toBeGreaterThan(1);
});

test('each callback is told apart by its route and status, and the token that stands in its address is in no label', async () => {
  await networks.form('ussd', { sessionId: 'ATUid_m', phoneNumber: '+2290195000103', serviceCode: '*384*22#', networkCode: '99999', text: '' });
  await networks.form('sms', { nonsense: '1' });
  await networks.form('secret-path', {});
  const now = await metrics();
  expect(now('griot_ack_seconds_count{route="ussd",status="200"}')).toBe(1);
  expect(now('griot_ack_seconds_count{route="sms",status="400"}')).toBe(1);
  expect(now('griot_ack_seconds_count{route="other",status="404"}')).toBe(1);
  expect(now.text).not.toContain(networks.callbackToken);
});

test('what arrives again is a duplicate, in another webhook or in the same', async () => {
  const before = await metrics();
  await says('deux');
  await says('deux');
  const twice = said({ from: AWA, id: 'wamid.trois', text: 'trois' });
  await networks.meta(fromMeta(world, [twice, twice]));
  await settle(world);
  const after = await metrics();
  expect(after('griot_duplicates_total{provider="whatsapp"}') - before('griot_duplicates_total{provider="whatsapp"}')).toBe(2);
});

test('forged calls are counted for each network', async () => {
  await post(`${world.local}/webhooks/whatsapp`, bytesOf('{}'), {});
  await post(`${world.local}/webhooks/africastalking/guessed/sms`, bytesOf(''), {});
  const now = await metrics();
  expect([now('griot_forgeries_total{provider="whatsapp"}'), now('griot_forgeries_total{provider="africastalking"}')]).toEqual([1, 1]);
  expect(now.text).not.toContain('guessed');
});

test('a refusal and a lost answer are told apart; a message that goes again without knowing is possibly doubled', async () => {
  const [jean, rose] = [await outbox.person(), await outbox.person()];
  outbox.graph.faults.set({ refuse: 131047 }, outbox.graph.keyOf(jean));
  await outbox.send({ to: jean, purpose: 'order', text: 'order' });
  outbox.graph.faults.set({ dropAfterAccept: true, withholdStatuses: true, times: 1 }, outbox.graph.keyOf(rose));
  await outbox.send({ to: rose, purpose: 'order', text: 'order' });
  const lost = await metrics();
  expect([lost('griot_sends_total{channel="whatsapp",outcome="refused"}'), lost('griot_sends_total{channel="whatsapp",outcome="unknown"}'), lost('griot_sends_total{channel="sms",outcome="accepted"}')]).toEqual([1, 1, 1]);
  await outbox.later({ minutes: 1 });
  expect((await metrics())('griot_sends_possibly_doubled_total{channel="whatsapp"}')).toBe(1);
});

describe('what waits is read from the database when somebody asks', () => {
  test('an event whose turn comes later, and how long it has waited', async () => {
    const { id: contactId } = await world.db.contact.create({ data: { key: '+2290197000011' } });
    const event = await world.db.inboundEvent.create({ data: { provider: 'whatsapp', eventId: 'wamid.later', kind: 'text', contactId, content: {}, hash: '', happenedAt: world.now(), receivedAt: world.now() } });
    await world.db.inboundState.create({ data: { eventId: event.id, contactId, availableAt: new Date(world.now().getTime() + 86_400_000) } });
    world.clock.forward({ minutes: 2 });
    const waiting = await metrics();
    expect([waiting('griot_inbound_waiting'), Math.floor(waiting('griot_inbound_oldest_seconds'))]).toEqual([1, 120]);
    await world.db.inboundState.delete({ where: { eventId: event.id } });
    world.clock.forward({ seconds: 3 });
    const done = await metrics();
    expect([done('griot_inbound_waiting'), done('griot_inbound_oldest_seconds')]).toEqual([0, 0]);
  });

  test('a turn that failed is counted with each try, until it is parked', async () => {
    echoes.take = async (_scope, text) => {
      if (text === 'boum') throw new Error('boum');
    };
    await says('boum');
    for (let tries = 1; tries < 3; tries++) {
      world.clock.forward({ minutes: 1 });
      await world.mail.sweep();
      await settle(world);
    }
    const parked = await metrics();
    expect([parked('griot_turns_parked'), parked('griot_turns_total{channel="whatsapp",outcome="failed"}'), parked('griot_turns_total{channel="whatsapp",outcome="parked"}')]).toEqual([1, 2, 1]);
  });

  test('messages by lane, jobs, and no more often than every few seconds', async () => {
    const awa = await outbox.person();
    const tomorrow = new Date(world.now().getTime() + 86_400_000);
    await outbox.send({ to: awa, purpose: 'promo', text: 'promo', availableAt: tomorrow });
    await world.due?.ring();
    const [longAgo, leaseUntil] = [new Date(0), tomorrow];
    await world.db.due.createMany({ data: ['waiting', 'parked'].map((status) => ({ key: `metrics:${status}`, kind: 'nobody', status, runAt: longAgo, leaseUntil, createdAt: longAgo })) });
    await world.db.outbox.create({ data: { key: 'metrics:unknown', contactId: (await world.db.contact.findUniqueOrThrow({ where: { key: awa } })).id, channel: 'sms', externalId: awa, purpose: 'order', lane: 1, payload: {}, status: 'unknown', provider: 'africastalking', availableAt: world.now(), createdAt: world.now() } });
    world.clock.forward({ seconds: 10 });
    const now = await metrics();
    const waits = ['griot_outbox_waiting{lane="bulk",status="waiting"}', 'griot_outbox_waiting{lane="answers",status="waiting"}', 'griot_due', 'griot_jobs_parked', 'griot_sends_unknown', 'griot_line_stopped{channel="whatsapp"}', 'griot_database_up'];
    expect(waits.map((name) => now(name))).toEqual([1, 0, 1, 1, 1, 0, 1]);

    await world.db.due.deleteMany({ where: { key: { startsWith: 'metrics:' } } });
    expect((await metrics())('griot_jobs_parked')).toBe(1);
    world.clock.forward({ seconds: 3 });
    expect((await metrics())('griot_jobs_parked')).toBe(0);
  });
});

test('two apps in one process count for themselves', async () => {
  const other = await openWorld({ ...echo, cast: false });
  try {
    expect((await metricsOf(other)).text).not.toContain('griot_turns_total{');
  } finally {
    await other.close();
  }
});

describe('who may read it', () => {
  const status = async (of: World, headers: Record<string, string> = {}) => (await fetch(`${of.local}/metrics`, { headers })).status;
  const PRODUCTION = { NODE_ENV: 'production', SECRET_KEY: 'k'.repeat(40) };
  const passedOn = { 'x-forwarded-for': '203.0.113.7' };

  test.each([
    ['a token, in production', { ...PRODUCTION, METRICS_TOKEN: 'let-me-see' }, [401, 401, 401, 401, 200]],
    ['a token', { METRICS_TOKEN: 'let-me-see' }, [401, 401, 401, 401, 200]],
    ['no token, in production: only this machine, and not through a proxy', PRODUCTION, [200, 404, 200, 200, 200]],
    ['no token', {}, [200, 200, 200, 200, 200]],
  ])('with %s', async (_, env, expected) => {
    const guarded = await openWorld({ env, cast: false });
    try {
      const answers = [await status(guarded), await status(guarded, passedOn)];
      for (const authorization of ['Bearer let-me-se', 'let-me-see', 'Bearer let-me-see']) answers.push(await status(guarded, { authorization }));
      expect(answers).toEqual(expected);
    } finally {
      await guarded.close();
    }
  });
});
