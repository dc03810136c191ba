import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { changeStatus, holdOrder } from './change-status.ts';
import { lineOf, tellClient } from './tell-about.ts';

/** The owner begins without the deposit, and says why. */
export async function waiveDeposit(business: Business, orderId: string, reason: string): Promise<{ waivedXof: bigint } | Refused<'unknown' | 'noReason' | 'impossible'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  if (reason.trim() === '') return { refused: 'noReason' };
  if (order.status !== 'confirmed') return { refused: 'impossible' };
  const changed = await changeStatus(business, order, 'in_progress', reason);
  if ('refused' in changed) return changed;
  tellClient(business, order, { what: 'begun', episode: business.now, offers: [{ verb: 'where', line: lineOf(business, order, 'ou est') }] });
  return { waivedXof: order.depositXof - order.paidXof };
}
