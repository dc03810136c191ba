import { setTimeout as sleep } from 'node:timers/promises';
import { tell } from './fedapay-events.ts';
import type { FedapayState, FedapayStatus, FedapayTransaction, Telling } from './fedapay-state.ts';

/** What stands here wins over the faults of the account. */
export type Settling = Telling & {
  afterMs?: number;
  amountXof?: number;
  /** Their code of the error, as `last_error_code`. */
  errorCode?: string;
};
export type Settled = { done: true } | { refused: string };

/** A person may try again what was declined, canceled or has expired: only money that came is final. */
const MAY_FOLLOW: Record<FedapayStatus, readonly FedapayStatus[]> = {
  pending: ['approved', 'declined', 'canceled', 'expired'],
  declined: ['approved', 'declined', 'canceled', 'expired'],
  canceled: ['approved', 'declined', 'canceled', 'expired'],
  expired: ['approved'],
  approved: ['transferred', 'refunded', 'approved_partially_refunded'],
  approved_partially_refunded: ['refunded'],
  transferred: ['refunded'],
  refunded: [],
};

export function settle(state: FedapayState, id: string, status: FedapayStatus, how: Settling = {}): Settled {
  const transaction = state.transactions.get(Number(id));
  if (transaction === undefined) return { refused: 'no such transaction' };
  if (!MAY_FOLLOW[transaction.status].includes(status)) return { refused: `${transaction.status} does not become ${status}` };
  const fault = state.faults.of(transaction.account);
  const settling = { ...fault, ...how };
  const delayMs = status === 'approved' ? settling.afterMs : how.afterMs;
  if (delayMs) state.delivery.background(later(state, transaction, status, settling, delayMs));
  else become(state, transaction, status, settling);
  return { done: true };
}

async function later(state: FedapayState, transaction: FedapayTransaction, status: FedapayStatus, how: Settling, delayMs: number): Promise<void> {
  await sleep(delayMs, undefined, { signal: state.stopped, ref: false }).catch(() => undefined);
  if (!state.stopped.aborted && MAY_FOLLOW[transaction.status].includes(status)) become(state, transaction, status, how);
}

function become(state: FedapayState, transaction: FedapayTransaction, status: FedapayStatus, how: Settling): void {
  const at = state.now();
  Object.assign(transaction, { status, updatedAt: at, errorCode: how.errorCode ?? null });
  if (status === 'approved') Object.assign(transaction, { approvedAt: at, amountXof: how.amountXof ?? transaction.amountXof });
  if (transaction.phone !== null) state.prompts.touch(transaction.phone);
  tell(state, transaction, `transaction.${status}`, how);
}
