import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';

/** `what`: what was sold, or who has paid. */
export type Undoable = { kind: 'sale' | 'payment'; seq: number; what: string; amountXof: number; at: Date };

const REGRET_MS = 15 * 60_000;

/** The last thing that whoever asks did in the shop and may still undo. */
export async function lastUndoable({ db, id, actor, now }: Business): Promise<Undoable | undefined> {
  const since = new Date(now.getTime() - REGRET_MS);
  const [last] = await db.$queryRaw<{ kind: Undoable['kind']; seq: number; what: string; amount: bigint; at: Date }[]>`
    (SELECT 'sale' AS kind, s.seq, (SELECT string_agg(trim(p.name || ' ' || v.name), ', ' ORDER BY p.name) FROM "SaleLine" l JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId" WHERE l."saleId" = s.id) AS what, s."totalXof" AS amount, s."soldAt" AS at
      FROM "Sale" s WHERE s."tenantId" = ${id}::uuid AND s.by = ${actor} AND s."voidedAt" IS NULL AND s."soldAt" >= ${since}::timestamptz ORDER BY s."soldAt" DESC, s.seq DESC LIMIT 1)
    UNION ALL
    (SELECT 'payment', d.seq, p."fullName", -d."amountXof", d.at
      FROM "DebtEntry" d JOIN "Client" c ON c.id = d."clientId" JOIN "Person" p ON p.id = c."personId"
      WHERE d."tenantId" = ${id}::uuid AND d.by = ${actor} AND d.kind = 'payment' AND d.at >= ${since}::timestamptz AND NOT EXISTS (SELECT 1 FROM "DebtEntry" u WHERE u.undoes = d.id) ORDER BY d.id DESC LIMIT 1)
    ORDER BY at DESC LIMIT 1`;
  return last && { kind: last.kind, seq: last.seq, what: last.what, amountXof: xof(last.amount), at: last.at };
}
