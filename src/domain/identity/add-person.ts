import type { Scope } from '../../scope.ts';
import { takeLanguage } from './set-language.ts';

/** A person on this phone, who becomes the one we are talking to. */
export async function addPerson(scope: Scope, { name }: { name: string }) {
  const { db, who, desk, now } = scope;
  const fullName = name.trim();
  const person = await db.person.create({ data: { fullName, language: who.language, createdAt: now, contacts: { create: { contactId: who.contactId, isDefault: desk.persons.length === 0 } } } });
  desk.persons.push({ id: person.id, name: fullName, language: who.language });
  Object.assign(who, { personId: person.id, tenantId: null, persona: 'client' });
  await takeLanguage(scope);
  return {};
}
