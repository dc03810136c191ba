import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Sent } from '../../src/channels/channel.ts';
import type { Parcel } from '../../src/db/outbox.ts';
import { fromMeta, networksOf, said, settle, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let networks: Networks;
let send: (parcel: Parcel) => Promise<Sent>;
const left: string[] = [];

beforeAll(async () => {
  world = await openWorld({
    cast: false,
    send: (parcel) => {
      left.push(parcel.key);
      return send(parcel);
    },
  });
  networks = networksOf(world);
});
beforeEach(() => {
  left.length = 0;
  send = ({ key }) => Promise.resolve({ outcome: 'accepted', providerId: `id.${key}` });
});
afterAll(() => world.close());

let n = 0;
/** A reply that a turn has written. */
async function parcel(row: object = {}): Promise<bigint> {
  n += 1;
  const contact = await world.db.contact.create({ data: { key: `+22901990${10_000 + n}` } });
  const { id } = await world.db.outbox.create({
    data: { key: `it:${n}`, contactId: contact.id, channel: 'whatsapp', externalId: `22901990${10_000 + n}`, purpose: 'reply', provider: 'whatsapp', payload: {}, availableAt: world.now(), createdAt: world.now(), ...row },
  });
  return id;
}
const rowOf = (id: bigint) => world.db.outbox.findUniqueOrThrow({ where: { id } });
const ring = async () => {
  world.post.ring();
  await settle(world);
};
const tick = (providerId: string, word: string, ourId?: string) => ({ id: providerId, status: word, timestamp: '1795165200', ...(ourId === undefined ? {} : { biz_opaque_callback_data: ourId }), ...(word === 'failed' ? { errors: [{ code: 131049, title: 'not delivered' }] } : {}) });
const told = (...statuses: object[]) => networks.meta(fromMeta(world, statuses.map((status) => ({ statuses: [status] }))));
const sms = (id: string, status: string) => networks.form('delivery', { id, status, phoneNumber: '+2290199000001', networkCode: '99999', retryCount: '0' });

const FURTHEST = ['read', 'delivered', 'failed', 'sent'];
const permutations = (words: string[]): string[][] => (words.length < 2 ? [words] : words.flatMap((word) => permutations(words.filter((other) => other !== word)).map((rest) => [word, ...rest])));
const subsets = FURTHEST.reduce<string[][]>((sets, word) => [...sets, ...sets.map((set) => [...set, word])], [[]]).filter((set) => set.length > 0);

async function sentRow(): Promise<{ id: bigint; providerId: string }> {
  const providerId = `wamid.sent.${n + 1}`;
  return { id: await parcel({ status: 'sent', providerId }), providerId };
}

describe('ticks of a message', () => {
  test('give one truth in whatever order they come, in one post or in many', async () => {
    const alone = new Map<string, number>();
    for (const word of FURTHEST) {
      const { id, providerId } = await sentRow();
      await told(tick(providerId, word));
      alone.set(word, (await rowOf(id)).receiptRank);
    }
    expect(new Set(alone.values()).size).toBe(FURTHEST.length);

    for (const order of subsets.flatMap(permutations)) {
      const furthest = alone.get(FURTHEST.find((word) => order.includes(word)) ?? '');
      const [one, many] = [await sentRow(), await sentRow()];
      await told(...order.map((word) => tick(one.providerId, word)));
      for (const word of order) await told(tick(many.providerId, word));
      expect([order, (await rowOf(one.id)).receiptRank, (await rowOf(many.id)).receiptRank]).toEqual([order, furthest, furthest]);
    }
  });

  test('a failure told after it was delivered changes nothing, and one told before is taken back', async () => {
    const [first, second] = [await sentRow(), await sentRow()];
    await told(tick(first.providerId, 'delivered'));
    const { receiptRank } = await rowOf(first.id);
    await told(tick(first.providerId, 'failed'));
    expect((await rowOf(first.id)).receiptRank).toBe(receiptRank);
    await told(tick(second.providerId, 'failed'));
    await told(tick(second.providerId, 'delivered'));
    expect((await rowOf(second.id)).receiptRank).toBe(receiptRank);
  });

  test('told five times at once are one, and a word nobody knows moves nothing', async () => {
    const { id, providerId } = await sentRow();
    await Promise.all(Array.from({ length: 5 }, () => told(tick(providerId, 'delivered'))));
    await told(tick(providerId, 'deleted'));
    expect((await world.db.receipt.findMany({ where: { providerId }, orderBy: { id: 'asc' } })).map(({ status }) => status)).toEqual(['delivered', 'deleted']);
    expect((await rowOf(id)).status).toBe('sent');
  });

  test('of a message that is not ours are kept, and harm nobody', async () => {
    expect((await told(tick('wamid.stranger', 'read', 'turn:0:0'))).status).toBe(200);
    expect(await world.db.receipt.count({ where: { providerId: 'wamid.stranger' } })).toBe(1);
  });
});

describe('a tick that overtakes the answer to our own send', () => {
  test.each(['sent', 'delivered', 'read', 'failed'])('on WhatsApp, %s, is known once the answer is there', async (word) => {
    const id = await parcel();
    send = async ({ key }) => {
      await told(tick(`wamid.${key}`, word, key));
      return { outcome: 'accepted', providerId: `wamid.${key}` };
    };
    await ring();
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'sent', providerId: `wamid.${row.key}` });
    const { id: other, providerId } = await sentRow();
    await told(tick(providerId, word));
    expect(row.receiptRank).toBe((await rowOf(other)).receiptRank);
  });

  test.each(['Sent', 'Success', 'Rejected'])('by SMS, which knows no key of ours, %s too', async (word) => {
    const [early, late] = [await parcel({ channel: 'sms', provider: 'africastalking' }), await parcel({ channel: 'sms', provider: 'africastalking' })];
    const lateKey = (await rowOf(late)).key;
    send = async ({ key }) => {
      if (key !== lateKey) await sms(`ATXid_${key}`, word);
      return { outcome: 'accepted', providerId: `ATXid_${key}` };
    };
    await ring();
    await sms(`ATXid_${lateKey}`, word);
    expect((await rowOf(early)).receiptRank).toBe((await rowOf(late)).receiptRank);
    expect((await rowOf(early)).receiptRank).toBeGreaterThan(0);
  });

  test('proves that a message went out whose answer never came', async () => {
    const id = await parcel();
    send = async ({ key }) => {
      await told(tick(`wamid.${key}`, 'delivered', key));
      return { outcome: 'unknown', reason: 'the answer was lost' };
    };
    await ring();
    expect(await rowOf(id)).toMatchObject({ status: 'sent', providerId: expect.stringContaining('wamid.it:') });
    world.clock.forward({ hours: 1 });
    await ring();
    expect(left).toHaveLength(1);
  });

  test('and one that comes long after an answer was lost, too', async () => {
    const id = await parcel();
    send = () => Promise.resolve({ outcome: 'unknown', reason: 'the answer was lost' });
    await ring();
    await told(tick('wamid.late', 'sent', (await rowOf(id)).key));
    expect(await rowOf(id)).toMatchObject({ status: 'sent', providerId: 'wamid.late' });
  });

  test('without proof within ten seconds the message goes again, and never sooner', async () => {
    const id = await parcel();
    send = () => Promise.resolve(left.length === 1 ? { outcome: 'unknown', reason: 'the answer was lost' } : { outcome: 'accepted', providerId: 'wamid.again' });
    await ring();
    await ring();
    expect(left).toHaveLength(1);
    world.clock.forward({ minutes: 1 });
    await ring();
    expect(left).toHaveLength(2);
    expect(await rowOf(id)).toMatchObject({ status: 'sent', providerId: 'wamid.again', attempts: 2 });
  });

  test('an SMS, whose receipts bear no key of ours, goes again once, then waits for an operator', async () => {
    const id = await parcel({ channel: 'sms', provider: 'africastalking' });
    send = () => Promise.resolve({ outcome: 'unknown', reason: 'the answer was lost' });
    for (let round = 0; round < 4; round++) {
      await ring();
      world.clock.forward({ minutes: 1 });
    }
    expect(left).toHaveLength(2);
    expect(await rowOf(id)).toMatchObject({ status: 'unknown', doubts: 2 });
  });

  test('one that cannot be handed over at all is given up, and frees those behind it', async () => {
    const id = await parcel();
    send = () => Promise.reject(new Error('a payload nobody understands'));
    for (let round = 0; round < 8; round++) {
      await ring();
      world.clock.forward({ minutes: 1 });
    }
    expect(await rowOf(id)).toMatchObject({ status: 'unknown', attempts: 4 });
  });
});

