import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { planTimers } from '../../../src/domain/orders/timers.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { openTimedShop, type TimedShop } from './timed-shop.ts';

let shop: TimedShop;
beforeAll(async () => (shop = await openTimedShop({ depositPct: 50 })));
afterAll(() => shop.close());

const kinds = async (orderId: string) => (await shop.told(orderId)).map((line) => line.split(' · ')[0]);
const numberOf = async (orderId: string) => String((await shop.db.order.findUniqueOrThrow({ where: { id: orderId } })).seq).padStart(4, '0');
const payment = (orderId: string, status: string, minutes: number) => shop.db.payment.create({
  data: { tenantId: shop.tenantId, clientId: shop.clientId, purpose: 'order', refId: orderId, amountXof: 12_500n, method: 'push', key: `${orderId}:${status}`, status, channel: 'whatsapp', by: 'client', expiresAt: new Date(shop.now().getTime() + minutes * 60_000), createdAt: shop.now() },
});

describe('STY-13 · a quote', () => {
  test('is spoken of the day before it ends, ends after seven days, and its client is told', async () => {
    const orderId = await shop.place();
    const number = await numberOf(orderId);
    await shop.pass({ days: 5, hours: 23 });
    expect(await shop.told(orderId)).toEqual([]);
    await shop.pass({ hours: 1 });
    expect(await shop.told(orderId)).toEqual([`quoteEnding · Atelier: devis ${number} Boubou 25 000 F valable jusqu'au 27/11. Repondez OUI ${number} ou NON ${number}`]);
    await shop.pass({ days: 1 });
    expect([await shop.statusOf(orderId), await kinds(orderId)]).toEqual(['expired', ['quoteEnding', 'quoteExpired']]);
    expect(await shop.historyOf(orderId)).toEqual(['placed quote member:owner whatsapp', 'status quote expired system system']);
  });

  test('without a price is the workshop\'s to answer', async () => {
    const { totalXof: _none, ...unpriced } = shop.wanted();
    const orderId = await shop.place({ ...unpriced, totalXof: undefined as never, promisedOn: '2027-09-30' });
    await shop.pass({ days: 8 });
    expect(await kinds(orderId)).toEqual(['priceWanted', 'quoteExpired']);
  });

  test('that was accepted in time hears no more of it, and one with a new price has its days again', async () => {
    const [accepted, renewed] = [await shop.place({ promisedOn: '2027-09-30' }), await shop.place({ promisedOn: '2027-09-30' })];
    await shop.pass({ days: 5 });
    await shop.as({}, (business) => confirmOrder(business, accepted));
    await shop.as({}, async (business) => {
      await business.db.order.update({ where: { id: renewed }, data: { quotedAt: business.now } });
      await planTimers(business, renewed, 'quote');
    });
    await shop.pass({ days: 5 });
    expect([await shop.statusOf(renewed), await kinds(renewed), (await kinds(accepted)).includes('quoteEnding')]).toEqual(['quote', [], false]);
    await shop.pass({ days: 2 });
    expect([await shop.statusOf(renewed), await kinds(renewed)]).toEqual(['expired', ['quoteEnding', 'quoteExpired']]);
  });
});

