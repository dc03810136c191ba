import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { shortNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import type { Notice } from '../tenants/notice.ts';
import { changeStatus, holdOrder } from './change-status.ts';

/** A message cannot be called back: so long it waits, and the owner may still say « annuler ». */
const UNDO_MS = 60_000;

export type Ready = { number: string; dueXof: number; notice: Notice };

/** The garment is finished: the client is told a minute later what is left to pay, and where. */
export async function markReady(business: Business, orderId: string, key: string): Promise<Ready | Refused<'unknown' | 'already' | 'impossible'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  if (order.status === 'ready') return { refused: 'already' };
  const changed = await changeStatus(business, order, 'ready');
  if ('refused' in changed) return changed;

  const number = shortNumber(order.seq);
  const dueXof = xof((order.totalXof ?? 0n) - order.paidXof);
  const line = `${number} ${business.code}`;
  return {
    number,
    dueXof,
    notice: {
      key: `order:${orderId}:ready:${key}`,
      to: { clientId: order.clientId },
      what: dueXof > 0 ? 'ready' : 'readyPaid',
      purpose: 'order',
      values: { business: business.name, number, what: order.description, due: dueXof },
      offers: [...(dueXof > 0 ? [{ verb: 'pay', line: `payer ${line}` }] : []), { verb: 'where', line: `ou est ${line}` }],
      notBefore: new Date(business.now.getTime() + UNDO_MS),
    },
  };
}
