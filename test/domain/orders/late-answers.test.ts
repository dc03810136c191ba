import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptQuote, refuseQuote, seeQuote } from '../../../src/domain/orders/answer-quote.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { markReady } from '../../../src/domain/orders/mark-ready.ts';
import { putOnHold, resumeOrder } from '../../../src/domain/orders/pause-order.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { openTimedShop, type TimedShop } from './timed-shop.ts';

let shop: TimedShop;
beforeAll(async () => (shop = await openTimedShop({ depositPct: 50 })));
afterAll(() => shop.close());

const CLIENT = { role: 'client', actor: 'client:awa' } as const;
const FAR = { promisedOn: '2027-09-30' } as const;
const kinds = async (orderId: string) => (await shop.told(orderId)).map((line) => line.split(' · ')[0]);
const pay = (orderId: string, amountXof: number) => shop.as({}, (business) => takeMoney(business, { orderId, amountXof, how: 'cash', key: `late:${orderId}` }));
const owed = (orderId: string) => shop.db.refund.findMany({ where: { orderId }, select: { amountXof: true, status: true, reason: true } });
const stages = (orderId: string) => shop.db.orderTask.count({ where: { orderId } });
const BEGUN = 'status confirmed in_progress system whatsapp';

describe('money on a price that nobody says yes to', () => {
  const waits = [{ amountXof: 5_000n, status: 'asked', reason: 'cancelled' }];

  test('is owed back when the price expires, and both are told', async () => {
    const orderId = await shop.place(FAR);
    await pay(orderId, 5_000);
    await shop.pass({ days: 8 });
    expect([await shop.statusOf(orderId), await owed(orderId), (await kinds(orderId)).slice(-3), (await shop.historyOf(orderId)).at(-1)]).toEqual(['expired', waits, ['quoteExpired', 'refundDue', 'refundToGive'], 'refundDue 5000 system system']);
  });

  test('is owed back when the client refuses it', async () => {
    const orderId = await shop.place(FAR);
    await pay(orderId, 5_000);
    await shop.as(CLIENT, (business) => refuseQuote(business, orderId));
    expect([await shop.statusOf(orderId), await owed(orderId), await kinds(orderId)]).toEqual(['rejected', waits, ['quoteRefused', 'refundDue', 'refundToGive']]);
  });

  test('nothing paid, nothing owed', async () => {
    const orderId = await shop.place(FAR);
    await shop.as(CLIENT, (business) => refuseQuote(business, orderId));
    expect([await owed(orderId), await kinds(orderId)]).toEqual([[], ['quoteRefused']]);
  });
});

describe('the work begins once nothing is missing of the deposit', () => {
  test('paid before the yes: with the yes, and no deposit is asked', async () => {
    const orderId = await shop.place(FAR);
    await pay(orderId, 12_500);
    expect(await shop.as(CLIENT, (business) => seeQuote(business, orderId))).toMatchObject({ depositXof: 0 });
    expect(await shop.as(CLIENT, (business) => acceptQuote(business, orderId, {}))).toMatchObject({ depositXof: 0 });
    expect([await shop.statusOf(orderId), await stages(orderId), (await shop.historyOf(orderId)).slice(-2)]).toEqual(['in_progress', 4, ['status quote confirmed client:awa whatsapp', BEGUN]]);
  });

  test('a part before the yes: only what is missing is asked, and the work waits for it', async () => {
    const orderId = await shop.place(FAR);
    await pay(orderId, 5_000);
    expect(await shop.as(CLIENT, (business) => acceptQuote(business, orderId, {}))).toMatchObject({ depositXof: 7_500 });
    expect([await shop.statusOf(orderId), await stages(orderId)]).toEqual(['confirmed', 0]);
  });

  test('paid while it was on hold: when it is taken up again', async () => {
    const orderId = await shop.confirmed(FAR);
    await shop.as({}, (business) => putOnHold(business, orderId, 'no fabric'));
    await pay(orderId, 12_500);
    expect(await shop.statusOf(orderId)).toBe('on_hold');
    await shop.as({}, (business) => resumeOrder(business, orderId));
    expect([await shop.statusOf(orderId), await stages(orderId), (await shop.historyOf(orderId)).at(-1)]).toEqual(['in_progress', 4, BEGUN]);
  });

  test('on hold and not paid, it waits again', async () => {
    const orderId = await shop.confirmed(FAR);
    await shop.as({}, (business) => putOnHold(business, orderId, 'no fabric'));
    await shop.as({}, (business) => resumeOrder(business, orderId));
    expect(await shop.statusOf(orderId)).toBe('confirmed');
  });

  test('where no deposit is asked: at once, and « prêt » works', async () => {
    await shop.db.tenant.update({ where: { id: shop.tenantId }, data: { settings: { depositPct: 0 } } });
    const orderId = await shop.confirmed(FAR);
    await shop.db.tenant.update({ where: { id: shop.tenantId }, data: { settings: { depositPct: 50 } } });
    expect([await shop.statusOf(orderId), await stages(orderId)]).toEqual(['in_progress', 4]);
    expect(await shop.as({}, (business) => markReady(business, orderId))).toMatchObject({ dueXof: 25_000 });
  });
});

describe('a yes after the promised day', () => {
  test('is not taken: another day is offered that leaves the workshop the same time, and a yes to that is', async () => {
    const late = await openTimedShop({ depositPct: 50, capacityPerWeek: 1 });
    const orderId = await late.place({ promisedOn: '2026-11-24' });
    await late.become(await late.confirmed({ promisedOn: '2026-11-27' }), 'in_progress');
    await late.pass({ days: 4 });
    expect(await late.as(CLIENT, (business) => acceptQuote(business, orderId, {}))).toEqual({ refused: 'past', freeOn: '2026-11-30' });
    expect(await late.as({}, (business) => confirmOrder(business, orderId, { force: 'a cousin' }))).toMatchObject({ refused: 'past' });
    expect([await late.statusOf(orderId), (await late.historyOf(orderId)).length]).toEqual(['quote', 1]);
    expect(await late.as(CLIENT, (business) => acceptQuote(business, orderId, { day: '2026-11-30' }))).toMatchObject({ promisedOn: '2026-11-30' });
    expect((await late.db.order.findUniqueOrThrow({ where: { id: orderId } })).firstPromise).toEqual(new Date('2026-11-30'));
    await late.close();
  });
});
