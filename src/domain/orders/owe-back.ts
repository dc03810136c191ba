import { xof } from '../money/xof.ts';
import { oweRefund } from '../payments/refunds.ts';
import { fullNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import type { Held } from './change-status.ts';
import { record } from './history.ts';
import { tellClient, tellOwners } from './tell-about.ts';

/** Money of an order that is given up stays on it until it is given back: the history says how much, both sides know, and it waits among what the owner has to give back. */
export async function oweBack(business: Business, order: Held): Promise<number> {
  const paid = xof(order.paidXof);
  if (paid === 0) return 0;
  await record(business, order.id, [{ change: 'refundDue', field: 'paidXof', after: String(paid) }]);
  tellClient(business, order, { what: 'refundDue', episode: 'cancelled', purpose: 'payment', values: { paid } });
  await tellOwners(business, order, { what: 'refundToGive', episode: 'cancelled', purpose: 'payment', values: { paid }, offers: [{ verb: 'refund', line: `rembourser ${fullNumber(order)}` }] });
  await oweRefund(business, { clientId: order.clientId, orderId: order.id, amountXof: paid, cause: 'cancelled' });
  return paid;
}
