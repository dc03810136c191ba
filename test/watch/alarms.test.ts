import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { bytesOf, fromMeta, networksOf, post, said, settle, until, type Networks } from '../helpers/networks.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { echoing } from '../helpers/echo.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from '../sending/outgoing.ts';
import { heardLines } from './heard-lines.ts';
import { metricsOf } from './metrics-of.ts';

/** Each alarm through the running app: raised once, shown as a metric, and over when its cause is. */
let world: World;
let networks: Networks;
let outbox: Outgoing;
let away = false;
const heard = heardLines('info');
const { echoes, ...echo } = echoing();

beforeAll(async () => {
  const database = await openTestDatabase();
  const prisma = new Proxy(database.prisma, { get: (target, name): unknown => (away && name === '$queryRaw' ? () => Promise.reject(new Error('away')) : Reflect.get(target, name, target)) });
  world = await openWorld({ ...echo, database: { ...database, prisma }, logger: heard.logger });
  networks = networksOf(world);
  outbox = await outgoing(world);
});
beforeEach(async () => {
  await outbox.nextMorning();
  await looks();
  heard.written.splice(0);
});
afterAll(() => world.close());

/** Some seconds later it looks again; twice, so that what is said once only is seen to be. */
async function looks(): Promise<void> {
  for (let time = 0; time < 2; time++) {
    world.clock.forward({ seconds: 4 });
    await world.lookout.alarms.check();
  }
}
const told = () => heard.lines().filter(({ alarm }) => alarm !== undefined).map(({ level, alarm, over }) => `${level} ${String(alarm)}${over === true ? ' over' : ''}`);
const shown = async (alarm: string) => (await metricsOf(world))(`griot_alarm{alarm="${alarm}"}`);

async function isRaised(alarm: string): Promise<void> {
  await looks();
  expect([told(), await shown(alarm)]).toEqual([[`error ${alarm}`], 1]);
}
async function isOver(alarm: string): Promise<void> {
  await looks();
  expect([told(), await shown(alarm)]).toEqual([[`error ${alarm}`, `info ${alarm} over`], 0]);
}

async function aLetter(status: string) {
  const { id: contactId } = await world.db.contact.create({ data: { key: `+22901970${String(Math.floor(world.now().getTime() / 1_000)).slice(-5)}` } });
  const { id: eventId } = await world.db.inboundEvent.create({ data: { provider: 'whatsapp', eventId: `wamid.${contactId}`, kind: 'text', contactId, content: {}, hash: '', happenedAt: world.now(), receivedAt: world.now() } });
  await world.db.inboundState.create({ data: { eventId, contactId, status, availableAt: new Date(world.now().getTime() + 86_400_000) } });
  return eventId;
}

test('somebody waits for longer than a minute', async () => {
  const eventId = await aLetter('waiting');
  await looks();
  expect(told()).toEqual([]);
  world.clock.forward({ minutes: 1 });
  await isRaised('oldestWaiting');
  expect(heard.lines().find(({ alarm }) => alarm !== undefined)).toMatchObject({ seconds: expect.any(Number), message: expect.stringContaining('waited too long') });
  await world.db.inboundState.delete({ where: { eventId } });
  await isOver('oldestWaiting');
});

test('an answer cannot leave for longer than a minute', async () => {
  const awa = await outbox.person();
  const later = new Date(world.now().getTime() + 86_400_000);
  await outbox.writeAll([{ to: awa, purpose: 'code', text: 'under way', availableAt: later }, { to: awa, purpose: 'code', text: 'behind it' }]);
  await world.db.outbox.updateMany({ where: { availableAt: later }, data: { status: 'sending' } });
  await looks();
  expect(told()).toEqual([]);
  world.clock.forward({ minutes: 1 });
  await isRaised('oldestUnsent');
  await world.db.outbox.deleteMany({ where: { status: { in: ['sending', 'waiting'] } } });
  await isOver('oldestUnsent');
});

test('five forgeries since the last report; over after ten minutes of peace', async () => {
  const forge = async (times: number) => {
    const counted = async () => (await world.db.tally.aggregate({ where: { name: { startsWith: 'forged.' } }, _sum: { count: true } }))._sum.count ?? 0;
    const before = await counted();
    for (let time = 0; time < times; time++) await post(`${world.local}/webhooks/${time % 2 === 0 ? 'whatsapp' : 'africastalking/x/sms'}`, bytesOf('{}'), {});
    await until(async () => (await counted()) === before + times);
  };
  await forge(4);
  await looks();
  expect(told()).toEqual([]);
  await forge(1);
  await isRaised('forgeries');
  await forge(5);
  world.clock.forward({ minutes: 9 });
  await isRaised('forgeries');
  world.clock.forward({ minutes: 9 });
  await isRaised('forgeries');
  world.clock.forward({ minutes: 2 });
  await isOver('forgeries');
});

