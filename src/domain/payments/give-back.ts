import type { Payment, Refund } from '../../generated/prisma/client.ts';
import { post, type Account } from '../money/ledger.ts';
import { xof } from '../money/xof.ts';
import { holdOrder } from '../orders/change-status.ts';
import { lowerPaid } from '../orders/lower-paid.ts';
import type { Business } from '../tenants/business.ts';
import { creditXof } from './client-balance.ts';
import { trimAsked } from './refund-source.ts';

/** Books that the provider has given a payment back: out of the refund that was agreed for it, else out of the order it went to, and what is there no more out of the client's credit. */
export async function giveBack(business: Business, { id: paymentId, refId, clientId: payer }: Payment): Promise<number> {
  const { db, id: tenantId, now } = business;
  const order = await holdOrder(business, refId);
  if (order === null) throw new Error('a payment for an order that is not there');
  const clientId = payer ?? order.clientId;
  const taken = await db.ledgerEntry.findMany({ where: { refType: 'payment', refId: paymentId, kind: 'received', creditXof: { gt: 0n } } });
  const receivedXof = taken.reduce((sum, { creditXof: xofs }) => sum + xof(xofs), 0);
  const toOrder = taken.filter(({ account }) => account === `order:${refId}`).reduce((sum, { creditXof: xofs }) => sum + xof(xofs), 0);

  const open = await refundsOf(business, paymentId, refId);
  const agreed = open.find(({ status }) => status === 'agreed');
  const fromRefund = agreed === undefined ? 0 : Math.min(xof(agreed.amountXof), receivedXof);
  // The owner who goes to the provider first has answered there. What was agreed beyond this payment is still to be given back.
  const settled = agreed ?? open.find(({ amountXof }) => amountXof <= BigInt(receivedXof));
  const left = settled === undefined ? 0n : settled.amountXof - BigInt(Math.min(receivedXof, xof(settled.amountXof)));
  if (settled !== undefined) await db.refund.update({ where: { id: settled.id }, data: left > 0n ? { amountXof: left } : { status: 'paid', paidHow: 'provider', paidAt: now } });
  const fromOrder = Math.min(toOrder, receivedXof - fromRefund, xof(order.paidXof));
  if (fromOrder > 0) await lowerPaid(business, order, fromOrder);

  const debit: { account: Account; xof: number }[] = [
    { account: `refund:${agreed?.id ?? ''}`, xof: fromRefund },
    { account: `order:${refId}`, xof: fromOrder },
    { account: `client:${clientId}`, xof: receivedXof - fromRefund - fromOrder },
  ];
  await post(db, { tenantId, kind: 'refunded', refType: 'payment', refId: paymentId, at: now, debit, credit: [{ account: 'provider', xof: receivedXof }] });
  await trimAsked(business, { clientId: order.clientId, orderId: refId }, xof(order.paidXof) - fromOrder);
  await trimAsked(business, { clientId, orderId: null }, await creditXof(business, clientId));
  return receivedXof;
}

/** Those that this payment may settle, the agreed first, held until the transaction ends. */
async function refundsOf({ db, id: tenantId }: Business, paymentId: string, orderId: string): Promise<Refund[]> {
  await db.$queryRaw`
    SELECT id::text FROM "Refund" WHERE "tenantId" = ${tenantId}::uuid AND status IN ('asked', 'agreed')
      AND ("paymentId" = ${paymentId}::uuid OR ("paymentId" IS NULL AND "orderId" = ${orderId}::uuid)) FOR UPDATE`;
  return db.refund.findMany({ where: { status: { in: ['asked', 'agreed'] }, OR: [{ paymentId }, { paymentId: null, orderId }] }, orderBy: [{ status: 'asc' }, { id: 'asc' }] });
}
