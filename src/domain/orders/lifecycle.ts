import type { Actor } from '../tenants/business.ts';

/** What is sewn for somebody, or what was put in a cart. */
export type OrderKind = 'tailored' | 'shop';
export type OrderStatus = 'quote' | 'confirmed' | 'in_progress' | 'fitting' | 'awaiting_payment' | 'preparing' | 'ready' | 'on_hold' | 'unclaimed' | 'delivered' | 'rejected' | 'expired' | 'cancelled';

/** `of`: only an order of this kind goes this way. */
type Way = { to: OrderStatus; by: readonly Actor[]; of?: OrderKind };

const STAFF = ['staff', 'owner'] as const;
const CANCEL: Way = { to: 'cancelled', by: ['owner'] };
const HOLD: Way = { to: 'on_hold', by: STAFF };
const EXPIRE: Way = { to: 'expired', by: ['system'] };
const FORGO: Way = { to: 'cancelled', by: ['client', 'owner'] };

/** Every change there is; anything else is refused, and the refusal is recorded. */
export const LIFECYCLE: Record<OrderStatus, readonly Way[]> = {
  quote: [{ to: 'confirmed', by: ['client', ...STAFF] }, { to: 'rejected', by: ['client'] }, EXPIRE, FORGO],
  confirmed: [{ to: 'in_progress', by: ['system', 'owner'] }, { to: 'quote', by: ['owner'] }, { to: 'cancelled', by: ['client', 'owner', 'system'] }, HOLD],
  // The deposit with which it began was a mistake: only where nothing was done since.
  in_progress: [{ to: 'confirmed', by: ['system'] }, { to: 'fitting', by: STAFF }, { to: 'ready', by: STAFF }, HOLD, FORGO],
  fitting: [{ to: 'in_progress', by: STAFF }, { to: 'ready', by: STAFF }, HOLD, CANCEL],
  // Paid, or to be paid at the counter.
  awaiting_payment: [{ to: 'preparing', by: ['client', 'system'] }, EXPIRE, FORGO],
  preparing: [{ to: 'ready', by: STAFF }, { to: 'delivered', by: STAFF }, EXPIRE, FORGO],
  ready: [{ to: 'in_progress', by: STAFF, of: 'tailored' }, { to: 'preparing', by: STAFF, of: 'shop' }, { to: 'delivered', by: STAFF }, { to: 'unclaimed', by: ['system'] }, { to: 'expired', by: ['system'], of: 'shop' }, CANCEL],
  on_hold: [{ to: 'confirmed', by: STAFF }, { to: 'in_progress', by: STAFF }, { to: 'fitting', by: STAFF }, CANCEL],
  unclaimed: [{ to: 'delivered', by: STAFF }, CANCEL],
  delivered: [],
  rejected: [],
  // The goods of a cart may still be there.
  expired: [{ to: 'awaiting_payment', by: ['client', 'system'], of: 'shop' }],
  cancelled: [],
};

export const STATUSES = Object.keys(LIFECYCLE) as OrderStatus[];
/** What takes a place in the week in which it is due. */
export const TAKES_CAPACITY: readonly OrderStatus[] = ['confirmed', 'in_progress', 'fitting', 'on_hold'];
export const ENDED: readonly OrderStatus[] = ['delivered', 'rejected', 'expired', 'cancelled'];
/** What is neither finished nor given up. */
export const OPEN: readonly OrderStatus[] = STATUSES.filter((status) => !ENDED.includes(status));

/** What money may still come for: a garment may be handed over before all of it is paid. */
export const PAYABLE: readonly OrderStatus[] = [...OPEN, 'delivered'];

/** From hold an order comes back to where it was, nowhere else. */
export function mayBecome({ kind = 'tailored', status, heldFrom }: { kind?: OrderKind; status: OrderStatus; heldFrom: string | null }, to: OrderStatus, by: Actor): boolean {
  const way = LIFECYCLE[status].find((each) => each.to === to);
  if (way === undefined || !way.by.includes(by) || (way.of !== undefined && way.of !== kind)) return false;
  return status !== 'on_hold' || to === 'cancelled' || to === heldFrom;
}
