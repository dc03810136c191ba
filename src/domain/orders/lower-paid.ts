import type { Business } from '../tenants/business.ts';
import type { Held } from './change-status.ts';
import { record } from './history.ts';

/** Money of an order goes elsewhere: so much less of it is paid. Where it stands is not changed. What is given back for a garment that is handed over is no debt: its price is as much lower. */
export async function lowerPaid(business: Business, order: Held, xof: number): Promise<void> {
  const paidXof = order.paidXof - BigInt(xof);
  const totalXof = order.status === 'delivered' && order.totalXof !== null ? order.totalXof - BigInt(xof) : order.totalXof;
  await business.db.order.update({ where: { id: order.id }, data: { paidXof, totalXof } });
  await record(business, order.id, [
    { change: 'refunded', field: 'paidXof', before: String(order.paidXof), after: String(paidXof) },
    ...(totalXof === order.totalXof ? [] : [{ change: 'refunded', field: 'totalXof', before: String(order.totalXof), after: String(totalXof) }]),
  ]);
}