describe('a crash between the commit and the send', () => {
  const coming = () => new Date(world.now().getTime() + 30_000);

  test('is repaired when the lease of who died has lapsed, and not before', async () => {
    const id = await parcel({ status: 'sending', attempts: 1, availableAt: coming() });
    await ring();
    expect(left).toEqual([]);
    world.clock.forward({ minutes: 1 });
    await ring();
    await ring();
    expect(left).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('that cut off only the answer is seen by its tick: nothing goes out twice', async () => {
    const id = await parcel({ status: 'sending', attempts: 1, availableAt: coming() });
    await told(tick('wamid.crashed', 'delivered', (await rowOf(id)).key));
    world.clock.forward({ minutes: 1 });
    await ring();
    expect(left).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: 'sent', providerId: 'wamid.crashed' });
  });

  test('keeps what is behind it waiting: a person reads our messages in order', async () => {
    const first = await rowOf(await parcel({ status: 'sending', attempts: 1, availableAt: coming() }));
    await parcel({ contactId: first.contactId });
    await ring();
    expect(left).toEqual([]);
    world.clock.forward({ minutes: 1 });
    await ring();
    expect(left).toEqual([first.key, `it:${n}`]);
  });

  test('of the sender of one person leaves everybody else alone', async () => {
    await parcel({ status: 'sending', attempts: 1, availableAt: coming() });
    await networks.meta(fromMeta(world, [said({ from: '2290199990001', id: 'wamid.hello', text: 'Bonjour' })]));
    await settle(world);
    expect(left).toEqual([expect.stringMatching(/^turn:/)]);
    world.clock.forward({ minutes: 1 });
    await ring();
  });
});
