import type { Payment } from '../../generated/prisma/client.ts';
import { post, type Account } from '../money/ledger.ts';
import { xof } from '../money/xof.ts';
import { asItCanBe, beginPaid, holdOrder, type Held } from '../orders/change-status.ts';
import { record } from '../orders/history.ts';
import { PAYABLE, type OrderStatus } from '../orders/lifecycle.ts';
import type { Business } from '../tenants/business.ts';
import { nextNumber } from '../tenants/next-number.ts';
import { dayAt } from '../calendar/day.ts';

/** Where the money went: so much to the order, the rest to the client's credit, and what the order still needs. */
export type Credited = { toOrder: number; toClient: number; clientId: string; remaining: number; receipt: { year: number; seq: number } };

/** What a payment is taken in as. */
const TAKEN: Record<string, (clientId: string) => Account> = { cash: () => 'cash', declared: () => 'declared', credit: (clientId) => `client:${clientId}` };

/**
 * Books money that has come, once: to the order as far as it needs it, else to the client. An order that is given up or
 * paid takes none. The deposit being there, the work begins.
 */
export async function credit(business: Business, payment: Pick<Payment, 'id' | 'refId' | 'clientId' | 'method'>, receivedXof: number): Promise<Credited> {
  const { db, id: tenantId, now } = business;
  const held = await holdOrder(business, payment.refId);
  if (held === null) throw new Error('a payment for an order that is not there');
  const order = await asItCanBe(business, held);
  const clientId = payment.clientId ?? order.clientId;
  const missing = PAYABLE.includes(order.status as OrderStatus) && order.totalXof !== null ? xof(order.totalXof - order.paidXof) : 0;
  const toOrder = Math.min(receivedXof, missing);
  const toClient = receivedXof - toOrder;
  const sides: { account: Account; xof: number }[] = [{ account: `order:${order.id}`, xof: toOrder }, { account: `client:${clientId}`, xof: toClient }];
  const isNew = await post(db, { tenantId, kind: 'received', refType: 'payment', refId: payment.id, at: now, debit: [{ account: TAKEN[payment.method]?.(clientId) ?? 'provider', xof: receivedXof }], credit: sides });
  if (!isNew) throw new Error('a payment was about to be booked twice');

  if (toOrder > 0) await paid(business, order, toOrder);
  return { toOrder, toClient, clientId, remaining: missing - toOrder, receipt: await paper(business, payment.id, receivedXof, missing - toOrder) };
}

async function paid(business: Business, order: Held, toOrder: number): Promise<void> {
  const paidXof = order.paidXof + BigInt(toOrder);
  const paidNow = await business.db.order.update({ where: { id: order.id }, data: { paidXof } });
  await record(business, order.id, [{ change: 'paid', field: 'paidXof', before: String(order.paidXof), after: String(paidXof) }]);
  await beginPaid(business, paidNow);
}

async function paper(business: Business, paymentId: string, receivedXof: number, remaining: number): Promise<{ year: number; seq: number }> {
  const { db, id: tenantId, now, timezone } = business;
  const year = Number(dayAt(now, timezone).slice(0, 4));
  const seq = await nextNumber(business, 'receipt', year);
  await db.receiptPaper.create({ data: { tenantId, year, seq, paymentId, amountXof: BigInt(receivedXof), remainingXof: BigInt(remaining), at: now } });
  return { year, seq };
}
