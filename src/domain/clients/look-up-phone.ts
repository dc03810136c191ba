import type { Tx } from '../../db/open-database.ts';
import { canonicalPhone } from '../../phone.ts';
import type { Refused } from '../../scope.ts';

/** `clientId` is missing for somebody who holds the number and was never a client here. */
export type Holder = { personId: string; name: string; clientId: string | null };
/** `renewed`: typed in the eight digits of before, and offered in ten. */
export type KnownPhone = { phone: string; renewed: boolean; persons: Holder[] };

const OLD_BENIN = /^(?:(?:00)?229)?\d{8}$/;

/** A number as a workshop types it, and who is known by it: those who hold it, and its own clients who gave it. Outside the walls, for nobody else knows who holds a phone. */
export async function lookUpPhone(tx: Tx, tenantId: string, typed: string): Promise<KnownPhone | Refused<'phone'>> {
  const { country } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { country: true } });
  const phone = canonicalPhone(typed, country);
  if (phone === undefined) return { refused: 'phone' };
  return { phone, renewed: phone.startsWith('+22901') && OLD_BENIN.test(typed.replace(/\D/g, '')), persons: await holders(tx, tenantId, phone) };
}

const holders = (tx: Tx, tenantId: string, phone: string) => tx.$queryRaw<Holder[]>`
  WITH known AS (
    SELECT l."personId" FROM "Contact" c JOIN "ContactPerson" l ON l."contactId" = c.id WHERE c.phone = ${phone}
    UNION SELECT k."personId" FROM "Client" k WHERE k."tenantId" = ${tenantId}::uuid AND k.phone = ${phone})
  SELECT p.id::text AS "personId", p."fullName" AS name, k.id::text AS "clientId"
  FROM known JOIN "Person" p ON p.id = known."personId" LEFT JOIN "Client" k ON k."personId" = p.id AND k."tenantId" = ${tenantId}::uuid
  WHERE p."erasedAt" IS NULL ORDER BY k.id IS NULL, p."fullName", p.id`;
