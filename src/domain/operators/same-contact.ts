import type { Prisma, Tx } from '../../db/open-database.ts';

/** A contact and those merged into it: what they said stays under the id it was said under. */
export async function sameContact(db: Prisma | Tx, contactId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE same AS (
      SELECT id FROM "Contact" WHERE id = ${contactId}::uuid
      UNION SELECT c.id FROM "Contact" c JOIN same s ON c."mergedIntoId" = s.id)
    SELECT id::text FROM same`;
  return rows.map(({ id }) => id);
}
