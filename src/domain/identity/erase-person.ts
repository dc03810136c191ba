import type { Refused, Scope } from '../../scope.ts';

/**
 * Deletion on request: the name goes, and every text this phone exchanged, when nobody else uses the phone.
 * Ids, times and ledgers stay. Somebody who runs a business must hand it over first.
 */
export async function erasePerson({ db, who, desk, now }: Scope): Promise<object | Refused<'unknown' | 'staff'>> {
  const { personId, contactId } = who;
  if (personId === null) return { refused: 'unknown' };
  if (desk.members.some((member) => member.personId === personId)) return { refused: 'staff' };

  const alone = desk.persons.length === 1;
  await db.person.update({ where: { id: personId }, data: { fullName: '', erasedAt: now } });
  await db.contactPerson.deleteMany({ where: { personId } });
  await db.client.updateMany({ where: { personId }, data: { phone: null } });
  await db.lead.deleteMany({ where: { personId } });
  await db.shortLink.deleteMany({ where: { target: personId } });
  if (alone) {
    await db.channelIdentity.updateMany({ where: { contactId }, data: { name: null } });
    await db.$executeRaw`
      SELECT erase_text(
        (SELECT coalesce(array_agg(e.id), '{}') FROM "InboundEvent" e JOIN "InboundState" s ON s."eventId" = e.id WHERE e."contactId" = ${contactId}::uuid AND s.status <> 'waiting'),
        (SELECT coalesce(array_agg(m.id), '{}') FROM "Message" m WHERE m."contactId" = ${contactId}::uuid),
        (SELECT coalesce(array_agg(h."eventId"), '{}') FROM "UssdHop" h JOIN "InboundEvent" e ON e."eventId" = h."eventId" WHERE e."contactId" = ${contactId}::uuid))::text`;
    await db.$executeRaw`UPDATE "Outbox" SET payload = '{}' WHERE "contactId" = ${contactId}::uuid AND status NOT IN ('waiting', 'sending')`;
  }
  desk.persons = desk.persons.filter(({ id }) => id !== personId);
  Object.assign(who, { personId: null, tenantId: null, persona: 'newcomer' });
  return {};
}
