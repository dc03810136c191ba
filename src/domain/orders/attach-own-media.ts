import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { shortNumber } from '../spoken/order-number.ts';
import { attachMedia, type Attached } from './attach-media.ts';
import { holdOrder } from './change-status.ts';
import { lineOf, tellOwners } from './tell-about.ts';

/** What a client sends for an order is kept with it, and the owners are told. */
export async function attachOwnMedia(business: Business, orderId: string, kind: string, media: Attached): Promise<{ number: string } | Refused<'unknown'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  await attachMedia(business, orderId, [media]);
  await tellOwners(business, order, { what: kind === 'image' ? 'clientPhoto' : 'clientVoice', episode: business.now, offers: [{ verb: 'photos', line: lineOf(business, order, 'photos') }] });
  return { number: shortNumber(order.seq) };
}
