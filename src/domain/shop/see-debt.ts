import { dayAt, type Day } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { debtorOf, type Debtor } from './find-debtor.ts';

export type DebtKind = 'sale' | 'void' | 'payment' | 'undone';
/** `seq`: of V-318 or of P-12. */
export type DebtLine = { day: Day; kind: DebtKind; seq: number; amountXof: number };
/** `since`: the day from which they have always owed something. `next`: the key of what was written before. */
export type Debt = Debtor & { since: Day | null; lines: DebtLine[]; next: string | undefined };

type Row = { id: bigint; at: Date; kind: DebtKind; seq: number | null; amountXof: bigint };

/** What a client owes, since when, and what it is made of, the newest first. */
export async function seeDebt(business: Business, clientId: string, { before, limit }: { before?: string; limit: number }): Promise<Debt | undefined> {
  const { db, id: tenantId, timezone } = business;
  const debtor = await debtorOf(business, clientId);
  if (debtor === undefined) return undefined;
  const [began] = await db.$queryRaw<{ at: Date }[]>`
    WITH sums AS (SELECT id, at, sum("amountXof") OVER (ORDER BY id) AS owed FROM "DebtEntry" WHERE "tenantId" = ${tenantId}::uuid AND "clientId" = ${clientId}::uuid)
    SELECT at FROM sums WHERE owed > 0 AND id > coalesce((SELECT max(id) FROM sums WHERE owed <= 0), 0) ORDER BY id LIMIT 1`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.id, d.at, d.kind, coalesce(d.seq, s.seq, u.seq) AS seq, d."amountXof" FROM "DebtEntry" d LEFT JOIN "Sale" s ON s.id = d."saleId" LEFT JOIN "DebtEntry" u ON u.id = d.undoes
    WHERE d."tenantId" = ${tenantId}::uuid AND d."clientId" = ${clientId}::uuid AND (${before ?? null}::bigint IS NULL OR d.id < ${before ?? null}::bigint) ORDER BY d.id DESC LIMIT ${limit + 1}`;
  const shown = rows.slice(0, limit);
  return {
    ...debtor, since: began === undefined ? null : dayAt(began.at, timezone), next: rows.length > limit ? String(shown.at(-1)?.id) : undefined,
    lines: shown.map(({ at, kind, seq, amountXof }) => ({ day: dayAt(at, timezone), kind, seq: seq ?? 0, amountXof: xof(amountXof) })),
  };
}
