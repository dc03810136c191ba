import type { Prisma } from '../../db/open-database.ts';
import { canonicalPhone } from '../../phone.ts';

/** By its number, however an operator of this country types it. */
export async function findContact(db: Prisma, typed: string, country: string): Promise<string | undefined> {
  const phone = canonicalPhone(typed, country);
  const contact = phone === undefined ? null : await db.contact.findUnique({ where: { phone }, select: { id: true } });
  return contact?.id;
}
