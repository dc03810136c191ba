import type { ReceiptCommands } from '../../../flows/money/receipts.ts';
import { grouped } from '../../domain/money/xof.ts';
import { linkReceipt } from '../../domain/payments/link-receipt.ts';
import { listReceipts } from '../../domain/payments/list-receipts.ts';
import { receiptNumber } from '../../domain/payments/receipt-number.ts';
import type { Scope } from '../../scope.ts';
import { clientWork, whoBuys } from './client-work.ts';
import { LINE_CHARS, linesOf } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { wordsFor } from './wording.ts';

/** « 12 500 000F annulé ». */
const AMOUNT_CHARS = 19;
const papersOf = ({ db }: Scope, personId: string, orderId: string) => listReceipts(db, personId, orderId === '' ? undefined : orderId);

export const receiptCommands: Handlers<Omit<ReceiptCommands, 'order.findOwn'>> = {
  'receipt.list': async (scope, { orderId }) => {
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const papers = await papersOf(scope, buyer.personId, orderId);
    const say = wordsFor(scope);
    return { papers: papers.map((paper) => ({ id: paper.paymentId, label: linesOf([receiptNumber(paper).number], LINE_CHARS - AMOUNT_CHARS, paper.isVoid ? `${grouped(paper.amountXof)}F ${say('receipts.void')}` : `${grouped(paper.amountXof)}F`) })) };
  },
  'receipt.open': async (scope, { orderId, paymentId }) => {
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const own = (await papersOf(scope, buyer.personId, orderId)).find((paper) => paper.paymentId === paymentId);
    if (own === undefined) return { refused: 'unknown' };
    return clientWork(scope, own.tenantId, async (business) => {
      const linked = await linkReceipt(business, paymentId);
      return 'refused' in linked ? linked : { paper: { ...linked, state: own.isVoid ? 'void' : 'valid', url: `${scope.publicUrl}${linked.url}` } };
    });
  },
};
