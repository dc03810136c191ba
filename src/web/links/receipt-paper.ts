import { inBusiness } from '../../domain/tenants/business.ts';
import { collectReceipt } from '../../domain/payments/collect-receipt.ts';
import { sendPaper, type LinkPage } from './link-page.ts';

/** Drawn anew each time from what is written: the same to the byte, as long as nobody had their name deleted. */
export const receiptPaper: LinkPage = async ({ db, texts }, { target, tenantId }, { res, at }) => {
  if (tenantId === null) return false;
  const found = await db.$transaction((tx) => inBusiness(tx, tenantId, { now: at, actor: 'system', role: 'system', channel: 'web' }, (business) => collectReceipt(business, target)));
  if ('refused' in found) return false;
  const { drawReceipt } = await import('../../../templates/pdf/receipt.ts'); // what draws is heavy, and not needed to start
  return sendPaper(res, await drawReceipt(texts, found.receipt), found.fileName);
};
