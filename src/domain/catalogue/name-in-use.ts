import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';

/** The garment that has this name, however it is spelt, archived ones too. Whoever writes a name waits for the one who does so now. */
export async function nameInUse({ db, id }: Business, name: string) {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`garments:${id}`}, 0))::text`;
  const all = await db.garmentType.findMany({ select: { id: true, name: true, archivedAt: true } });
  return all.find((each) => plain(each.name) === plain(name));
}
