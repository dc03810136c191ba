import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { changeStatus, holdOrder, refuseChange, type Held } from './change-status.ts';
import type { OrderStatus } from './lifecycle.ts';
import { oweBack } from './owe-back.ts';
import { tellClient, tellOwners } from './tell-about.ts';

/** `owedXof`: what was paid and is to be given back. */
export type Cancelled = { from: OrderStatus; owedXof: number };

/** Gives an order up: its client while nothing is paid ahead and nothing is sewn, the owner until it is handed over. The other side is told. */
export async function cancelOrder(business: Business, orderId: string, reason: string): Promise<Cancelled | Refused<'unknown' | 'impossible'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  if (business.role === 'client' && !(await isTheirs(business, order))) return refuseChange(business, order, 'cancelled', reason);
  const changed = await changeStatus(business, order, 'cancelled', reason);
  if ('refused' in changed) return changed;
  if (business.role === 'client') await tellGivenUp(business, order);
  else tellClient(business, order, { what: 'cancelled', episode: 'cancelled', offers: [{ verb: 'call', line: 'humain' }] });
  return { ...changed, owedXof: await oweBack(business, order) };
}

/** What is paid and being prepared is the owner's to give up; so is work, but where no deposit was asked it begins as the order is given, and nobody has cut anything yet. */
async function isTheirs({ db }: Business, { id, status, depositXof, paidXof }: Held): Promise<boolean> {
  if (status === 'preparing') return paidXof === 0n;
  if (status !== 'in_progress') return true;
  return depositXof === 0n && paidXof === 0n && (await db.orderTask.findFirst({ where: { orderId: id, doneAt: { not: null } }, select: { id: true } })) === null;
}

/** Of a cart that waited for its money the owners have not heard. */
async function tellGivenUp(business: Business, order: Held): Promise<void> {
  if (order.kind !== 'shop') return tellOwners(business, order, { what: 'cancelledByClient', episode: 'cancelled' });
  if (order.status === 'preparing') await tellOwners(business, order, { what: 'shopCancelled', episode: 'cancelled' });
}
