import type { Prisma } from '../../db/open-database.ts';
import { sameContact } from '../operators/same-contact.ts';
import { collectClient } from './collect-client.ts';

export type CollectedPerson = NonNullable<Awaited<ReturnType<typeof collectPerson>>>;

const MESSAGES_MAX = 5_000;

/** All that is kept about one person, for that person: undefined once they have been erased. */
export async function collectPerson(db: Prisma, personId: string, contactId: string | null) {
  const person = await db.person.findUnique({
    where: { id: personId },
    include: { contacts: { include: { contact: true } }, clients: { include: { tenant: true } }, members: { include: { tenant: true } }, affiliate: true },
  });
  if (person === null || person.erasedAt !== null) return undefined;
  const contact = { in: contactId === null ? [] : await sameContact(db, contactId) };
  const [messages, consents] = await Promise.all([
    db.message.findMany({ where: { contactId: contact, OR: [{ personId }, { personId: null }] }, orderBy: { id: 'asc' }, take: MESSAGES_MAX }),
    db.consentEvent.findMany({ where: { contactId: contact }, orderBy: { id: 'asc' } }),
  ]);
  const sentWith = messages.flatMap(({ direction, eventId }) => (direction === 'in' && eventId !== null ? [eventId] : []));
  const files = await db.media.findMany({ where: { eventId: { in: sentWith }, status: 'kept' }, orderBy: { id: 'asc' } });
  const asClient = await Promise.all(person.clients.map(async (client) => ({ name: client.tenant.name, as: 'client' as const, ...(await collectClient(db, client, person)) })));
  return {
    person: { name: person.fullName, language: person.language, since: person.createdAt.toISOString() },
    phones: person.contacts.map(({ contact: { phone, key } }) => phone ?? key),
    businesses: [...asClient, ...person.members.map(({ tenant, role }) => ({ name: tenant.name, as: role }))],
    affiliateCode: person.affiliate?.code ?? null,
    consents: consents.map(({ purpose, value, channel, textVersion, at }) => ({ purpose, value, channel, textVersion, at: at.toISOString() })),
    messages: messages.map(({ direction, channel, kind, text, at }) => ({ direction, channel, kind, text, at: at.toISOString() })),
    files: files.map(({ kind, mime, bytes, filename, at }) => ({ kind, type: mime, bytes, filename, at: at.toISOString() })),
  };
}
