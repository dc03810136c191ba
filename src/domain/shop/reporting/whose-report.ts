import type { Business } from '../../tenants/business.ts';

/** The language of the owner who has been there longest, and whether the business works: one that is suspended gets no report by itself. */
export async function ownersOf({ db, id }: Business): Promise<{ language: string | null; isActive: boolean }> {
  const { isActive } = await db.tenant.findUniqueOrThrow({ where: { id }, select: { isActive: true } });
  const owner = await db.member.findFirst({ where: { role: 'owner', status: 'active' }, orderBy: { createdAt: 'asc' }, select: { person: { select: { language: true } } } });
  return { language: owner?.person.language ?? null, isActive };
}
