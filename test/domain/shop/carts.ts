import { putInCart, seeCart } from '../../../src/domain/shop/cart.ts';
import { receiveGoods } from '../../../src/domain/shop/receive-goods.ts';
import { sell } from '../../../src/domain/shop/sell.ts';
import { placeCart } from '../../../src/domain/shop/place-cart.ts';
import { milliOf } from '../../../src/domain/shop/quantity.ts';
import { balanceXof } from '../../../src/domain/money/ledger.ts';
import { runTimer } from '../../../src/domain/orders/run-timer.ts';
import type { Timer } from '../../../src/domain/orders/timers.ts';
import { applySeen, type Seen } from '../../../src/domain/payments/apply-seen.ts';
import { askPayment } from '../../../src/domain/payments/ask-payment.ts';
import type { PaymentStatus } from '../../../src/domain/payments/lifecycle.ts';
import { expect } from '@jest/globals';
import { openShelves } from './shelves.ts';

const SYSTEM = { role: 'system', actor: 'system', channel: 'fedapay' } as const;
const MINUTE_MS = 60_000;
let codes = 100;
const at = (now: Date, minute: number): Date => new Date(now.getTime() + minute * MINUTE_MS);

/** A shop whose clients fill carts, order and pay. Times are minutes after it opened. */
export async function openCarts(settings: object = {}) {
  const shop = await openShelves(settings);
  const { db, tenantId } = shop;
  await db.paymentAccount.create({ data: { tenantId, ref: `C${shop.key().slice(-12)}`, provider: 'fedapay', secretSealed: '', webhookSealed: '', mode: 'sandbox', createdAt: shop.now } });
  const buyer = (clientId: string) => ({ role: 'client', actor: `client:${clientId}` }) as const;

  const basic = {
    ...shop,
    async client(name = 'Awa'): Promise<string> {
      const person = await db.person.create({ data: { fullName: name } });
      return (await db.client.create({ data: { tenantId, personId: person.id, tags: [], firstSource: 'test' } })).id;
    },
    fill: (clientId: string, lines: { variantId: string; qty: number }[]) => shop.as(buyer(clientId), async (business) => {
      for (const line of lines) await putInCart(business, clientId, line);
    }),
    /** Confirms what is in the cart, at the price that it shows. */
    order: (clientId: string, minute = 0) => shop.as({ ...buyer(clientId), now: at(shop.now, minute) }, async (business) => placeCart(business, { clientId, totalXof: (await seeCart(business, clientId)).totalXof, key: shop.key() })),
    ask: (orderId: string, minute = 0) => shop.as({ role: 'client', actor: 'client:any', now: at(shop.now, minute) }, async (business) => {
      const { totalXof, paidXof } = await business.db.order.findUniqueOrThrow({ where: { id: orderId } });
      return askPayment(business, { orderId, amountXof: Number((totalXof ?? 0n) - paidXof), method: 'push', mode: 'mtn_open', delayMs: 0, key: shop.key() });
    }),
    see: (paymentId: string, status: PaymentStatus, { minute = 0, ...more }: Partial<Seen> & { minute?: number } = {}) => shop.as({ ...SYSTEM, now: at(shop.now, minute) }, async (business) => {
      const { amountXof } = await business.db.payment.findUniqueOrThrow({ where: { id: paymentId } });
      return applySeen(business, paymentId, { key: shop.key(), status, amountXof: Number(amountXof), source: 'webhook', ...more });
    }),
    /** What the timer does, whenever it comes. */
    expire: async (orderId: string, minute = 15, timer: Timer = 'freeCart') => {
      const { confirmedAt } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
      await shop.as({ ...SYSTEM, channel: 'system', now: at(shop.now, minute) }, (business) => runTimer(business, { orderId, timer, since: confirmedAt ?? shop.now }));
    },
    orderOf: (id: string) => db.order.findUniqueOrThrow({ where: { id } }),
    kept: async (variantId: string): Promise<number> => milliOf((await db.reservation.aggregate({ where: { variantId, releasedAt: null }, _sum: { qty: true } }))._sum.qty ?? 0),
    booked: (account: `order:${string}` | `client:${string}`) => shop.as({}, ({ db: tx, id }) => balanceXof(tx, id, account)),
    arrives: (variantId: string, qty: number) => shop.as({}, (business) => receiveGoods(business, { variantId, qty, unitXof: 2_000, key: shop.key() })),
    sells: (variantId: string, qty: number) => shop.as({}, (business) => sell(business, { variantId, qty, paidHow: 'cash', sure: true, key: shop.key() })),
  };
  return {
    ...basic,
    /** Of one product at 3 000 F, which cost 2 000 F. */
    async shelf(pieces: number): Promise<string> {
      const variantId = await shop.put({ code: String((codes += 1)), name: `Crème ${codes}`, cost: 2_000, price: 3_000 });
      if (pieces > 0) await basic.arrives(variantId, pieces * 1_000);
      return variantId;
    },
    async ordered(clientId: string, variantId: string, pieces: number, minute = 0): Promise<string> {
      await basic.fill(clientId, [{ variantId, qty: pieces * 1_000 }]);
      const placed = await basic.order(clientId, minute);
      if ('refused' in placed) throw new Error(placed.refused);
      return placed.orderId;
    },
    async asked(orderId: string, minute = 0): Promise<string> {
      const answer = await basic.ask(orderId, minute);
      if ('refused' in answer) throw new Error(answer.refused);
      return answer.paymentId;
    },
  };
}

/** All that must be true of a shelf at any time. */
export async function expectTrue(shop: Carts, variantId: string): Promise<void> {
  const { onHand, moved, worth, movedWorth, reserved } = await shop.proof(variantId);
  expect({ moved, movedWorth, kept: await shop.kept(variantId) }).toEqual({ moved: onHand, movedWorth: worth, kept: reserved });
  expect(Math.min(onHand, reserved)).toBeGreaterThanOrEqual(0);
}
export type Carts = Awaited<ReturnType<typeof openCarts>>;
