import type { Tx } from '../../db/open-database.ts';
import { displayPhone } from '../../phone.ts';
import { settingsOf } from './settings.ts';

/** Where a client calls a business: the number that it gives, else its owner's. Outside the walls, where phones are. */
export async function phoneOf(tx: Tx, tenantId: string): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ settings: unknown; country: string; phone: string | null }[]>`
    SELECT t.settings, t.country, (
      SELECT k.phone FROM "Member" m JOIN "ContactPerson" cp ON cp."personId" = m."personId" JOIN "Contact" k ON k.id = cp."contactId"
      WHERE m."tenantId" = t.id AND m.role = 'owner' AND m.status = 'active' AND k.phone IS NOT NULL AND k."mergedIntoId" IS NULL ORDER BY m."createdAt" LIMIT 1) AS phone
    FROM "Tenant" t WHERE t.id = ${tenantId}::uuid`;
  if (row === undefined) return undefined;
  return settingsOf(row.settings).phone ?? (row.phone === null ? undefined : displayPhone(row.phone, row.country));
}
