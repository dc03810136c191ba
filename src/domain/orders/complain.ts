import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { attachMedia } from './attach-media.ts';
import { holdOrder } from './change-status.ts';
import { record } from './history.ts';
import { lineOf, tellOwners } from './tell-about.ts';

/** Something is wrong with an order: it stands in its history, and the owner reads it. */
export async function complain(business: Business, orderId: string, words: string): Promise<object | Refused<'unknown'>> {
  return say(business, orderId, { change: 'complaint', what: 'complaint', words });
}

/** The client would like another day. Nothing moves before the workshop moves it. */
export async function askOtherDay(business: Business, orderId: string, words: string): Promise<object | Refused<'unknown'>> {
  return say(business, orderId, { change: 'dayWanted', what: 'dayWanted', words });
}

async function say(business: Business, orderId: string, { change, what, words }: { change: string; what: 'complaint' | 'dayWanted'; words: string }): Promise<object | Refused<'unknown'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  await record(business, orderId, [{ change, reason: words }]);
  await tellOwners(business, order, { what, episode: business.now, values: { words } });
  return {};
}

/** A photo or a voice note that shows what is wrong. */
export async function showComplaint(business: Business, orderId: string, eventId: number): Promise<object | Refused<'unknown'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  await attachMedia(business, orderId, [{ eventId }]);
  await tellOwners(business, order, { what: 'complaintShown', episode: business.now, offers: [{ verb: 'photos', line: lineOf(business, order, 'photos') }] });
  return {};
}

/** What the client last complained of. */
export async function lastComplaint({ db }: Business, orderId: string): Promise<string | undefined> {
  const last = await db.orderHistory.findFirst({ where: { orderId, change: 'complaint' }, orderBy: { id: 'desc' }, select: { reason: true } });
  return last?.reason ?? undefined;
}
