import type { Order, OrderItem, Payment } from '../../generated/prisma/client.ts';
import { languageOf } from '../../i18n.ts';
import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import { fullNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import { letterheadOf } from '../tenants/letterhead.ts';
import { paidWith } from './paid-with.ts';
import { receiptNumber } from './receipt-number.ts';

export type CollectedReceipt = Exclude<Awaited<ReturnType<typeof collectReceipt>>, Refused>;

/**
 * All that stands on a receipt. What it says of money is as it was when it was given, whatever was paid since; the name is
 * as it is now, for who has everything deleted is named on no paper, and whether it still counts.
 */
export async function collectReceipt(business: Business, receiptId: string) {
  const { db, timezone } = business;
  const paper = await db.receiptPaper.findFirst({ where: { id: receiptId } });
  if (paper === null) return { refused: 'unknown' } satisfies Refused;
  const payment = await db.payment.findFirstOrThrow({ where: { id: paper.paymentId } });
  const order = await db.order.findFirstOrThrow({ where: { id: payment.refId }, include: { items: { orderBy: { id: 'asc' } } } });
  const { person } = await db.client.findFirstOrThrow({ where: { id: order.clientId }, include: { person: { select: { fullName: true, language: true } } } });
  const { toOrder, toClient, before } = await wentTo(business, payment, order);
  const remaining = xof(paper.remainingXof);
  const totalXof = toOrder > 0 ? before + toOrder + remaining : xof(order.totalXof ?? 0n);
  const { number, fileName } = receiptNumber(paper);
  return {
    fileName,
    receipt: {
      language: languageOf(person.language), business: letterheadOf(business), receiptNumber: number, orderNumber: fullNumber(order), clientName: person.fullName,
      lines: linesOf(order.items, totalXof), totalXof, paidNowXof: xof(paper.amountXof), method: paidWith(payment), paidBeforeXof: before,
      remainingXof: toClient > 0 ? -toClient : remaining, isVoid: payment.status === 'undone', at: paper.at, timezone,
    },
  };
}

/** Where the money went, and what the order had been paid before: the ledger knows, and never changes. */
async function wentTo({ db }: Business, { id }: Payment, order: Order): Promise<{ toOrder: number; toClient: number; before: number }> {
  const account = `order:${order.id}`;
  const entries = await db.ledgerEntry.findMany({ where: { refType: 'payment', refId: id, kind: 'received' }, orderBy: { id: 'asc' } });
  const credited = (belongs: (account: string) => boolean) => xof(entries.reduce((sum, entry) => (belongs(entry.account) ? sum + entry.creditXof : sum), 0n));
  const { _sum } = await db.ledgerEntry.aggregate({ where: { account, id: { lt: entries[0]?.id ?? 0n } }, _sum: { creditXof: true, debitXof: true } });
  return { toOrder: credited((each) => each === account), toClient: credited((each) => each.startsWith('client:')), before: xof((_sum.creditXof ?? 0n) - (_sum.debitXof ?? 0n)) };
}

/** What has no price of its own is what the rest of the total is for. */
function linesOf(items: OrderItem[], totalXof: number) {
  const priced = items.reduce((sum, { lineXof }) => sum + xof(lineXof ?? 0n), 0);
  const rest = Math.max(0, totalXof - priced);
  return items.map(({ description, qty, unitPriceXof, lineXof }) => {
    const count = Number(qty);
    return lineXof === null ? { description, qty: count, unitXof: Math.round(rest / count), lineXof: rest } : { description, qty: count, unitXof: xof(unitPriceXof ?? lineXof), lineXof: xof(lineXof) };
  });
}
