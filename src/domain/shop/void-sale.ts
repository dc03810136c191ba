import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { bringBack, type Returned } from './bring-back.ts';

export type Voided = { seq: number; totalXof: number; lines: Returned[] };

/** Whoever sold may say so for so long; later only the owner. */
const REGRET_MS = 15 * 60_000;

/** `seq` of V-318, or without one the last sale of whoever asks. What was sold comes back at what it cost, and both stay written. What a client has ordered is given up as an order. */
export async function voidSale(business: Business, seq: number | undefined): Promise<Voided | Refused<'unknown' | 'voided' | 'late' | 'ordered'>> {
  const { db, id: tenantId, now, actor, role } = business;
  const [sale] = await db.$queryRaw<{ id: string; seq: number; totalXof: bigint; clientId: string | null; orderId: string | null; paidHow: string; soldAt: Date; voidedAt: Date | null }[]>`
    SELECT id::text, seq, "totalXof", "clientId"::text, "orderId"::text, "paidHow", "soldAt", "voidedAt" FROM "Sale"
    WHERE "tenantId" = ${tenantId}::uuid AND CASE WHEN ${seq ?? null}::int IS NULL THEN by = ${actor} AND "voidedAt" IS NULL ELSE seq = ${seq ?? null}::int END
    ORDER BY seq DESC LIMIT 1 FOR UPDATE`;
  if (sale === undefined) return { refused: 'unknown' };
  if (sale.voidedAt !== null) return { refused: 'voided' };
  if (sale.orderId !== null) return { refused: 'ordered' };
  if (role !== 'owner' && now.getTime() - sale.soldAt.getTime() > REGRET_MS) return { refused: 'late' };

  const lines = await bringBack(business, sale);
  if (sale.paidHow === 'credit' && sale.clientId !== null) await db.debtEntry.create({ data: { tenantId, clientId: sale.clientId, saleId: sale.id, amountXof: -sale.totalXof, kind: 'void', by: actor, key: `void:${sale.id}`, at: now }, select: { id: true } });
  return { seq: sale.seq, totalXof: Number(sale.totalXof), lines };
}
