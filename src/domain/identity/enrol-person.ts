import type { Tx } from '../../db/open-database.ts';

/** Somebody whom another person tells us of, on their own number where they have one. To be called outside the walls: no business owns a person. */
export async function enrolPerson(tx: Tx, { name, phone, now }: { name: string; phone?: string | undefined; now: Date }): Promise<string> {
  const { id } = await tx.person.create({ data: { fullName: name.trim(), createdAt: now } });
  if (phone === undefined) return id;
  await tx.contact.createMany({ data: { key: phone, phone, createdAt: now }, skipDuplicates: true });
  const contact = await tx.contact.findUniqueOrThrow({ where: { phone }, select: { id: true, _count: { select: { persons: true } } } });
  await tx.contactPerson.create({ data: { contactId: contact.id, personId: id, isDefault: contact._count.persons === 0, createdAt: now } });
  return id;
}
