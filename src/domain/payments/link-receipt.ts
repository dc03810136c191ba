import type { Refused } from '../../scope.ts';
import { shortLink } from '../tenants/short-link.ts';
import type { Business } from '../tenants/business.ts';
import { receiptNumber } from './receipt-number.ts';

/** The receipt of a payment as a document that a notice can carry. Money that has not come has none. */
export async function linkReceipt(business: Business, paymentId: string): Promise<{ url: string; fileName: string } | Refused<'unknown'>> {
  const paper = await business.db.receiptPaper.findFirst({ where: { paymentId }, select: { id: true, year: true, seq: true } });
  if (paper === null) return { refused: 'unknown' };
  return { url: await shortLink(business, 'receipt', paper.id), fileName: receiptNumber(paper).fileName };
}
