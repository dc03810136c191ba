import type { Scope } from '../../scope.ts';

/** A language belongs to a person; a phone nobody has named yet has one too. */
export async function setLanguage({ db, who, desk }: Scope, { language }: { language: string }) {
  who.language = language;
  const person = desk.persons.find(({ id }) => id === who.personId);
  if (person === undefined) await db.contact.update({ where: { id: who.contactId }, data: { language } });
  else {
    person.language = language;
    await db.person.update({ where: { id: person.id }, data: { language } });
  }
  return {};
}

/** The first screen offers the other language by its own name. */
export const switchLanguage = (scope: Scope) => setLanguage(scope, { language: scope.who.language === 'fr' ? 'en' : 'fr' });
