import { displayPhone } from '../../phone.ts';
import type { Refused, Scope } from '../../scope.ts';

/** What we keep about the person, in one screen. */
export async function seePerson({ db, who, desk }: Scope): Promise<SeenPerson | Refused> {
  if (who.personId === null) return { refused: 'unknown' };
  const person = await db.person.findUniqueOrThrow({ where: { id: who.personId } });
  const messages = await db.message.count({ where: { contactId: who.contactId } });
  const businesses = [...desk.clients, ...desk.members].filter(({ personId }) => personId === person.id).map(({ business }) => business);
  const stopped = desk.consents.filter(({ purpose, value }) => purpose !== 'terms' && !value).map(({ purpose }) => purpose);
  return {
    name: person.fullName,
    phone: who.phone === null ? '' : displayPhone(who.phone),
    since: person.createdAt.toISOString().slice(0, 10).split('-').reverse().join('/'),
    businesses: [...new Set(businesses)].join(', ') || '—',
    messages,
    consents: stopped.includes('transactional') ? 'none' : stopped.length > 0 ? 'some' : 'all',
  };
}

type SeenPerson = { name: string; phone: string; since: string; businesses: string; messages: number; consents: string };
