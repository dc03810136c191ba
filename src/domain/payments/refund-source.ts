import type { Account } from '../money/ledger.ts';
import { xof } from '../money/xof.ts';
import { holdOrder, type Held } from '../orders/change-status.ts';
import type { Business } from '../tenants/business.ts';
import { creditXof, holdClient } from './client-balance.ts';

/** Where money lies that may be given back: on an order, or as its client's credit. */
export type Source = { clientId: string; orderId: string | null };
export type HeldSource = Source & { account: Account; order: Held | undefined; /** All of it. */ holdsXof: number; /** What nobody has asked back yet. */ freeXof: number };

/** Nobody else moves its money until the transaction ends. Undefined for an order that is not there, or somebody else's. Always held before a refund is. */
export async function holdSource(business: Business, source: Source): Promise<HeldSource | undefined> {
  const { clientId, orderId } = source;
  if (orderId === null) {
    await holdClient(business, clientId);
    const holdsXof = Math.max(0, await creditXof(business, clientId));
    return { ...source, account: `client:${clientId}`, order: undefined, holdsXof, freeXof: holdsXof - (await askedXof(business, source)) };
  }
  const order = await holdOrder(business, orderId);
  if (order === null || order.clientId !== clientId) return undefined;
  const holdsXof = xof(order.paidXof);
  return { ...source, account: `order:${orderId}`, order, holdsXof, freeXof: holdsXof - (await askedXof(business, source)) };
}

async function askedXof({ db }: Business, source: Source): Promise<number> {
  const { _sum } = await db.refund.aggregate({ where: { ...source, status: 'asked' }, _sum: { amountXof: true } });
  return xof(_sum.amountXof ?? 0n);
}

/** Money has gone elsewhere: no more of it is asked back than is still there, what was asked first going first. Who calls it holds the source. */
export async function trimAsked(business: Business, source: Source, holdsXof: number): Promise<void> {
  const { db } = business;
  const asked = await db.refund.findMany({ where: { ...source, status: 'asked' }, orderBy: { id: 'asc' }, select: { id: true, amountXof: true } });
  let left = BigInt(Math.max(0, holdsXof));
  for (const { id, amountXof } of asked) {
    const kept = amountXof < left ? amountXof : left;
    left -= kept;
    if (kept < amountXof) await db.refund.update({ where: { id }, data: kept === 0n ? { status: 'gone' } : { amountXof: kept } });
  }
}
