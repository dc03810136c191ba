import type { Business } from '../tenants/business.ts';
import type { OrderStatus } from './lifecycle.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What time does to an order that stays as it is. A new one is a line here and what it does in run-timer.ts. */
export const TIMERS = {
  remindQuote: { of: 'quote', afterMs: 6 * DAY_MS },
  expireQuote: { of: 'quote', afterMs: 7 * DAY_MS },
  remindDeposit: { of: 'confirmed', afterMs: 24 * HOUR_MS },
  cancelUnpaid: { of: 'confirmed', afterMs: 48 * HOUR_MS },
  freeCart: { of: 'awaiting_payment', afterMs: 15 * MINUTE_MS },
  freeUnpaid: { of: 'preparing', afterMs: 24 * HOUR_MS },
  collectFirst: { of: 'ready', afterMs: 3 * DAY_MS },
  collectAgain: { of: 'ready', afterMs: 7 * DAY_MS },
  collectLast: { of: 'ready', afterMs: 21 * DAY_MS },
  giveUp: { of: 'ready', afterMs: 30 * DAY_MS },
  askRating: { of: 'delivered', afterMs: 2 * DAY_MS },
} as const satisfies Record<string, { of: OrderStatus; afterMs: number }>;

export type Timer = keyof typeof TIMERS;
export const TIMER_NAMES = Object.keys(TIMERS) as Timer[];
/** `since`: when the order became what the timer waits in. One that has moved on, or came back later, is another story. */
export type SetTimer = { orderId: string; timer: Timer; since: Date };

type Planner = Pick<Business, 'db' | 'id' | 'now'>;

/** Sets every timer of a status that an order has from now on. Whoever gives an order a status, or a quote a new price, calls it. */
export async function planTimers(business: Planner, orderId: string, status: OrderStatus): Promise<void> {
  const set = TIMER_NAMES.filter((timer) => TIMERS[timer].of === status);
  await plan(business, set.map((timer) => ({ orderId, timer, since: business.now, runAt: endOf(timer, business.now) })));
}

/** The same, looked at once more at that time. */
export const planAgain = (business: Planner, set: SetTimer, runAt: Date): Promise<void> => plan(business, [{ ...set, runAt }]);

export const endOf = (timer: Timer, since: Date): Date => new Date(since.getTime() + TIMERS[timer].afterMs);
export const daysOf = (timer: Timer): number => Math.round(TIMERS[timer].afterMs / DAY_MS);

async function plan({ db, id: tenantId, now }: Planner, timers: (SetTimer & { runAt: Date })[]): Promise<void> {
  if (timers.length === 0) return;
  await db.due.createMany({
    data: timers.map(({ orderId, timer, since, runAt }) => ({
      key: `order:${orderId}:${timer}:${since.toISOString()}:${runAt.toISOString()}`, kind: 'order.timer', tenantId, runAt, createdAt: now,
      payload: { tenantId, orderId, timer, since: since.toISOString() },
    })),
    skipDuplicates: true,
  });
}
