import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cancelOrder } from '../../../src/domain/orders/cancel-order.ts';
import { putOnHold, resumeOrder } from '../../../src/domain/orders/pause-order.ts';
import { postponeOrder } from '../../../src/domain/orders/postpone-order.ts';
import { waiveDeposit } from '../../../src/domain/orders/waive-deposit.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import type { Day } from '../../../src/domain/calendar/day.ts';
import { openTimedShop, type TimedShop } from './timed-shop.ts';

let shop: TimedShop;
beforeAll(async () => (shop = await openTimedShop({ depositPct: 50, capacityPerWeek: 2 })));
afterAll(() => shop.close());

const CLIENT = { role: 'client', actor: 'client:awa' } as const;
const kinds = async (orderId: string) => (await shop.told(orderId)).map((line) => line.split(' · ')[0]);
const postpone = (orderId: string, day: Day, force?: string) => shop.as({}, (business) => postponeOrder(business, orderId, day, force === undefined ? {} : { force }));
const promises = async (orderId: string) => {
  const { promisedOn, firstPromise } = await shop.db.order.findUniqueOrThrow({ where: { id: orderId } });
  return [promisedOn, firstPromise].map((date) => date?.toISOString().slice(0, 10));
};

describe('J7 · an order that is late', () => {
  test('is promised for another day: the first promise stays, and the client is told', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2026-11-26' });
    expect(await postpone(orderId, '2026-12-30')).toEqual({ from: '2026-11-26', to: '2026-12-30' });
    expect([await promises(orderId), (await shop.historyOf(orderId)).at(-1)]).toEqual([['2026-12-30', '2026-11-26'], 'postponed 2026-11-26 2026-12-30 member:owner whatsapp']);
    expect(await shop.told(orderId)).toEqual(["postponed · Atelier: nouvelle date pour 0001 Boubou: 30/12. D'accord? Repondez OUI 0001"]);
  });

  test('E16 · not into a week that is full: the first free day is offered, and the owner may force it with a reason', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2026-11-27' });
    for (const promisedOn of ['2026-12-08', '2026-12-09'] as Day[]) await shop.confirmed({ promisedOn });
    expect(await postpone(orderId, '2026-12-10')).toEqual({ refused: 'full', freeOn: '2026-12-14' });
    expect(await postpone(orderId, '2026-12-14')).toMatchObject({ to: '2026-12-14' });
    expect(await postpone(orderId, '2026-12-10', 'urgent wedding')).toMatchObject({ to: '2026-12-10' });
    expect((await shop.historyOf(orderId)).at(-1)).toBe('postponed 2026-12-14 2026-12-10 member:owner whatsapp urgent wedding');
  });

  test('in its own week it has its place already', async () => {
    const [orderId] = [await shop.confirmed({ promisedOn: '2027-01-04' }), await shop.confirmed({ promisedOn: '2027-01-05' })];
    expect(await postpone(orderId, '2027-01-08')).toMatchObject({ to: '2027-01-08' });
  });

  test.each<[string, Day, object]>([
    ['today', '2026-11-20', { refused: 'past' }], ['the day it has', '2027-02-05', { refused: 'same' }], ['a Sunday', '2027-02-07', { refused: 'shut', freeOn: '2027-02-08' }],
  ])('not for %s', async (_what, day, refused) => {
    const orderId = await shop.confirmed({ promisedOn: '2027-02-05' });
    expect(await postpone(orderId, day)).toEqual(refused);
    await shop.as({}, (business) => cancelOrder(business, orderId, 'a test'));
  });

  test('nor when it is finished, nor an order of nobody', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-03-05' });
    await shop.become(orderId, 'in_progress', 'ready');
    expect([await postpone(orderId, '2027-03-08'), await postpone(shop.nobody, '2027-03-08')]).toEqual([{ refused: 'impossible' }, { refused: 'unknown' }]);
  });

  test('two that want the last place of a week: one has it', async () => {
    const [one, other] = [await shop.confirmed({ promisedOn: '2027-04-05' }), await shop.confirmed({ promisedOn: '2027-04-06' })];
    await shop.confirmed({ promisedOn: '2027-05-03' });
    const answers = await Promise.all([postpone(one, '2027-05-04'), postpone(other, '2027-05-05')]);
    expect(answers.map((answer) => ('refused' in answer ? answer.refused : 'moved')).toSorted()).toEqual(['full', 'moved']);
  });
});

describe('STY-13 · the owner', () => {
  test('begins without the deposit and says why; without a reason not, and nobody else may', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-06-07' });
    const waive = (reason: string, acting = {}) => shop.as(acting, (business) => waiveDeposit(business, orderId, reason));
    expect([await waive(' '), await waive('a friend', { role: 'staff' })]).toEqual([{ refused: 'noReason' }, { refused: 'impossible' }]);
    expect(await waive('a friend')).toEqual({ waivedXof: 12_500n });
    expect([await shop.statusOf(orderId), await kinds(orderId), (await shop.historyOf(orderId)).at(-1)]).toEqual(['in_progress', ['begun'], 'status confirmed in_progress member:owner whatsapp a friend']);
    await shop.pass({ days: 3 });
    expect(await shop.statusOf(orderId)).toBe('in_progress');
  });

  test('puts an order on hold and takes it up where it was', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-06-08' });
    await shop.become(orderId, 'in_progress', 'fitting');
    expect(await shop.as({}, (business) => putOnHold(business, orderId, 'no fabric'))).toEqual({ from: 'fitting' });
    expect(await shop.as({}, (business) => resumeOrder(business, orderId))).toEqual({ from: 'on_hold' });
    expect(await shop.as({}, (business) => resumeOrder(business, orderId))).toEqual({ refused: 'impossible' });
    expect([await shop.statusOf(orderId), await kinds(orderId)]).toEqual(['fitting', ['onHold', 'resumed']]);
  });

  test('gives up whatever is not delivered: the client is told, and what was paid is owed', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-07-05' });
    await shop.as({}, (business) => takeMoney(business, { orderId, amountXof: 12_500, how: 'cash', key: orderId }));
    expect(await shop.as({}, (business) => cancelOrder(business, orderId, 'the machine broke'))).toEqual({ from: 'in_progress', owedXof: 12_500 });
    expect([await kinds(orderId), (await shop.historyOf(orderId)).slice(-2)]).toEqual([['cancelled', 'refundDue', 'refundToGive'], ['status in_progress cancelled member:owner whatsapp the machine broke', 'refundDue 12500 member:owner whatsapp']]);
    expect(await shop.as({}, (business) => cancelOrder(business, orderId, 'again'))).toEqual({ refused: 'impossible' });
  });
});

describe('STY-13 · the client', () => {
  test('gives up what is not begun, and the owner is told; what is begun only the owner gives up', async () => {
    const [quote, begun] = [await shop.place({ promisedOn: '2027-08-02' }), await shop.confirmed({ promisedOn: '2027-08-03' })];
    await shop.become(begun, 'in_progress');
    const cancel = (orderId: string) => shop.as(CLIENT, (business) => cancelOrder(business, orderId, 'changed my mind'));
    expect([await cancel(quote), await cancel(begun), await cancel(shop.nobody)]).toEqual([{ from: 'quote', owedXof: 0 }, { refused: 'impossible' }, { refused: 'unknown' }]);
    expect([await kinds(quote), (await shop.historyOf(begun)).at(-1)]).toEqual([['cancelledByClient'], 'refused in_progress cancelled client:awa whatsapp changed my mind']);
  });
});
