import type { Tx } from '../../db/open-database.ts';
import { xof } from '../money/xof.ts';

export type ListedReceipt = { paymentId: string; tenantId: string; year: number; seq: number; amountXof: number; order: number; /** Of money that was noted by mistake. */ isVoid: boolean };

/** What two parts of an SMS hold. */
const RECEIPTS_MAX = 6;

/** The receipts of a person, the latest first; of one order where one is meant. Outside the walls: they may be client of several businesses. */
export async function listReceipts(tx: Tx, personId: string, orderId: string | undefined): Promise<ListedReceipt[]> {
  const rows = await tx.$queryRaw<(Omit<ListedReceipt, 'amountXof'> & { amountXof: bigint })[]>`
    SELECT r."paymentId"::text, r."tenantId"::text, r.year, r.seq, r."amountXof", o.seq AS order, p.status = 'undone' AS "isVoid"
    FROM "Client" c JOIN "Order" o ON o."tenantId" = c."tenantId" AND o."clientId" = c.id
      JOIN "Payment" p ON p."tenantId" = o."tenantId" AND p."refId" = o.id AND p.purpose = 'order' JOIN "ReceiptPaper" r ON r."paymentId" = p.id
    WHERE c."personId" = ${personId}::uuid AND (${orderId ?? null}::uuid IS NULL OR o.id = ${orderId ?? null}::uuid)
    ORDER BY r.at DESC, r.id DESC LIMIT ${RECEIPTS_MAX}`;
  return rows.map(({ amountXof, ...row }) => ({ ...row, amountXof: xof(amountXof) }));
}
