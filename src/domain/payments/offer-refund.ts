import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { holdSource, type Source } from './refund-source.ts';

/** What a client may ask back for an order, and where it lies: on the order, else as their credit. */
export type RefundOffer = { mostXof: number; from: 'order' | 'credit' };
/** `open`: one waits already, for the owner's answer or to be given back. */
export type NotOffered = Refused<'nothing'> | (Refused<'open'> & { amountXof: number; stands: 'asked' | 'agreed'; at: Date });

export async function offerRefund(business: Business, { clientId, orderId }: { clientId: string; orderId: string }): Promise<RefundOffer | NotOffered> {
  const paid = await free(business, { clientId, orderId });
  if (paid !== undefined) return paid.refused === undefined ? { mostXof: paid.mostXof, from: 'order' } : paid;
  const credit = await free(business, { clientId, orderId: null });
  if (credit !== undefined) return credit.refused === undefined ? { mostXof: credit.mostXof, from: 'credit' } : credit;
  return { refused: 'nothing' };
}

/** Undefined where nothing lies and nothing waits. */
async function free(business: Business, source: Source): Promise<({ mostXof: number; refused?: undefined }) | Extract<NotOffered, { stands: string }> | undefined> {
  const open = await business.db.refund.findFirst({ where: { ...source, status: { in: ['asked', 'agreed'] } }, orderBy: { id: 'desc' } });
  if (open !== null) return { refused: 'open', amountXof: xof(open.amountXof), stands: open.status === 'agreed' ? 'agreed' : 'asked', at: open.createdAt };
  const mostXof = (await holdSource(business, source))?.freeXof ?? 0;
  return mostXof > 0 ? { mostXof } : undefined;
}
