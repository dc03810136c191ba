import type { Business } from './business.ts';

/** The next number of a kind in a year. Whoever asks at the same time waits for this transaction: none is given twice, none is left out. */
export async function nextNumber({ db, id }: Pick<Business, 'db' | 'id'>, kind: 'order' | 'receipt' | 'sale' | 'count' | 'purchase' | 'debt' | 'till', year: number): Promise<number> {
  const [row] = await db.$queryRaw<{ last: number }[]>`
    INSERT INTO "Counter" ("tenantId", kind, year, last) VALUES (${id}::uuid, ${kind}, ${year}, 1)
    ON CONFLICT ("tenantId", kind, year) DO UPDATE SET last = "Counter".last + 1 RETURNING last`;
  if (row === undefined) throw new Error('a counter gave no number');
  return row.last;
}
