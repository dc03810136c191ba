import type { Business } from '../tenants/business.ts';
import { askRating } from './ask-rating.ts';
import { giveUp, remindToCollect } from './await-collection.ts';
import { cancelUnpaid, remindDeposit } from './await-deposit.ts';
import { freeCart, freeUnpaid } from './await-payment.ts';
import { expireQuote, remindQuote } from './await-answer.ts';
import { holdOrder, type Held } from './change-status.ts';
import type { OrderStatus } from './lifecycle.ts';
import { TIMERS, type SetTimer, type Timer } from './timers.ts';

type TimerAct = (business: Business, order: Held, set: SetTimer) => unknown;

const ACTS: Record<Timer, TimerAct> = {
  remindQuote, expireQuote, remindDeposit, cancelUnpaid, freeCart, freeUnpaid,
  collectFirst: remindToCollect, collectAgain: remindToCollect, collectLast: remindToCollect, giveUp,
  askRating,
};

const SINCE: Partial<Record<OrderStatus, 'quotedAt' | 'confirmedAt' | 'readyAt' | 'deliveredAt'>> = { quote: 'quotedAt', confirmed: 'confirmedAt', awaiting_payment: 'confirmedAt', preparing: 'confirmedAt', ready: 'readyAt', delivered: 'deliveredAt' };

/** Does what has come due of an order, looked at under its lock: nothing when it has moved on since, or came back and waits anew. */
export async function runTimer(business: Business, set: SetTimer): Promise<void> {
  const order = await holdOrder(business, set.orderId);
  const { of } = TIMERS[set.timer];
  const since = SINCE[of];
  if (order === null || order.status !== of || since === undefined || order[since]?.getTime() !== set.since.getTime()) return;
  await ACTS[set.timer](business, order, set);
}
