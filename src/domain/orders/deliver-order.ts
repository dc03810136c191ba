import type { Refused } from '../../scope.ts';
import { goodsOf } from '../goods-of-order.ts';
import { xof } from '../money/xof.ts';
import { linkReceipt } from '../payments/link-receipt.ts';
import type { Business } from '../tenants/business.ts';
import { changeStatus, holdOrder, type Held } from './change-status.ts';
import { noticeOf } from './mark-ready.ts';
import { lineOf, tellClient } from './tell-about.ts';

/** `reason`: why it is handed over though something is still to pay. `proven`: it is known who says so. */
type Handing = { reason?: string; proven: boolean };
export type Delivered = { dueXof: number };
export type NotDelivered = Refused<'unknown' | 'already' | 'notReady' | 'gone'> | (Refused<'unpaid' | 'unproven'> & { dueXof: number });

/** It is handed over, and its client is thanked. Unpaid it is only with a reason, which stays in its history. */
export async function deliverOrder(business: Business, orderId: string, { reason, proven }: Handing): Promise<Delivered | NotDelivered> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  if (order.status === 'delivered') return { refused: 'already' };
  const dueXof = xof((order.totalXof ?? 0n) - order.paidXof);
  // Goods need no announcing: whoever comes for them may take them.
  const isFinished = order.status === 'ready' || order.status === 'unclaimed' || order.status === 'preparing';
  if (isFinished && dueXof > 0 && reason === undefined) return { refused: 'unpaid', dueXof };
  if (isFinished && dueXof > business.settings.forceAboveXof && !proven) return { refused: 'unproven', dueXof };

  if ((await goodsOf(order.kind)?.hold(business, order)) === false) return { refused: 'gone' };
  const changed = await changeStatus(business, order, 'delivered', dueXof > 0 ? reason : undefined);
  if ('refused' in changed) return { refused: 'notReady' };
  business.takesBack.push({ keys: noticeOf(orderId) });
  await thank(business, order, dueXof);
  return { dueXof };
}

/** With the receipt of what was paid last. */
async function thank(business: Business, order: Held, dueXof: number): Promise<void> {
  if (dueXof > 0) return tellClient(business, order, { what: 'deliveredDue', episode: 'delivered', values: { due: dueXof }, offers: [{ verb: 'pay', line: lineOf(business, order, 'payer') }] });
  const last = await business.db.payment.findFirst({ where: { refId: order.id, purpose: 'order', status: 'approved' }, orderBy: { settledAt: 'desc' }, select: { id: true } });
  const receipt = last === null ? undefined : await linkReceipt(business, last.id);
  tellClient(business, order, { what: 'delivered', episode: 'delivered', ...(receipt === undefined || 'refused' in receipt ? {} : { document: receipt }) });
}
