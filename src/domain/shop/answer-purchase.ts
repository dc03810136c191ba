import type { Refused } from '../../scope.ts';
import { dateOf, type Day } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import { holdPurchase } from './hold-purchase.ts';
import { becomePurchase } from './purchase-lifecycle.ts';
import { purchaseNumber } from './purchase-number.ts';

export type SupplierSays = { yes: true; day?: Day } | { yes: false };

/** The word of a supplier on what was ordered of them. They may name the day later, or another one; the owner is told each time. */
export async function answerPurchase(business: Business, purchaseId: string, says: SupplierSays): Promise<{ number: string } | Refused<'over'>> {
  const { notices, now, code } = business;
  const purchase = await holdPurchase(business, { id: purchaseId });
  if (purchase === undefined) return { refused: 'over' };
  const { id, seq, supplier, status } = purchase;
  const day = says.yes ? says.day : undefined;
  const to = !says.yes ? 'refused' : status === 'partial' ? 'partial' : 'confirmed';
  const eta = day === undefined ? {} : { etaOn: dateOf(day), lateToldAt: null };
  const became = status !== 'received' && await becomePurchase(business, { id, from: status, to, more: { answeredAt: now, ...(says.yes ? eta : { etaOn: null }) } });
  if (!became) return { refused: 'over' };
  const number = purchaseNumber(seq);
  const what = !says.yes ? 'purchaseRefused' : day === undefined ? 'purchaseConfirmed' : 'purchaseDated';
  notices.push({
    key: `purchase:${id}:answer:${String(now.getTime())}`, to: { owners: true }, what, purpose: 'order', values: { supplier, number, ...(day === undefined ? {} : { day }) },
    offers: [{ verb: 'purchase', line: `bc ${String(seq)} ${code}` }],
  });
  return { number };
}

/** It is wanted no more: the supplier is told, unless they have not heard of it yet. What has come of it stays. */
export async function cancelPurchase(business: Business, seq: number): Promise<{ supplier: string } | Refused<'unknown' | 'over'>> {
  const purchase = await holdPurchase(business, { seq });
  if (purchase === undefined) return { refused: 'unknown' };
  const { id, supplier, phone, status } = purchase;
  if (!(await becomePurchase(business, { id, from: status, to: 'cancelled' })) || status === 'cancelled') return { refused: 'over' };
  const orElse = { key: `purchase:${id}:cancelled`, to: { phone }, what: 'purchaseCancelled', purpose: 'order' as const, values: { business: business.name, number: purchaseNumber(seq) } };
  business.takesBack.push({ keys: `purchase:${id}:asked`, ...(status === 'refused' ? {} : { orElse }) });
  return { supplier };
}
