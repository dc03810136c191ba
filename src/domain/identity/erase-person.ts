import type { Refused, Scope } from '../../scope.ts';
import { writeAudit } from '../operators/audit.ts';
import { sameContact } from '../operators/same-contact.ts';

/**
 * Deletion on request: the name goes, and every text and file this phone exchanged, when nobody else uses the phone.
 * Ids, times and ledgers stay. Somebody who runs a business must hand it over first.
 */
export async function erasePerson({ db, who, desk, now, later }: Scope): Promise<object | Refused<'unknown' | 'staff'>> {
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
    await db.contact.update({ where: { id: contactId }, data: { language: who.language } });
    const contactIds = await sameContact(db, contactId);
    await db.channelIdentity.updateMany({ where: { contactId }, data: { name: null } });
    await db.$executeRaw`
      SELECT erase_text(
        (SELECT coalesce(array_agg(e.id), '{}') FROM "InboundEvent" e JOIN "InboundState" s ON s."eventId" = e.id WHERE e."contactId" = ANY(${contactIds}::uuid[]) AND s.status <> 'waiting'),
        (SELECT coalesce(array_agg(m.id), '{}') FROM "Message" m WHERE m."contactId" = ANY(${contactIds}::uuid[])),
        (SELECT coalesce(array_agg(h."eventId"), '{}') FROM "UssdHop" h JOIN "InboundEvent" e ON e."eventId" = h."eventId" WHERE e."contactId" = ANY(${contactIds}::uuid[])))::text`;
    await db.$executeRaw`UPDATE "Outbox" SET payload = '{}', status = CASE status WHEN 'held' THEN 'withdrawn' ELSE status END WHERE "contactId" = ANY(${contactIds}::uuid[]) AND status NOT IN ('waiting', 'sending')`;
    // In this order: a download that ends now writes its row before, or finds itself withdrawn.
    await db.due.deleteMany({ where: { kind: 'media.fetch', contactId: { in: contactIds } } });
    await db.media.deleteMany({ where: { contactId: { in: contactIds } } });
    later.due.push({ key: `media.sweep:${personId}`, kind: 'media.sweep', runAt: now.toISOString(), step: null });
  }
  await writeAudit(db, { actor: `person:${personId}`, action: 'person.erased', entity: 'Person', entityId: personId, after: { texts: alone }, at: now });
  desk.persons = desk.persons.filter(({ id }) => id !== personId);
  Object.assign(who, { personId: null, tenantId: null, persona: 'newcomer' });
  return {};
}
