import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';

export type Owing = { clientId: string; name: string; owedXof: number };
/** `next`: where the rest begins. */
export type DebtList = { rows: Owing[]; count: number; totalXof: number; next: number | undefined };

/** Who owes the shop, the largest first, and all of it together. */
export async function listDebtors({ db, id }: Business, from: number, limit: number): Promise<DebtList> {
  const rows = await db.$queryRaw<(Omit<Owing, 'owedXof'> & { owed: bigint; count: number; total: bigint })[]>`
    WITH owing AS (SELECT "clientId", sum("amountXof")::bigint AS owed FROM "DebtEntry" WHERE "tenantId" = ${id}::uuid GROUP BY "clientId" HAVING sum("amountXof") > 0)
    SELECT o."clientId"::text, p."fullName" AS name, o.owed, (count(*) OVER ())::int AS count, (sum(o.owed) OVER ())::bigint AS total
    FROM owing o JOIN "Client" c ON c.id = o."clientId" JOIN "Person" p ON p.id = c."personId"
    ORDER BY o.owed DESC, p."fullName", o."clientId" OFFSET ${from}::int LIMIT ${limit + 1}`;
  const [{ count, total } = { count: 0, total: 0n }] = rows;
  return { rows: rows.slice(0, limit).map(({ clientId, name, owed }) => ({ clientId, name, owedXof: xof(owed) })), count, totalXof: xof(total), next: rows.length > limit ? from + limit : undefined };
}
