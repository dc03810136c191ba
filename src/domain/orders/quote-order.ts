import type { Refused } from '../../scope.ts';
import { dateOf, dayAt, dayOf, type Day } from '../calendar/day.ts';
import { depositXof, xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { payingUntil } from './await-deposit.ts';
import { changeStatus, holdOrder, type Held } from './change-status.ts';
import { record } from './history.ts';
import { noPlace, type NoPlace } from './postpone-order.ts';
import { lineOf, tellClient } from './tell-about.ts';
import { planTimers } from './timers.ts';

/** `force`: why they promise that day although the week is full. */
export type Price = { totalXof: number; promisedOn?: Day | undefined; force?: string | undefined };
/** `again`: the client had said yes to another price or day. */
export type Quoted = { promisedOn: Day; depositXof: number; again: boolean };
export type NotQuoted = Refused<'unknown' | 'frozen' | 'paying' | 'past' | 'same' | 'impossible'> | NoPlace;

/**
 * Gives an order its price, and another day where one is said. Once it is confirmed that is a new agreement, which waits for
 * the client's yes again; once money has come or the work has begun, nothing of it changes.
 */
export async function quoteOrder(business: Business, orderId: string, { totalXof, promisedOn, force }: Price): Promise<Quoted | NotQuoted> {
  const order = await holdOrder(business, orderId);
  if (order?.promisedOn == null) return { refused: 'unknown' };
  const no = await fixed(business, order);
  if (no !== undefined) return no;
  const kept = dayOf(order.promisedOn);
  const day = promisedOn ?? kept;
  const again = order.status === 'confirmed';
  if (order.totalXof === BigInt(totalXof) && day === kept) return { refused: 'same' };
  if (day <= dayAt(business.now, business.timezone)) return { refused: 'past' };
  const taken = day === kept || force !== undefined ? undefined : await noPlace(business, order, again ? kept : undefined, day);
  if (taken !== undefined) return taken;
  const changed = again ? await changeStatus(business, order, 'quote') : undefined;
  if (changed !== undefined && 'refused' in changed) return changed;

  await record(business, orderId, [
    { change: 'quoted', field: 'totalXof', before: order.totalXof === null ? null : String(order.totalXof), after: String(totalXof) },
    ...(day === kept ? [] : [{ change: force === undefined ? 'quoted' : 'forced', field: 'promisedOn', before: kept, after: day, ...(force === undefined ? {} : { reason: force }) }]),
  ]);
  const quoted = await write(business, orderId, totalXof, day);
  await planTimers(business, orderId, 'quote');
  tellQuote(business, quoted);
  return { promisedOn: day, depositXof: xof(quoted.depositXof), again };
}

/** Why the price of an order changes no more. */
async function fixed(business: Business, order: Held): Promise<Refused<'frozen' | 'paying'> | undefined> {
  if (!['quote', 'confirmed'].includes(order.status) || order.paidXof > 0n) return { refused: 'frozen' };
  return (await payingUntil(business, order)) === undefined ? undefined : { refused: 'paying' };
}

async function write({ db, settings, now }: Business, orderId: string, totalXof: number, day: Day): Promise<Held> {
  const [price, promised] = [BigInt(totalXof), dateOf(day)];
  await db.orderItem.updateMany({ where: { orderId }, data: { unitPriceXof: price, lineXof: price } });
  return db.order.update({
    where: { id: orderId },
    data: { totalXof: price, depositXof: BigInt(depositXof(totalXof, settings.depositPct)), promisedOn: promised, firstPromise: promised, quotedAt: now, confirmedAt: null, priceLockedAt: null },
  });
}

/** What the owner has of an order before they say a price. `listXof`: what the workshop usually takes for this garment. */
export async function seePrice(business: Business, orderId: string): Promise<{ totalXof: number | null; listXof: number | null; promisedOn: Day } | Refused<'unknown' | 'frozen' | 'paying'>> {
  const order = await holdOrder(business, orderId);
  if (order?.promisedOn == null) return { refused: 'unknown' };
  const no = await fixed(business, order);
  if (no !== undefined) return no;
  const item = await business.db.orderItem.findFirst({ where: { orderId }, select: { garmentTypeId: true } });
  const garment = item?.garmentTypeId == null ? null : await business.db.garmentType.findFirst({ where: { id: item.garmentTypeId }, select: { priceXof: true } });
  return { totalXof: maybe(order.totalXof), listXof: maybe(garment?.priceXof), promisedOn: dayOf(order.promisedOn) };
}

const maybe = (amount: bigint | null | undefined): number | null => (amount == null ? null : xof(amount));

/** Asks the client for their yes, each time the price or the day is another. */
export function tellQuote(business: Business, order: Held): void {
  if (order.totalXof === null || order.promisedOn === null) return;
  tellClient(business, order, {
    what: 'quoted', episode: business.now, values: { total: xof(order.totalXof), day: dayOf(order.promisedOn) },
    offers: [{ verb: 'accept', line: lineOf(business, order, 'oui', String(order.totalXof)) }, { verb: 'negotiate', line: lineOf(business, order, 'negocier') }, { verb: 'decline', line: lineOf(business, order, 'non') }],
  });
}
