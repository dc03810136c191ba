import type { Prisma } from '../../db/open-database.ts';

/** What contacts are called: the person each usually is, else the name its network shows. A stranger is absent. */
export async function contactNames(db: Prisma, contactIds: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; name: string | null }[]>`
    SELECT c.id::text, coalesce(
      (SELECT nullif(p."fullName", '') FROM "ContactPerson" cp JOIN "Person" p ON p.id = cp."personId" WHERE cp."contactId" = c.id ORDER BY cp."isDefault" DESC, cp."createdAt" LIMIT 1),
      (SELECT i.name FROM "ChannelIdentity" i WHERE i."contactId" = c.id AND i.name <> '' ORDER BY i."lastSeenAt" DESC LIMIT 1)) AS name
    FROM "Contact" c WHERE c.id = ANY(${contactIds}::uuid[])`;
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}

/** Rows about a person who may have no name (any more) are called what their contact is called. */
export async function withNames<Row extends { contactId: string; name: string | null }>(db: Prisma, rows: Row[]): Promise<Row[]> {
  const names = await contactNames(db, rows.filter(({ name }) => !name).map(({ contactId }) => contactId));
  return rows.map((row) => ({ ...row, name: row.name || (names.get(row.contactId) ?? null) }));
}
