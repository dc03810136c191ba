import type { Tx } from '../../db/open-database.ts';
import { OPEN } from '../orders/lifecycle.ts';
import { LIVE } from '../payments/lifecycle.ts';

/** Under what an order is kept whose client had everything deleted, until it is handed over. */
export const initialsOf = (name: string): string => name.split(/[\s-]+/).flatMap((word) => word.match(/\p{L}/u) ?? []).map((letter) => `${letter.toUpperCase()}.`).join(' ') || '–';

/**
 * Takes what was left of people who were erased while they had an order: initials, measures, the words and photos they gave for it, the phone they paid with.
 * Orders, ledgers and receipts stay, and name nobody. Of one person, or of all for whom nothing is open and nothing owed any more, by either side. How many were finished.
 */
export async function finishErasing(tx: Tx, personId: string | null = null): Promise<number> {
  const people = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM "Person" p
    WHERE p."erasedAt" IS NOT NULL AND p."fullName" <> '' AND (${personId}::uuid IS NULL OR p.id = ${personId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM "Client" c JOIN "Order" o ON o."clientId" = c.id WHERE c."personId" = p.id AND o.status = ANY(${OPEN}))
      AND NOT EXISTS (SELECT 1 FROM "Client" c JOIN "Order" o ON o."clientId" = c.id JOIN "Payment" y ON y."tenantId" = o."tenantId" AND y."refId" = o.id WHERE c."personId" = p.id AND y.status = ANY(${LIVE}))
      AND NOT EXISTS (SELECT 1 FROM "Client" c JOIN "Refund" r ON r."tenantId" = c."tenantId" AND r."clientId" = c.id WHERE c."personId" = p.id AND r.status IN ('asked', 'agreed'))
      AND NOT EXISTS (SELECT 1 FROM "Client" c JOIN "LedgerEntry" l ON l."tenantId" = c."tenantId" AND l.account = 'client:' || c.id WHERE c."personId" = p.id GROUP BY c.id HAVING sum(l."creditXof" - l."debitXof") > 0)
      AND NOT EXISTS (SELECT 1 FROM "Client" c JOIN "DebtEntry" d ON d."tenantId" = c."tenantId" AND d."clientId" = c.id WHERE c."personId" = p.id GROUP BY c.id HAVING sum(d."amountXof") > 0)`;
  if (people.length === 0) return 0;

  const ids = people.map(({ id }) => id);
  const clients = await tx.client.findMany({ where: { personId: { in: ids } }, select: { id: true } });
  await forgetOrders(tx, clients.map(({ id }) => id));
  await tx.client.updateMany({ where: { personId: { in: ids } }, data: { phone: null, tags: [] } });
  await tx.person.updateMany({ where: { id: { in: ids } }, data: { fullName: '' } });
  return ids.length;
}

async function forgetOrders(tx: Tx, clientIds: string[]): Promise<void> {
  await tx.$executeRaw`SELECT erase_measures((SELECT coalesce(array_agg(id), '{}') FROM "MeasureProfile" WHERE "clientId" = ANY(${clientIds}::uuid[])))::text`;
  await tx.$executeRaw`UPDATE "MeasureProfile" SET label = id::text WHERE "clientId" = ANY(${clientIds}::uuid[])`;
  // What staff attached is the workshop's own work.
  await tx.$executeRaw`DELETE FROM "Media" m USING "OrderMedia" a JOIN "Order" o ON o.id = a."orderId" WHERE m."eventId" = a."eventId" AND o."clientId" = ANY(${clientIds}::uuid[]) AND a.by NOT LIKE 'member:%'`;
  await tx.$executeRaw`UPDATE "OrderMedia" a SET caption = NULL FROM "Order" o WHERE o.id = a."orderId" AND o."clientId" = ANY(${clientIds}::uuid[]) AND a.by NOT LIKE 'member:%'`;
  await tx.$executeRaw`UPDATE "Payment" y SET phone = NULL, "contactId" = NULL FROM "Order" o WHERE y."tenantId" = o."tenantId" AND y."refId" = o.id AND o."clientId" = ANY(${clientIds}::uuid[])`;
  // What is sewn is on the receipt too, by its line; in other words they may have named somebody.
  await tx.$executeRaw`UPDATE "Order" o SET description = coalesce((SELECT i.description FROM "OrderItem" i WHERE i."orderId" = o.id ORDER BY i.id LIMIT 1), '') WHERE o."clientId" = ANY(${clientIds}::uuid[])`;
}

/** Letters whose photo or voice note is needed until an order of this person is handed over. */
export async function filesInUse(tx: Tx, personId: string): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT a."eventId" AS id FROM "Client" c JOIN "Order" o ON o."clientId" = c.id JOIN "OrderMedia" a ON a."orderId" = o.id
    WHERE c."personId" = ${personId}::uuid AND o.status = ANY(${OPEN})`;
  return rows.map(({ id }) => id);
}