test('a turn is parked, until somebody plays it again or gives it up', async () => {
  echoes.take = async (_scope, text) => {
    if (text === 'boum') throw new Error('boum');
  };
  for (const text of ['Bonjour', 'boum']) {
    await networks.meta(fromMeta(world, [said({ from: '2290197000030', id: `wamid.${text}`, text })]));
    await settle(world);
  }
  for (let tries = 1; tries < 3; tries++) {
    world.clock.forward({ minutes: 1 });
    await world.mail.sweep();
    await settle(world);
  }
  await looks();
  expect(told().filter((line) => !line.includes('oldestWaiting'))).toEqual(['error parkedTurns']);
  await world.db.inboundState.updateMany({ where: { status: 'parked' }, data: { status: 'discarded' } });
  await looks();
  expect(told().filter((line) => !line.includes('oldestWaiting'))).toEqual(['error parkedTurns', 'info parkedTurns over']);
});

test('a job is parked', async () => {
  const { id } = await world.db.due.create({ data: { key: 'alarm:parked', kind: 'nobody', status: 'parked', runAt: world.now(), createdAt: world.now() } });
  await isRaised('parkedJobs');
  await world.db.due.delete({ where: { id } });
  await isOver('parkedJobs');
});

test('a payment is in doubt for half an hour', async () => {
  const id = randomUUID();
  await world.db.payment.create({ data: { id, tenantId: id, accountId: id, purpose: 'order', refId: id, amountXof: 5_000n, method: 'push', key: id, status: 'unknown', channel: 'sms', by: 'test', createdAt: world.now() } });
  await looks();
  expect(told()).toEqual([]);
  world.clock.forward({ minutes: 31 });
  await isRaised('oddMoney');
  await world.db.payment.update({ where: { id }, data: { status: 'expired' } });
  await isOver('oddMoney');
});

test('money is nobody’s; a day later it is an old story', async () => {
  await world.db.notice.create({ data: { provider: 'fedapay', eventId: 'stray:AFI:1', field: 'payment', severity: 'warning', summary: 'test', value: {}, at: world.now() } });
  await isRaised('oddMoney');
  world.clock.forward({ hours: 25 });
  await isOver('oddMoney');
});

test('nobody knows whether a message has left; a day later it is an old story', async () => {
  const awa = await outbox.person();
  outbox.phones.smsFaults.set({ dropAfterAccept: true, withholdReports: true });
  await outbox.send({ to: awa, purpose: 'order', text: 'order', channel: 'sms' });
  for (let time = 0; time < 3; time++) await outbox.later({ minutes: 1 });
  expect(await outbox.rows(awa)).toEqual(['order sms unknown']);
  await isRaised('unknownSends');
  world.clock.forward({ hours: 24 });
  await isOver('unknownSends');
});

test.each(['whatsapp', 'sms'] as const)('the line of %s is stopped, until a message is taken again', async (channel) => {
  const awa = await outbox.person();
  const faults = { whatsapp: () => outbox.graph.faults.set({ refuse: 190 }), sms: () => outbox.phones.smsFaults.set({ refuse: 'badKey' }) };
  faults[channel]();
  await outbox.send({ to: awa, purpose: 'code', text: 'code', channel });
  await isRaised(`lineStopped.${channel}`);
  outbox.graph.faults.clear();
  outbox.phones.smsFaults.clear();
  await outbox.later({ minutes: 2 });
  await outbox.send({ to: await outbox.person(), purpose: 'code', text: 'code', channel });
  await until(async () => (await world.db.line.count({ where: { stoppedAt: { not: null } } })) === 0);
  await isOver(`lineStopped.${channel}`);
});

test('nothing goes to many for a day', async () => {
  const awa = await outbox.person();
  outbox.graph.faults.set({ refuse: 131048, times: 1 });
  await outbox.send({ to: awa, purpose: 'promo', text: 'promo' });
  await isRaised('bulkHeld');
  world.clock.forward({ hours: 24 });
  await isOver('bulkHeld');
});

test('the database does not answer; what is raised meanwhile stays raised', async () => {
  const { id } = await world.db.due.create({ data: { key: 'alarm:meanwhile', kind: 'nobody', status: 'parked', runAt: world.now(), createdAt: world.now() } });
  await looks();
  away = true;
  await looks();
  const missing = await metricsOf(world);
  away = false;
  expect([told(), missing('griot_alarm{alarm="databaseAway"}'), missing('griot_alarm{alarm="parkedJobs"}'), missing('griot_database_up'), missing('griot_inbound_waiting')]).toEqual([['error parkedJobs', 'error databaseAway'], 1, 1, 0, NaN]);
  await looks();
  expect(told()).toEqual(['error parkedJobs', 'error databaseAway', 'info databaseAway over']);
  await world.db.due.delete({ where: { id } });
});
