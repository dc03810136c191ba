import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { changeStatus, holdOrder } from './change-status.ts';
import type { OrderStatus } from './lifecycle.ts';
import { lineOf, tellClient } from './tell-about.ts';

type NotPaused = Refused<'unknown' | 'impossible'>;

/** Work stops for a while; the order keeps its place in its week. */
export async function putOnHold(business: Business, orderId: string, reason: string): Promise<{ from: OrderStatus } | NotPaused> {
  return change(business, orderId, () => 'on_hold', 'onHold', reason);
}

/** Back to where it was. What waited for its deposit waits for it anew, or begins if it came meanwhile. */
export async function resumeOrder(business: Business, orderId: string): Promise<{ from: OrderStatus } | NotPaused> {
  return change(business, orderId, (heldFrom) => heldFrom, 'resumed');
}

async function change(business: Business, orderId: string, to: (heldFrom: OrderStatus | null) => OrderStatus | null, what: string, reason?: string): Promise<{ from: OrderStatus } | NotPaused> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  const status = to(order.heldFrom as OrderStatus | null);
  if (status === null) return { refused: 'impossible' };
  const changed = await changeStatus(business, order, status, reason);
  if ('refused' in changed) return changed;
  tellClient(business, order, { what, episode: business.now, offers: [{ verb: 'where', line: lineOf(business, order, 'ou est') }] });
  return changed;
}