describe('J1 fails · the deposit is not paid', () => {
  test('the client hears of it after a day; after two the order is cancelled, both are told and its place is free', async () => {
    const small = await openTimedShop({ depositPct: 50, capacityPerWeek: 1 });
    const orderId = await small.confirmed({ promisedOn: '2026-11-28' });
    const waiting = await small.place({ promisedOn: '2026-11-28' });
    expect(await small.as({}, (business) => confirmOrder(business, waiting))).toMatchObject({ refused: 'full' });
    await small.pass({ hours: 24 });
    expect(await small.told(orderId)).toEqual(['depositDue · Atelier: 0001 Boubou acompte 12 500 F a payer avant le 22/11 10:00, sinon annule. Payez: *384*22#']);
    await small.pass({ hours: 24 });
    expect(await small.statusOf(orderId)).toBe('cancelled');
    expect((await small.told(orderId)).slice(1)).toEqual(['unpaidCancelled · Atelier: 0001 Boubou annule, acompte non recu a temps. Pour commander: *384*22#', "unpaidFreed · 0001 Awa Dossou Boubou annule: pas d'acompte en 48 h. Place libre."]);
    expect((await small.historyOf(orderId)).at(-1)).toBe('status confirmed cancelled system system unpaid');
    expect(await small.as({}, (business) => confirmOrder(business, waiting))).toEqual({ promisedOn: '2026-11-28' });
    await small.close();
  });

  test('an order without a deposit is not concerned', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-09-30' });
    await shop.db.order.update({ where: { id: orderId }, data: { depositXof: 0n } });
    await shop.pass({ days: 3 });
    expect([await shop.statusOf(orderId), await shop.told(orderId)]).toEqual(['confirmed', []]);
  });

  test('nor one whose deposit came meanwhile', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-09-30' });
    await shop.pass({ hours: 23 });
    await shop.as({}, (business) => takeMoney(business, { orderId, amountXof: 12_500, how: 'cash', key: orderId }));
    await shop.pass({ days: 3 });
    expect([await shop.statusOf(orderId), await shop.told(orderId)]).toEqual(['in_progress', []]);
  });

  test('a payment under way is waited for as long as it may take, and no longer', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-09-30' });
    await shop.pass({ hours: 47.9 });
    await payment(orderId, 'pending', 15);
    await shop.pass({ hours: 0.2 });
    expect(await shop.statusOf(orderId)).toBe('confirmed');
    await shop.pass({ hours: 0.2 });
    expect(await shop.statusOf(orderId)).toBe('cancelled');
  });

  test('what was paid of it is said to both, and stays in the history as owed', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-09-30' });
    await shop.as({}, (business) => takeMoney(business, { orderId, amountXof: 5_000, how: 'cash', key: orderId }));
    await shop.pass({ days: 2 });
    expect(await kinds(orderId)).toEqual(['depositDue', 'unpaidCancelled', 'unpaidFreed', 'refundDue', 'refundToGive']);
    expect((await shop.told(orderId))[0]).toContain('acompte 7 500 F');
    expect((await shop.historyOf(orderId)).at(-1)).toBe('refundDue 5000 system system');
  });
});

describe('STY-17 · what is ready and not collected', () => {
  const ready = async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-09-30' });
    await shop.become(orderId, 'in_progress', 'ready');
    return orderId;
  };

  test('is spoken of after 3, 7 and 21 days; after 30 it is unclaimed, and the owner knows', async () => {
    const orderId = await ready();
    const number = await numberOf(orderId);
    const heard: Record<number, number> = {};
    for (let day = 1; day <= 31; day++) {
      const before = (await shop.told(orderId)).length;
      await shop.pass({ days: 1 });
      if ((await shop.told(orderId)).length > before) heard[day] = (await shop.told(orderId)).length;
    }
    expect([heard, await kinds(orderId), await shop.statusOf(orderId)]).toEqual([{ 3: 1, 7: 2, 21: 3, 30: 4 }, ['collect', 'collect', 'collect', 'unclaimed'], 'unclaimed']);
    expect((await shop.told(orderId))[1]).toBe(`collect · Atelier: ${number} Boubou vous attend depuis 7 jours. Reste 25 000 F. Payez: *384*22#`);
  });

  test('is not spoken of three times at once by who slept meanwhile', async () => {
    const orderId = await ready();
    shop.sleep({ days: 7 });
    await shop.pass({ hours: 1 });
    expect((await shop.told(orderId)).map((line) => /depuis \d+ jours/.exec(line)?.[0])).toEqual(['depuis 7 jours']);
  });

  test('and went back to the table waits anew when it is ready again', async () => {
    const orderId = await ready();
    await shop.pass({ days: 2 });
    await shop.become(orderId, 'in_progress', 'ready');
    await shop.pass({ days: 2 });
    expect(await kinds(orderId)).toEqual([]);
    await shop.pass({ days: 1 });
    expect(await kinds(orderId)).toEqual(['collect']);
  });
});

describe('J4 · two days after it was handed over', () => {
  test('its client is asked whether all is well, once, however often the timer runs', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-09-30' });
    await shop.become(orderId, 'in_progress', 'ready', 'delivered');
    await shop.pass({ days: 2 });
    const number = await numberOf(orderId);
    const asked = [`rating · Atelier: tout va bien avec ${number} Boubou? Note de 1 a 5, par exemple: AVIS ${number} 5`];
    expect(await shop.told(orderId)).toEqual(asked);
    await shop.db.due.updateMany({ where: { kind: 'order.timer' }, data: { status: 'waiting' } });
    await shop.room.ring();
    expect(await shop.told(orderId)).toEqual(asked);
  });

  test('who has said it is not asked', async () => {
    const orderId = await shop.confirmed({ promisedOn: '2027-09-30' });
    await shop.become(orderId, 'in_progress', 'ready', 'delivered');
    await shop.db.order.update({ where: { id: orderId }, data: { rating: 4 } });
    await shop.pass({ days: 3 });
    expect(await shop.told(orderId)).toEqual([]);
  });
});

test('no timer failed', async () => {
  expect(await shop.db.due.findMany({ where: { error: { not: null } } })).toEqual([]);
});
