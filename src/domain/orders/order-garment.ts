import type { Refused } from '../../scope.ts';
import { dayAt, dayOf, type Day } from '../calendar/day.ts';
import type { Urgency } from '../calendar/working-days.ts';
import { xof } from '../money/xof.ts';
import { shortNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import { workCalendar } from '../tenants/work-calendar.ts';
import { attachMedia, type Attached } from './attach-media.ts';
import { firstFreeDay, hasRoom, lockWeek } from './capacity.ts';
import { confirmOrder } from './confirm-order.ts';
import { placeOrder } from './place-order.ts';
import { priceOf, type Offer } from './price-of.ts';

/** What a client agrees to, as it was shown: the price, what is paid ahead, the day, and when that was. */
export type Agreed = {
  clientId: string;
  /** What asked for it: the same message orders once. */
  key: string;
  garmentTypeId?: string;
  garment: string;
  urgency: Urgency;
  fabricBy: 'client' | 'workshop';
  promisedOn: Day;
  totalXof?: number;
  depositXof?: number;
  shownAt: Date;
  measureId?: string;
  media: Attached[];
};
export type Ordered = { orderId: string; year: number; seq: number; promisedOn: Day; totalXof?: number; depositXof: number };
/** `changed`: what they were shown holds no more; `full`: somebody else took the place. `offer` is what there is instead. */
export type Unordered = Refused<'closed' | 'gone' | 'busy'> | (Refused<'changed' | 'full'> & { offer: Offer });

/** A client's order: a quote, confirmed at once where the workshop has a price for it. Its people are told. */
export async function orderGarment(business: Business, agreed: Agreed): Promise<Ordered | Unordered> {
  const before = await placedBy(business, agreed.key);
  if (before !== undefined) return before;
  if (!business.settings.takesOrders) return { refused: 'closed' };
  const offer = await stillOffered(business, agreed);
  if ('refused' in offer) return offer;

  const { garmentTypeId, measureId, totalXof, media, shownAt: _, depositXof: __, ...rest } = agreed;
  const placed = await placeOrder(business, { ...rest, points: offer.points, source: business.channel, ...(garmentTypeId === undefined ? {} : { garmentTypeId }), ...(measureId === undefined ? {} : { measureId }), ...(totalXof === undefined ? {} : { totalXof }) });
  if ('refused' in placed) throw new Error(`an offer for a day that is ${placed.refused}`);
  await attachMedia(business, placed.orderId, media);
  if (totalXof !== undefined) {
    const confirmed = await confirmOrder(business, placed.orderId);
    if ('refused' in confirmed) throw new Error(`a held place was refused: ${confirmed.refused}`);
  }
  await tellOwners(business, agreed, placed);
  return { ...placed, promisedOn: agreed.promisedOn, depositXof: offer.depositXof ?? 0, ...(totalXof === undefined ? {} : { totalXof }) };
}

async function placedBy({ db }: Business, key: string): Promise<Ordered | undefined> {
  const order = await db.order.findUnique({ where: { key } });
  if (order?.promisedOn == null) return undefined;
  const { id: orderId, year, seq, totalXof, depositXof, promisedOn } = order;
  return { orderId, year, seq, promisedOn: dayOf(promisedOn), depositXof: xof(depositXof), ...(totalXof === null ? {} : { totalXof: xof(totalXof) }) };
}

/** What they agreed to, if it can still be had; its week is held then. */
async function stillOffered(business: Business, { garmentTypeId, urgency, promisedOn, totalXof, depositXof, shownAt }: Agreed): Promise<Offer | Unordered> {
  const offer = await priceOf(business, { urgency, shownAt, ...(garmentTypeId === undefined ? {} : { garmentTypeId }) });
  if ('refused' in offer) return { refused: offer.refused === 'full' ? 'busy' : 'gone' };
  const isPast = promisedOn <= dayAt(business.now, business.timezone);
  const isLate = offer.stale !== undefined && offer.promisedOn > promisedOn;
  const costsOther = offer.totalXof !== totalXof || (depositXof !== undefined && offer.depositXof !== depositXof);
  if (costsOther || isPast || isLate) return { refused: 'changed', offer: { ...offer, promisedOn: isPast || isLate ? offer.promisedOn : promisedOn } };
  if (totalXof === undefined) return offer;

  await lockWeek(business, promisedOn);
  if (await hasRoom(business, promisedOn, offer.points)) return offer;
  const freeOn = await firstFreeDay(business, promisedOn, offer.points, await workCalendar(business, promisedOn));
  return freeOn === undefined ? { refused: 'busy' } : { refused: 'full', offer: { ...offer, promisedOn: freeOn } };
}

async function tellOwners(business: Business, { clientId, garment, promisedOn, totalXof, media }: Agreed, { orderId, seq }: { orderId: string; seq: number }): Promise<void> {
  const { person } = await business.db.client.findUniqueOrThrow({ where: { id: clientId }, select: { person: { select: { fullName: true } } } });
  const number = shortNumber(seq);
  const values = { number, client: person.fullName, what: garment, day: promisedOn, files: media.length };
  const told = { key: `order:${orderId}:new`, to: { owners: true }, purpose: 'order' } as const;
  const offers = [{ verb: 'where', line: `ou est ${number} ${business.code}` }];
  if (totalXof === undefined) business.notices.push({ ...told, what: 'quoteAsked', values, offers: [{ verb: 'quote', line: `devis ${number} ${business.code}` }, ...offers] });
  else business.notices.push({ ...told, what: 'newOrder', values: { ...values, total: totalXof }, offers });
}
