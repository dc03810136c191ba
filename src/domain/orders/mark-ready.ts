import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { shortNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import type { Notice } from '../tenants/notice.ts';
import { changeStatus, holdOrder } from './change-status.ts';

/** A message cannot be called back: so long it waits, and the owner may still say « annuler ». */
const UNDO_MS = 60_000;

export type Ready = { number: string; dueXof: number };

/** It is finished: the client is told a minute later what is left to pay, and where. */
export async function markReady(business: Business, orderId: string, { quiet = false } = {}): Promise<Ready | Refused<'unknown' | 'already' | 'ended' | 'impossible'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  if (order.status === 'ready') return { refused: 'already' };
  if (order.endedAt !== null) return { refused: 'ended' };
  const changed = await changeStatus(business, order, 'ready');
  if ('refused' in changed) return changed;

  const number = shortNumber(order.seq);
  const dueXof = xof((order.totalXof ?? 0n) - order.paidXof);
  const line = `${number} ${business.code}`;
  if (quiet) return { number, dueXof };
  business.notices.push({
    key: `${noticeOf(orderId)}${business.now.getTime()}`,
    to: { clientId: order.clientId },
    what: dueXof > 0 ? 'ready' : 'readyPaid',
    purpose: 'order',
    values: { business: business.name, number, what: order.description, due: dueXof },
    offers: [...(dueXof > 0 ? [{ verb: 'pay', line: `payer ${line}` }] : []), { verb: 'where', line: `ou est ${line}` }],
    notBefore: new Date(business.now.getTime() + UNDO_MS),
  });
  return { number, dueXof };
}

/** It was not finished after all. What the client has been told already is put right. */
export async function unmarkReady(business: Business, orderId: string): Promise<object | Refused<'unknown' | 'impossible'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  const changed = await changeStatus(business, order, order.kind === 'shop' ? 'preparing' : 'in_progress');
  if ('refused' in changed) return changed;
  const orElse: Notice = {
    key: `order:${orderId}:unready:${business.now.getTime()}`, to: { clientId: order.clientId }, what: 'unready', purpose: 'order',
    values: { business: business.name, number: shortNumber(order.seq), what: order.description },
  };
  business.takesBack.push({ keys: noticeOf(orderId), orElse });
  return {};
}

/** What the client was to be told of it, as long as it has not left. */
export const noticeOf = (orderId: string): string => `order:${orderId}:ready:`;
