import { COMBINING } from '../clients/search-clients.ts';
import { xof } from '../money/xof.ts';
import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';

/** A client of the shop, and what they owe it. */
export type Debtor = { clientId: string; name: string; phone: string | null; owedXof: number };
type Row = Omit<Debtor, 'owedXof'> & { owed: bigint };

/** More do not fit two SMS: then more of the name is asked for. */
export const DEBTORS_MAX = 6;

/** Clients of the shop as people say them: by the beginnings of their names in any order, whatever the accents, or by all of their phone. Whoever owes something comes first. */
export async function findDebtors({ db, id }: Business, said: string): Promise<Debtor[]> {
  const digits = said.replace(/\D/g, '');
  const byPhone = !/\p{L}/u.test(said);
  const wanted = byPhone ? [`%${digits}`] : plain(said).split(' ').map((word) => `% ${word}%`);
  if (byPhone ? digits === '' : plain(said) === '') return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id::text AS "clientId", p."fullName" AS name, c.phone, d.owed
    FROM "Client" c JOIN "Person" p ON p.id = c."personId",
      LATERAL (SELECT coalesce(sum(e."amountXof"), 0)::bigint AS owed FROM "DebtEntry" e WHERE e."tenantId" = c."tenantId" AND e."clientId" = c.id) d
    WHERE c."tenantId" = ${id}::uuid AND p."erasedAt" IS NULL
      AND CASE WHEN ${byPhone} THEN c.phone ELSE ' ' || regexp_replace(lower(regexp_replace(normalize(p."fullName", NFD), ${COMBINING}, '', 'g')), '[^[:alnum:]]+', ' ', 'g') END LIKE ALL (${wanted})
    ORDER BY d.owed > 0 DESC, p."fullName", c.id LIMIT ${DEBTORS_MAX + 1}`;
  return rows.map(({ owed, ...rest }) => ({ ...rest, owedXof: xof(owed) }));
}

/** The one that was picked from a list. */
export async function debtorOf({ db }: Business, clientId: string): Promise<Debtor | undefined> {
  const client = await db.client.findFirst({ where: { id: clientId, person: { erasedAt: null } }, select: { phone: true, person: { select: { fullName: true } } } });
  return client === null ? undefined : { clientId, name: client.person.fullName, phone: client.phone, owedXof: await owedXof({ db }, clientId) };
}

/** What they owe: the sum of all that was written. Below nothing, the shop owes them. */
export async function owedXof({ db }: Pick<Business, 'db'>, clientId: string): Promise<number> {
  const { _sum } = await db.debtEntry.aggregate({ where: { clientId }, _sum: { amountXof: true } });
  return xof(_sum.amountXof ?? 0n);
}
