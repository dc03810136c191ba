import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { hasLapsed, holdOrder, keepAgain } from '../orders/change-status.ts';
import { PAYABLE, type OrderStatus } from '../orders/lifecycle.ts';
import type { Business } from '../tenants/business.ts';
import { hasStalled, LIVE } from './lifecycle.ts';
import { waysToPay, type ModesOf, type Way } from './ways-to-pay.ts';

export type Wanted = { orderId: string; amountXof?: number | undefined; /** Only what is paid before the work begins. */ deposit?: boolean | undefined; phone: string | null };
/** `open`: nothing says yet how much of it. `isWhole`: no part of it. */
export type PaymentOffer = { dueXof: number; depositXof: number; amountXof: number; open: boolean; isWhole: boolean; ways: Way[] };
export type Waiting = { paymentId: string; amountXof: number; mode: string | null; method: string; stalled: boolean };
export type NotOffered = Refused<'unknown' | 'closed' | 'quote' | 'nothingDue' | 'short'> | (Refused<'tooMuch'> & { dueXof: number }) | (Refused<'live'> & { waiting: Waiting });

/** How much a client may pay for an order now, and how. While a payment is under way, that one is told. */
export async function offerPayment(business: Business, { orderId, amountXof, deposit = false, phone }: Wanted, modesOf: ModesOf): Promise<PaymentOffer | NotOffered> {
  const found = await business.db.order.findFirst({ where: { id: orderId } });
  if (found === null) return { refused: 'unknown' };
  const waits = hasLapsed(found) ? await waitingFor(business, orderId) : undefined;
  if (waits !== undefined) return { refused: 'live', waiting: waits };
  const order = hasLapsed(found) ? await lapsed(business, orderId) : found;
  if ('refused' in order) return order;
  if (order.status === 'quote') return { refused: 'quote' };
  if (!PAYABLE.includes(order.status as OrderStatus)) return { refused: 'closed' };
  const dueXof = order.totalXof === null ? 0 : xof(order.totalXof - order.paidXof);
  if (dueXof === 0) return { refused: 'nothingDue' };
  const waiting = await waitingFor(business, orderId);
  if (waiting !== undefined) return { refused: 'live', waiting };
  // Goods are paid as a whole.
  const isWhole = order.kind === 'shop';
  if (isWhole) return { dueXof, depositXof: 0, amountXof: dueXof, open: false, isWhole, ways: await waysToPay(business, phone, modesOf) };
  if (amountXof !== undefined && amountXof > dueXof) return { refused: 'tooMuch', dueXof };

  const missing = Math.max(0, xof(order.depositXof - order.paidXof));
  const depositXof = missing < dueXof ? missing : 0;
  const open = amountXof === undefined && !deposit && depositXof > 0;
  return { dueXof, depositXof, amountXof: amountXof ?? (depositXof > 0 ? depositXof : dueXof), open, isWhole, ways: await waysToPay(business, phone, modesOf) };
}

/** What was in a cart is kept again before anybody is asked for money. */
async function lapsed(business: Business, orderId: string): ReturnType<typeof keepAgain> {
  const held = await holdOrder(business, orderId);
  if (held === null) return { refused: 'closed' };
  return hasLapsed(held) ? keepAgain(business, held) : held;
}

/** The payment of an order that may still come in. */
export async function waitingFor({ db, now }: Business, orderId: string): Promise<Waiting | undefined> {
  const live = await db.payment.findFirst({ where: { refId: orderId, purpose: 'order', status: { in: [...LIVE] } } });
  return live === null ? undefined : { paymentId: live.id, amountXof: xof(live.amountXof), mode: live.mode, method: live.method, stalled: hasStalled(live, now) };
}
