import type { Tx } from '../../db/open-database.ts';

/** Clients of this person to whom a business still has money to give: agreed or asked back, or paid ahead and not used. */
export async function stillOwed(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id::text FROM "Client" c
    WHERE c."personId" = ${personId}::uuid AND (
      EXISTS (SELECT 1 FROM "Refund" r WHERE r."tenantId" = c."tenantId" AND r."clientId" = c.id AND r.status IN ('asked', 'agreed'))
      OR (SELECT sum(l."creditXof" - l."debitXof") FROM "LedgerEntry" l WHERE l."tenantId" = c."tenantId" AND l.account = 'client:' || c.id) > 0)`;
  return rows.map(({ id }) => id);
}
