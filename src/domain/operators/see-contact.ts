import type { Prisma } from '../../db/open-database.ts';
import { contactNames } from './contact-names.ts';

export type SeenContact = { id: string; key: string; phone: string | null; name: string | null; mergedIntoId: string | null };

export async function seeContact(db: Prisma, contactId: string): Promise<SeenContact | undefined> {
  const contact = await db.contact.findUnique({ where: { id: contactId }, select: { id: true, key: true, phone: true, mergedIntoId: true } });
  if (contact === null) return undefined;
  const names = await contactNames(db, [contactId]);
  return { ...contact, name: names.get(contactId) ?? null };
}
