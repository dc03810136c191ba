import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { cancelOrder } from './cancel-order.ts';
import { changeStatus, holdOrder } from './change-status.ts';
import { unmarkReady } from './mark-ready.ts';
import { putOnHold, resumeOrder } from './pause-order.ts';
import { record } from './history.ts';
import { waiveDeposit } from './waive-deposit.ts';

/** What may be done with an order besides what has a conversation of its own. */
export const MOVES = ['start', 'hold', 'resume', 'fitting', 'retouch', 'cancel'] as const;
export type Move = (typeof MOVES)[number];
type Moved = { owedXof: number };
type NotMoved = Refused<'unknown' | 'impossible' | 'noReason'>;

/** What is sewn once more: these stages are open again. */
const REDONE = ['finish', 'check'];

/** `owedXof`: what is to be given back. */
export async function moveOrder(business: Business, orderId: string, move: Move, reason: string): Promise<Moved | NotMoved> {
  if (move === 'cancel') return cancelOrder(business, orderId, reason);
  const moved = await changes[move](business, orderId, reason);
  return 'refused' in moved ? moved : { owedXof: 0 };
}

const changes: Record<Exclude<Move, 'cancel'>, (business: Business, orderId: string, reason: string) => Promise<object | NotMoved>> = {
  start: waiveDeposit,
  hold: putOnHold,
  resume: resumeOrder,
  fitting: async (business, orderId) => {
    const order = await holdOrder(business, orderId);
    return order === null ? { refused: 'unknown' } : changeStatus(business, order, 'fitting');
  },
  retouch: sewAgain,
};

/** Back from the fitting, or not finished after all: the last stages are done again. */
async function sewAgain(business: Business, orderId: string): Promise<object | NotMoved> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  const changed = order.status === 'ready' ? await unmarkReady(business, orderId) : await changeStatus(business, order, 'in_progress');
  if ('refused' in changed) return changed;
  const reopened = await business.db.orderTask.updateMany({ where: { orderId, stage: { in: REDONE }, doneAt: { not: null } }, data: { doneAt: null, doneBy: null } });
  if (reopened.count > 0) await record(business, orderId, [{ change: 'stage', after: 'open' }]);
  return {};
}
