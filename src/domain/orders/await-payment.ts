import type { Business } from '../tenants/business.ts';
import { changeStatus, type Held } from './change-status.ts';
import { oweBack } from './owe-back.ts';
import { lineOf, tellClient, tellOwners } from './tell-about.ts';
import type { SetTimer } from './timers.ts';

/** A quarter of an hour after a cart was confirmed: others may have its goods. A payment that is under way finds them again or not. */
export async function freeCart(business: Business, order: Held, { since }: SetTimer): Promise<void> {
  await free(business, order, since);
}

/** A day after somebody said that they would pay at the counter. */
export async function freeUnpaid(business: Business, order: Held, { since }: SetTimer): Promise<void> {
  if (order.paidXof >= (order.totalXof ?? 0n)) return;
  await free(business, order, since);
  await tellOwners(business, order, { what: 'shopUnpaid', episode: since });
}

async function free(business: Business, order: Held, since: Date): Promise<void> {
  await changeStatus(business, order, 'expired');
  tellClient(business, order, { what: 'cartFreed', episode: since, purpose: 'payment', offers: [{ verb: 'retake', line: lineOf(business, order, 'payer') }] });
  await oweBack(business, order);
}
