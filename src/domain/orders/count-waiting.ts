import type { Tx } from '../../db/open-database.ts';

/** Orders of a client that are neither finished nor given up. Outside the walls: a person may be client of several businesses. */
export async function countOpenOrders(db: Tx, clientIds: string[]): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Order"
    WHERE "clientId" = ANY(${clientIds}::uuid[]) AND "endedAt" IS NULL`;
  return row?.count ?? 0;
}
