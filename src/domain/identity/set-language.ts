import type { Scope } from '../../scope.ts';

/** A language belongs to a person; until it is known who is there, the phone has one. */
export async function setLanguage({ db, who, desk }: Scope, { language }: { language: string }) {
  who.language = language;
  const person = desk.persons.find(({ id }) => id === who.personId) ?? (desk.persons.length === 1 ? desk.persons[0] : undefined);
  if (person === undefined) {
    desk.contact.language = language;
    await db.contact.update({ where: { id: who.contactId }, data: { language } });
  } else {
    person.language = language;
    await db.person.update({ where: { id: person.id }, data: { language } });
  }
  return {};
}

/** The first screen offers the other language by its own name. */
export const switchLanguage = (scope: Scope) => setLanguage(scope, { language: scope.who.language === 'fr' ? 'en' : 'fr' });

/** Who is there is known now: what was chosen before is theirs, and the next person finds the phone without a choice. */
export async function takeLanguage(scope: Scope): Promise<void> {
  const { db, who, desk } = scope;
  const person = desk.persons.find(({ id }) => id === who.personId);
  const chosen = desk.contact.language;
  if (chosen === null) {
    who.language = person?.language ?? who.language;
    return;
  }
  await setLanguage(scope, { language: chosen });
  desk.contact.language = null;
  await db.contact.update({ where: { id: who.contactId }, data: { language: null } });
}
