import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { dropPayment } from '../../src/domain/payments/watch-payment.ts';
import { tillOf, type Till } from '../helpers/paying.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let till: Till;
beforeAll(async () => {
  world = await openWorld();
  till = tillOf(world);
});
afterEach(() => till.provider().faults.clear());
afterAll(() => world.close());

const statusOf = async (id: string) => (await till.payment(id)).status;

describe('a payment is asked for', () => {
  test('J1 · by a prompt: it is pending, and approved money is credited once its webhook has us look', async () => {
    const orderId = await till.order();
    const id = await till.ask(orderId);
    await till.rest();
    expect(await till.payment(id)).toMatchObject({ status: 'pending', providerId: till.theirs(id) });
    expect(till.provider().prompts.of('0196000001').at(-1)).toMatchObject({ mode: 'mtn_open', transaction: { amountXof: 12_500, account: 'AFI' } });

    till.provider().approve(till.theirs(id));
    await till.rest();
    expect(await till.payment(id)).toMatchObject({ status: 'approved', receivedXof: 12_500n });
    expect(await till.orderNow(orderId)).toMatchObject({ status: 'in_progress', paidXof: 12_500n });
  });

  test('order 12345 keeps all its digits at the provider', async () => {
    const orderId = await till.order();
    await world.db.order.update({ where: { id: orderId }, data: { seq: 12_345 } });
    const id = await till.ask(orderId);
    await till.rest();
    expect(till.transactionsOf(id)).toMatchObject([{ description: 'Atelier Afi 12345' }]);
  });

  test('an answer that was lost is looked for by our own reference: never a second transaction', async () => {
    const id = await till.ask(await till.order());
    till.provider().faults.set({ dropAfterAccept: true, at: 'create', times: 1 }, 'AFI');
    await till.rest();
    expect(await statusOf(id)).toBe('unknown');
    world.clock.forward({ seconds: 15 });
    await till.rest();
    expect(await statusOf(id)).toBe('pending');
    expect(till.transactionsOf(id)).toMatchObject([{ mode: 'mtn_open', status: 'pending' }]);
  });

  test('what never reached them is asked again while somebody waits', async () => {
    const id = await till.ask(await till.order());
    till.provider().faults.set({ refuse: 'busy', at: 'create', times: 1 }, 'AFI');
    await till.rest();
    expect([await statusOf(id), till.transactionsOf(id)]).toEqual(['created', []]);
    world.clock.forward({ seconds: 10 });
    await till.rest();
    expect([await statusOf(id), till.transactionsOf(id).length]).toEqual(['pending', 1]);
  });

  test('no webhook comes: it is looked at after 30 s, 1, 2, 5, 10 and 15 minutes, and then nobody waits any more', async () => {
    till.provider().faults.set({ withheld: true }, 'AFI');
    const id = await till.ask(await till.order());
    await till.rest();
    const looks = () => till.provider().calls().filter(({ step, about }) => step === 'look' && about === till.theirs(id)).length;
    expect(looks()).toBe(0);
    for (const [seconds, seen] of [[31, 1], [30, 2], [60, 3], [180, 4], [300, 5], [300, 6]] as const) {
      world.clock.forward({ seconds });
      await till.rest();
      expect(looks()).toBe(seen);
    }
    expect(await statusOf(id)).toBe('expired');
  });

  test('a link is looked at for as long as it lives, is paid hours later without a webhook, and only after 24 hours is it told to have expired', async () => {
    till.provider().faults.set({ withheld: true }, 'AFI');
    const orderId = await till.order();
    const id = await till.ask(orderId, { method: 'link' });
    const unpaid = await till.ask(await till.order(), { method: 'link' });
    await till.rest();
    const pass = async (minutes: number) => {
      world.clock.forward({ minutes });
      await till.rest();
      await till.rest();
    };
    for (const minutes of [1, 1, 3, 5, 6, 45]) await pass(minutes);
    expect([await statusOf(id), await statusOf(unpaid)]).toEqual(['pending', 'pending']);
    till.provider().approve(till.theirs(id));
    await pass(5 * 60);
    expect(await statusOf(id)).toBe('approved');
    expect(await till.orderNow(orderId)).toMatchObject({ paidXof: 12_500n });
    await pass(17 * 60 + 50);
    expect(await statusOf(unpaid)).toBe('pending');
    await pass(30);
    expect(await statusOf(unpaid)).toBe('expired');
  });

  test('while a link lives the client may drop it and pay otherwise', async () => {
    const orderId = await till.order();
    const id = await till.ask(orderId, { method: 'link' });
    await till.rest();
    world.clock.forward({ hours: 2 });
    await till.rest();
    expect(await till.as('AFI', { role: 'client', actor: 'client:awa' }, (business) => dropPayment(business, id, 'test:drop'))).toBe(true);
    const push = await till.ask(orderId);
    await till.rest();
    expect([await statusOf(id), await statusOf(push)]).toEqual(['canceled', 'pending']);
  });

  test('E10 · approved after that, and its webhook lost: the sweep of the night finds it', async () => {
    till.provider().faults.set({ withheld: true }, 'AFI');
    const orderId = await till.order();
    const id = await till.ask(orderId);
    await till.rest();
    world.clock.forward({ minutes: 16 });
    await till.rest();
    expect(await statusOf(id)).toBe('expired');
    till.provider().approve(till.theirs(id));
    await till.rest();
    expect(await statusOf(id)).toBe('expired');
    world.clock.forward({ hours: 24 });
    await till.rest();
    world.clock.forward({ minutes: 1 });
    await till.rest();
    expect(await statusOf(id)).toBe('approved');
    expect(await till.orderNow(orderId)).toMatchObject({ paidXof: 12_500n });
  });

  test('a key that was revoked: a look gives up after a day, and operators read of it once', async () => {
    const id = await till.ask(await till.order());
    await till.rest();
    till.provider().faults.set({ refuse: 'badKey', withheld: true, at: 'look' }, 'AFI');
    for (let day = 0; day < 4; day++) {
      world.clock.forward({ hours: 24 });
      await till.rest();
      await till.rest();
    }
    expect(await statusOf(id)).toBe('expired');
    const looks = await world.db.due.findMany({ where: { kind: 'payment.look', payload: { path: ['paymentId'], equals: id } }, select: { status: true } });
    expect(looks.filter(({ status }) => status === 'waiting').length).toBeLessThanOrEqual(2);
    expect(looks.filter(({ status }) => status === 'done').length).toBeGreaterThan(2);
    expect(await world.db.notice.findMany({ where: { eventId: `payment:${id}:unseen` } })).toMatchObject([{ value: { odd: 'unseen', business: 'AFI', paymentId: id, why: expect.stringContaining('401') } }]);
  });

  test('given back in part at the provider: booked as before, and operators read of it once', async () => {
    const orderId = await till.order();
    const id = await till.ask(orderId);
    await till.rest();
    till.provider().approve(till.theirs(id));
    await till.rest();
    till.provider().refundPart(till.theirs(id), { duplicates: 2 });
    await till.rest();
    expect([await statusOf(id), (await till.orderNow(orderId)).paidXof]).toEqual(['approved', 12_500n]);
    expect(await world.db.notice.findMany({ where: { field: 'payment', eventId: { startsWith: `payment:${id}` } } })).toMatchObject([{ value: { odd: 'partly', paymentId: id } }]);
  });

  test('a key that does not open fails the payment, and says so to who runs this', async () => {
    const account = await world.db.paymentAccount.findUniqueOrThrow({ where: { ref: 'BINTOU' } });
    await world.db.paymentAccount.update({ where: { ref: 'BINTOU' }, data: { secretSealed: account.webhookSealed } });
    const id = await till.ask(await till.order('BINTOU'), { code: 'BINTOU', mode: 'free_sn' });
    await till.rest();
    expect(await till.payment(id)).toMatchObject({ status: 'failed', reason: 'account' });
    await world.db.paymentAccount.update({ where: { ref: 'BINTOU' }, data: { secretSealed: account.secretSealed } });
  });

  test('two businesses at once: each asks with its own key only', async () => {
    const before = till.provider().calls().length;
    const wanted: { code: string; id: string }[] = [];
    for (const code of ['AFI', 'DIOP', 'AFI', 'DIOP', 'BINTOU', 'DIOP']) wanted.push({ code, id: await till.ask(await till.order(code), { code, ...(code === 'AFI' ? {} : { mode: 'free_sn' }) }) });
    await till.rest();
    for (const { code, id } of wanted) expect(till.transactionsOf(id)).toMatchObject([{ account: code }]);
    expect(till.provider().calls().slice(before).filter(({ status }) => status === 401)).toEqual([]);
  });
});
