import type { Prisma } from '../../db/open-database.ts';
import type { OrderItem } from '../../generated/prisma/client.ts';
import { dayOf } from '../calendar/day.ts';
import { balanceXof } from '../money/ledger.ts';
import { OWN } from '../measures/label-of.ts';
import { xof } from '../money/xof.ts';
import { receiptNumber } from '../payments/receipt-number.ts';
import { fullNumber } from '../spoken/order-number.ts';

export type CollectedClient = Awaited<ReturnType<typeof collectClient>>;

const ROWS_MAX = 1_000;

/** What one business keeps of a client: orders, measures, money, what they owe. For that person, and so across no wall but theirs. */
export async function collectClient(db: Prisma, { id: clientId, tenantId }: { id: string; tenantId: string }, person: { fullName: string }) {
  const oldest = { orderBy: { createdAt: 'asc' }, take: ROWS_MAX } as const;
  const orders = await db.order.findMany({ where: { tenantId, clientId }, include: { items: { orderBy: { id: 'asc' } } }, ...oldest });
  const [payments, profiles, creditXof, debts] = await Promise.all([
    db.payment.findMany({ where: { tenantId, refId: { in: orders.map(({ id }) => id) } }, ...oldest }),
    db.measureProfile.findMany({ where: { tenantId, clientId }, include: { versions: { orderBy: { takenAt: 'asc' } } }, ...oldest }),
    balanceXof(db, tenantId, `client:${clientId}`),
    db.debtEntry.findMany({ where: { tenantId, clientId }, orderBy: { id: 'asc' }, take: ROWS_MAX }),
  ]);
  const papers = await db.receiptPaper.findMany({ where: { paymentId: { in: payments.map(({ id }) => id) } }, orderBy: [{ year: 'asc' }, { seq: 'asc' }] });
  const numbers = new Map(orders.map((order) => [order.id, fullNumber(order)]));
  return {
    creditXof,
    owedXof: debts.reduce((sum, { amountXof }) => sum + xof(amountXof), 0),
    orders: orders.map(({ year, seq, description, status, createdAt, promisedOn, totalXof, paidXof, rating, items }) => ({
      number: fullNumber({ year, seq }), what: description, status, at: createdAt.toISOString(), promisedOn: promisedOn === null ? null : dayOf(promisedOn),
      totalXof: maybeXof(totalXof), paidXof: xof(paidXof), rating, lines: items.map(lineOf),
    })),
    measures: profiles.flatMap(({ label, versions }) => versions.map(({ values, source, takenAt }) => ({ whose: label === OWN ? person.fullName : label, at: takenAt.toISOString(), source, millimetres: values as Record<string, number> }))),
    payments: payments.map(({ createdAt, refId, amountXof, receivedXof, method, mode, phone, status }) => ({
      at: createdAt.toISOString(), order: numbers.get(refId) ?? null, amountXof: xof(amountXof), receivedXof: xof(receivedXof), method, mode, phone, status,
    })),
    receipts: papers.map(({ year, seq, amountXof, remainingXof, at }) => ({ number: receiptNumber({ year, seq }).number, at: at.toISOString(), amountXof: xof(amountXof), remainingXof: xof(remainingXof) })),
    debts: debts.map(({ at, kind, amountXof, paidHow }) => ({ at: at.toISOString(), kind, amountXof: xof(amountXof), paidHow })),
  };
}

const lineOf = ({ description, qty, lineXof }: OrderItem) => ({ description, qty: Number(qty), lineXof: maybeXof(lineXof) });
const maybeXof = (francs: bigint | null): number | null => (francs === null ? null : xof(francs));
