import type { Refused, Scope } from '../../scope.ts';
import { writeAudit } from '../operators/audit.ts';
import { sameContact } from '../operators/same-contact.ts';
import { filesInUse, finishErasing, initialsOf } from './finish-erasing.ts';
import { stillOwed } from './still-owed.ts';

/**
 * Deletion on request: the name goes, and every text and file this phone exchanged, when nobody else uses the phone.
 * An order that is open stays under initials, with what is needed to finish it, and so does who is owed money, with the
 * phone it is sent to. Ids, times, ledgers and receipts stay.
 * Somebody who runs a business must hand it over first.
 */
export async function erasePerson({ db, who, desk, now, later }: Scope): Promise<{ open: boolean; owed: boolean } | Refused<'unknown' | 'staff'>> {
  const { personId, contactId } = who;
  if (personId === null) return { refused: 'unknown' };
  if (desk.members.some((member) => member.personId === personId)) return { refused: 'staff' };

  const alone = desk.persons.length === 1;
  const { fullName } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { fullName: true } });
  await db.person.update({ where: { id: personId }, data: { fullName: initialsOf(fullName), erasedAt: now } });
  await db.contactPerson.deleteMany({ where: { personId } });
  const owed = await stillOwed(db, personId);
  await db.client.updateMany({ where: { personId, id: { notIn: owed } }, data: { phone: null } });
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
    await db.media.deleteMany({ where: { contactId: { in: contactIds }, eventId: { notIn: await filesInUse(db, personId) } } });
  }
  const open = (await finishErasing(db, personId)) === 0;
  later.due.push({ key: `media.sweep:${personId}`, kind: 'media.sweep', runAt: now.toISOString(), step: null });
  await writeAudit(db, { actor: `person:${personId}`, action: 'person.erased', entity: 'Person', entityId: personId, after: { texts: alone, open }, at: now });
  desk.persons = desk.persons.filter(({ id }) => id !== personId);
  Object.assign(who, { personId: null, tenantId: null, persona: 'newcomer' });
  return { open, owed: owed.length > 0 };
}
