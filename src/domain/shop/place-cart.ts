import type { Refused } from '../../scope.ts';
import { dateOf, dayAt } from '../calendar/day.ts';
import { record } from '../orders/history.ts';
import { planTimers } from '../orders/timers.ts';
import type { Business } from '../tenants/business.ts';
import { nextNumber } from '../tenants/next-number.ts';
import { emptyCart, putInCart, seeCart, type Cart, type CartLine } from './cart.ts';
import { holdVariants } from './hold-variant.ts';
import { keepGoods, shortOf, type Short } from './keep-goods.ts';
import { noteLost } from './lost-demand.ts';
import { linesOfOrder } from './ordered.ts';
import { keptQty, pieces } from './quantity.ts';

export type Missing = Short & { name: string; unit: string };
/** `totalXof`: what the client was shown. `key`: the message that confirms. */
export type Confirmed = { clientId: string; totalXof: number; key: string };
export type NotPlaced = Refused<'empty' | 'closed'> | (Refused<'price'> & { cart: Cart }) | (Refused<'short'> & { missing: Missing[] });

const DESCRIPTION_CHARS = 60;

/** A cart becomes an order that keeps its goods aside for a quarter of an hour: all of them, or none, and then it is told what is missing. */
export async function placeCart(business: Business, { clientId, totalXof, key }: Confirmed): Promise<{ orderId: string; year: number; seq: number; totalXof: number } | NotPlaced> {
  if (!business.settings.takesOrders) return { refused: 'closed' };
  const known = await seeCart(business, clientId);
  if (known.lines.length === 0) return { refused: 'empty' };
  const shelves = await holdVariants(business, known.lines.map(({ variantId }) => variantId));
  // Under the lock nothing of it moves any more.
  const cart = await seeCart(business, clientId);
  if (cart.totalXof !== totalXof) return { refused: 'price', cart };
  const short = shortOf(business, cart.lines, shelves);
  if (short.length > 0) return { refused: 'short', missing: await noteMissing(business, clientId, named(short, cart.lines)) };

  const order = await write(business, clientId, cart, key);
  if ((await keepGoods(business, order.orderId)) !== undefined) throw new Error('goods that were there under the lock are not');
  await emptyCart(business, clientId);
  return { ...order, totalXof: cart.totalXof };
}

async function write(business: Business, clientId: string, { lines, totalXof }: Cart, key: string): Promise<{ orderId: string; year: number; seq: number }> {
  const { db, id: tenantId, now, timezone, actor, channel } = business;
  const today = dayAt(now, timezone);
  const year = Number(today.slice(0, 4));
  const seq = await nextNumber(business, 'order', year);
  const total = BigInt(totalXof);
  const { id } = await db.order.create({
    data: {
      tenantId, year, seq, clientId, kind: 'shop', status: 'awaiting_payment', urgency: 'normal', fabricBy: 'workshop', description: describe(lines), points: 0, promisedOn: dateOf(today), firstPromise: dateOf(today),
      totalXof: total, depositXof: total, source: channel, key, createdBy: actor, createdAt: now, confirmedAt: now, priceLockedAt: now,
      items: { create: lines.map(({ variantId, name, qty, unitXof, lineXof }) => ({ tenantId, variantId, description: name, qty: keptQty(qty), unitPriceXof: BigInt(unitXof), lineXof: BigInt(lineXof) })) },
    },
    select: { id: true },
  });
  await record(business, id, [{ change: 'placed', field: 'status', after: 'awaiting_payment' }]);
  await planTimers(business, id, 'awaiting_payment');
  return { orderId: id, year, seq };
}

/** « 2 Crème karité, 1 Mèches brunes », and how many more kinds where a message has no room for them. */
function describe(lines: CartLine[]): string {
  const each = lines.map(({ name, qty }) => `${String(pieces(qty)).replace('.', ',')} ${name}`);
  const [first = '', ...others] = each;
  let told = first.slice(0, DESCRIPTION_CHARS);
  for (const [at, line] of others.entries()) {
    if (told.length + line.length > DESCRIPTION_CHARS) return `${told} +${others.length - at}`;
    told = `${told}, ${line}`;
  }
  return told;
}

const named = (short: Short[], lines: CartLine[]): Missing[] => short.map((each) => {
  const line = lines.find(({ variantId }) => variantId === each.variantId);
  return { ...each, name: line?.name ?? '', unit: line?.unit ?? '' };
});

/** What was wanted and not there is demand all the same: once for each client, product and day, however often they try. */
export async function noteMissing(business: Business, clientId: string, missing: Missing[]): Promise<Missing[]> {
  const day = dayAt(business.now, business.timezone);
  for (const { variantId, wanted, available } of missing) await noteLost(business, { variantId, qty: wanted - available, key: `cart:${clientId}:${variantId}:${day}` });
  return missing;
}

/** What an order that lapsed held is in the cart again, and what of it is missing now. */
export async function refillCart(business: Business, clientId: string, orderId: string): Promise<Missing[]> {
  await emptyCart(business, clientId);
  for (const { variantId, qty } of await linesOfOrder(business, orderId)) await putInCart(business, clientId, { variantId, qty });
  const { lines } = await seeCart(business, clientId);
  const short = lines.filter(({ qty, available }) => qty > available).map(({ variantId, name, unit, qty, available }) => ({ variantId, name, unit, wanted: qty, available }));
  return noteMissing(business, clientId, short);
}
