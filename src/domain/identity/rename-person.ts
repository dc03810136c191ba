import type { Refused, Scope } from '../../scope.ts';

export async function renamePerson({ db, who, desk }: Scope, { name }: { name: string }): Promise<{ name: string } | Refused> {
  const person = desk.persons.find(({ id }) => id === who.personId);
  if (person === undefined) return { refused: 'unknown' };
  person.name = name;
  await db.person.update({ where: { id: person.id }, data: { fullName: name } });
  return { name };
}
