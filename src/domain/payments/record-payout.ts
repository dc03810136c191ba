import { createHash } from 'node:crypto';
import type { Refused } from '../../scope.ts';
import { balanceXof, post } from '../money/ledger.ts';
import type { Business } from '../tenants/business.ts';

/** `reference`: what the statement of the provider calls it, so that the same line is booked once. */
export type Payout = { amountXof: number; reference: string };

/** Books what the owner has had from the provider, as its statement says. */
export async function recordPayout(business: Business, { amountXof, reference }: Payout): Promise<{ isNew: boolean; leftXof: number } | Refused<'notYours' | 'nothing'>> {
  const { db, id: tenantId, now, role } = business;
  if (role !== 'owner') return { refused: 'notYours' };
  if (!Number.isSafeInteger(amountXof) || amountXof <= 0) return { refused: 'nothing' };
  const isNew = await post(db, { tenantId, kind: 'payout', refType: 'payout', refId: idOf(tenantId, reference), at: now, debit: [{ account: 'owner', xof: amountXof }], credit: [{ account: 'provider', xof: amountXof }] });
  return { isNew, leftXof: -(await balanceXof(db, tenantId, 'provider')) };
}

/** The ledger refers by ids, and a line of a statement has none: the same line has always the same. */
function idOf(tenantId: string, reference: string): string {
  const hex = createHash('sha256').update(`${tenantId} payout ${reference.trim()}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
