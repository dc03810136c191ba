import { canonicalPhone, displayPhone } from '../phone.ts';
import type { Prisma } from './open-database.ts';

/** Who paid from another phone than the client's. `name` is the number where this business does not know whose it is. */
export type Payer = { name: string; phone: string };
type Known = { isClient: boolean; phone: string; name: string };
type Paid = { tenantId: string; clientId: string; country: string };

/**
 * Undefined when it was the client, on whatever phone of theirs, or when there is none to compare it with. Asked outside the
 * walls, behind which nobody sees who holds a phone, and of the clients of one business only.
 */
export async function payerOf(db: Pick<Prisma, '$queryRaw'>, { tenantId, clientId, country }: Paid, seen: string): Promise<Payer | undefined> {
  const phone = canonicalPhone(seen, country) ?? seen;
  const known = await db.$queryRaw<Known[]>`
    WITH near AS (
      SELECT c.id, c."personId", c.phone FROM "Client" c WHERE c."tenantId" = ${tenantId}::uuid AND (c.id = ${clientId}::uuid OR c.phone = ${phone}
        OR c."personId" IN (SELECT l."personId" FROM "Contact" x JOIN "ContactPerson" l ON l."contactId" = x.id WHERE x.phone = ${phone} AND x."mergedIntoId" IS NULL))),
    phones AS (
      SELECT id, "personId", phone FROM near WHERE phone IS NOT NULL
      UNION SELECT near.id, near."personId", x.phone FROM near JOIN "ContactPerson" l ON l."personId" = near."personId" JOIN "Contact" x ON x.id = l."contactId" WHERE x.phone IS NOT NULL AND x."mergedIntoId" IS NULL)
    SELECT phones.id = ${clientId}::uuid AS "isClient", phones.phone, p."fullName" AS name FROM phones JOIN "Person" p ON p.id = phones."personId" ORDER BY phones.id`;
  const own = known.filter(({ isClient }) => isClient).map((each) => canonicalPhone(each.phone, country) ?? each.phone);
  if (own.length === 0 || own.includes(phone)) return undefined;
  return { phone, name: known.find((each) => !each.isClient && (canonicalPhone(each.phone, country) ?? each.phone) === phone)?.name ?? displayPhone(phone, country) };
}
