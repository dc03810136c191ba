import type { Refund } from '../../generated/prisma/client.ts';
import { xof } from '../money/xof.ts';
import { record } from '../orders/history.ts';
import { fullNumber, shortNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import type { Notice } from '../tenants/notice.ts';

type RefundOrder = { id: string; year: number; seq: number; description: string };

/** The order that a refund is about: the one it comes out of, or the one that was paid too much. A client's credit may be of none. */
async function orderOfRefund({ db }: Business, { orderId, paymentId }: Pick<Refund, 'orderId' | 'paymentId'>): Promise<RefundOrder | null> {
  const paid = orderId === null && paymentId !== null ? await db.payment.findFirst({ where: { id: paymentId }, select: { refId: true } }) : null;
  const id = orderId ?? paid?.refId;
  return id === undefined ? null : db.order.findFirst({ where: { id }, select: { id: true, year: true, seq: true, description: true } });
}

type Step = { what: string; change: string; reason?: string; values?: Record<string, string | number> };

/** Both sides follow a refund step by step, and the history of its order keeps each. */
export async function tellClientOf(business: Business, refund: Refund, step: Step): Promise<void> {
  business.notices.push(await noticeOf(business, refund, { clientId: refund.clientId }, step));
}

export async function tellOwnersOf(business: Business, refund: Refund, step: Step): Promise<void> {
  business.notices.push(await noticeOf(business, refund, { owners: true }, step));
}

/** What a step says, where whoever calls decides whether it is still to be said. */
export async function noticeOf(business: Business, refund: Refund, to: Notice['to'], { what, change, reason, values = {} }: Step): Promise<Notice> {
  const { db, name } = business;
  const order = await orderOfRefund(business, refund);
  const { person } = await db.client.findUniqueOrThrow({ where: { id: refund.clientId }, select: { person: { select: { fullName: true } } } });
  const amount = xof(refund.amountXof);
  if (order !== null) await record(business, order.id, [{ change, field: 'refund', after: String(amount), ...(reason === undefined ? {} : { reason }) }]);
  return {
    key: `refund:${refund.id}:${what}`, to, what, purpose: 'payment',
    values: { business: name, number: order === null ? '-' : shortNumber(order.seq), what: order?.description ?? '-', amount, name: person.fullName, client: person.fullName, reason: reason ?? '', ...values },
    ...('owners' in to ? { offers: [{ verb: 'refund', line: order === null ? 'rembourser' : `rembourser ${fullNumber(order)}` }] } : {}),
  };
}
