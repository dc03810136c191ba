import type { Actor } from '../tenants/business.ts';

export type OrderStatus = 'quote' | 'confirmed' | 'in_progress' | 'fitting' | 'ready' | 'on_hold' | 'unclaimed' | 'delivered' | 'rejected' | 'expired' | 'cancelled';

type Way = { to: OrderStatus; by: readonly Actor[] };

const STAFF = ['staff', 'owner'] as const;
const CANCEL: Way = { to: 'cancelled', by: ['owner'] };
const HOLD: Way = { to: 'on_hold', by: STAFF };

/** Every change there is; anything else is refused, and the refusal is recorded. */
export const LIFECYCLE: Record<OrderStatus, readonly Way[]> = {
  quote: [{ to: 'confirmed', by: ['client', ...STAFF] }, { to: 'rejected', by: ['client'] }, { to: 'expired', by: ['system'] }, { to: 'cancelled', by: ['client', 'owner'] }],
  confirmed: [{ to: 'in_progress', by: ['system', 'owner'] }, { to: 'cancelled', by: ['client', 'owner', 'system'] }, HOLD],
  in_progress: [{ to: 'fitting', by: STAFF }, { to: 'ready', by: STAFF }, HOLD, CANCEL],
  fitting: [{ to: 'in_progress', by: STAFF }, { to: 'ready', by: STAFF }, HOLD, CANCEL],
  ready: [{ to: 'in_progress', by: STAFF }, { to: 'delivered', by: STAFF }, { to: 'unclaimed', by: ['system'] }, CANCEL],
  on_hold: [{ to: 'confirmed', by: STAFF }, { to: 'in_progress', by: STAFF }, { to: 'fitting', by: STAFF }, CANCEL],
  unclaimed: [{ to: 'delivered', by: STAFF }, CANCEL],
  delivered: [],
  rejected: [],
  expired: [],
  cancelled: [],
};

export const STATUSES = Object.keys(LIFECYCLE) as OrderStatus[];
/** What takes a place in the week in which it is due. */
export const TAKES_CAPACITY: readonly OrderStatus[] = ['confirmed', 'in_progress', 'fitting', 'on_hold'];
/** What is neither finished nor given up. */
export const OPEN: readonly OrderStatus[] = STATUSES.filter((status) => LIFECYCLE[status].length > 0);

/** From hold an order comes back to where it was, nowhere else. */
export function mayBecome({ status, heldFrom }: { status: OrderStatus; heldFrom: string | null }, to: OrderStatus, by: Actor): boolean {
  const way = LIFECYCLE[status].find((each) => each.to === to);
  if (way === undefined || !way.by.includes(by)) return false;
  return status !== 'on_hold' || to === 'cancelled' || to === heldFrom;
}
