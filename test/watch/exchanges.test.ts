import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readTranscript } from '../../src/domain/operators/read-transcript.ts';
import type { GraphFault } from '../../src/standins/graph-messages.ts';
import { until } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from '../sending/outgoing.ts';

/** What is kept of each refusal, lost answer and doubt, through the running app. */
let world: World;
let post: Outgoing;
let awa: string;

beforeAll(async () => {
  world = await openWorld();
  post = await outgoing(world);
});
beforeEach(async () => {
  await post.nextMorning();
  awa = await post.person();
});
afterAll(() => world.close());

const refusing = (fault: GraphFault) => post.graph.faults.set(fault, post.graph.keyOf(awa));
const WORDS = 'votre boubou est pret';
const news = () => post.send({ to: awa, purpose: 'order', text: WORDS });
async function kept() {
  const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { key: awa } });
  const rows = await world.db.outbox.findMany({ where: { contactId }, orderBy: { id: 'asc' } });
  const exchanges = await world.db.exchange.findMany({ where: { outboxId: { in: rows.map(({ id }) => id) } }, orderBy: { id: 'asc' } });
  return exchanges.map(({ outboxId, outcome, status, code, ms, detail }) => ({ of: rows.find(({ id }) => id === outboxId)?.key, outcome, status, code, ms, detail: detail as Record<string, unknown> }));
}

test('a message that is simply taken leaves no row: its id and its time stand with it', async () => {
  await news();
  expect(await kept()).toEqual([]);
  expect(await post.row(awa)).toMatchObject({ status: 'sent', providerId: expect.stringMatching(/^wamid/), sentAt: expect.any(Date) });
});

test('a refusal by Meta is kept with what its support asks for', async () => {
  refusing({ refuse: 131026, times: 1 });
  await news();
  const [refused, ...others] = await kept();
  expect(others).toEqual([]);
  expect(refused).toMatchObject({ outcome: 'refused', status: 400, code: '131026', ms: expect.any(Number) });
  expect(refused?.detail).toEqual({ method: 'POST', path: expect.stringMatching(/^\/v24\.0\/\d+\/messages$/), kind: 'text', trace: expect.stringMatching(/^[\w+/=-]+$/), ourId: refused?.of, attempt: 1, doubts: 0 });
});

test('each try is a row', async () => {
  refusing({ refuse: 131000, times: 2 });
  await news();
  await post.later({ minutes: 1 });
  await post.later({ minutes: 1 });
  expect((await kept()).map(({ outcome, code, detail }) => [outcome, code, detail['attempt']])).toEqual([['refused', '131000', 1], ['refused', '131000', 2]]);
  expect(await post.rows(awa)).toEqual(['order whatsapp sent']);
});

test('an answer that is none has its status and no code', async () => {
  refusing({ refuse: 'html', times: 1 });
  await news();
  expect(await kept()).toMatchObject([{ outcome: 'refused', status: 500, code: null }]);
});

test('a lost answer is kept, and so is the try after it, of which nobody knows whether it is the second', async () => {
  refusing({ dropAfterAccept: true, withholdStatuses: true, times: 1 });
  await news();
  await post.later({ minutes: 1 });
  expect((await kept()).map(({ outcome, status, detail }) => [outcome, status, detail['doubts'], detail['why']])).toEqual([['unknown', null, 0, expect.stringMatching(/^\w+$/)], ['accepted', null, 1, undefined]]);
});

describe('by SMS', () => {
  const bySms = () => post.send({ to: awa, purpose: 'order', text: WORDS, channel: 'sms' });
  test.each([
    ['a recipient refused', { refuse: 403, times: 1 }, { outcome: 'refused', status: 201, code: '403' }],
    ['a wrong key', { refuse: 'badKey', times: 1 }, { outcome: 'refused', status: 401, code: '401' }],
    ['a server in trouble', { refuse: 'down', times: 1 }, { outcome: 'refused', status: 500, code: '500' }],
    ['a lost answer', { dropAfterAccept: true, times: 1 }, { outcome: 'unknown', status: null, code: null }],
  ] as const)('%s', async (_, fault, expected) => {
    post.phones.smsFaults.set(fault);
    await bySms();
    const [first] = await kept();
    expect(first).toMatchObject({ ...expected, detail: { method: 'POST', path: '/version1/messaging', kind: 'sms' } });
  });
});

test('an operator reads them beside the message, with those of the SMS that was sent instead', async () => {
  refusing({ refuse: 131026, times: 1 });
  post.phones.smsFaults.set({ refuse: 500, times: 1 });
  await post.says(awa, 'Bonjour');
  const { id } = await world.db.contact.findUniqueOrThrow({ where: { key: awa } });
  const { rows } = await readTranscript(world.db, [id], { limit: 10 });
  const answer = rows.find(({ direction }) => direction === 'out');
  expect(answer?.exchanges.map(({ outcome, code, kind }) => [outcome, code, kind])).toEqual([['refused', '131026', expect.stringMatching(/^(text|interactive \w+)$/)], ['refused', '500', 'sms']]);
  expect(rows.find(({ direction }) => direction === 'in')?.exchanges).toEqual([]);
});

test('nothing of the message, the person or our keys is in any row', async () => {
  const rows = JSON.stringify(await world.db.exchange.findMany(), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  const { whatsapp, africasTalking } = world.config;
  const secrets = [whatsapp.mode === 'off' ? '' : whatsapp.settings.token, africasTalking.mode === 'off' ? '' : africasTalking.settings.apiKey];
  const numbers = (await world.db.contact.findMany()).flatMap(({ phone }) => phone?.slice(1) ?? []);
  expect(rows.length).toBeGreaterThan(1_000);
  expect([...secrets, ...numbers, WORDS, 'boubou'].filter((words) => rows.includes(words))).toEqual([]);
});

test('a month later it is swept', async () => {
  expect(await world.db.exchange.count()).toBeGreaterThan(0);
  world.clock.forward({ days: 31 });
  await until(async () => {
    await world.due?.ring();
    return (await world.db.exchange.count()) === 0;
  });
});
