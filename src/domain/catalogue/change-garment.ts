import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { garmentOf, garmentSchema, rowOf, type Garment, type GarmentInput } from './garment.ts';
import { nameInUse } from './name-in-use.ts';

/** Changes what is said and leaves the rest. Only another price or time makes the drafts that were begun before say so. */
export async function changeGarment(business: Business, garmentId: string, change: Partial<GarmentInput>): Promise<Garment | Refused<'unknown' | 'taken'>> {
  const { db, id: tenantId, now } = business;
  const namesake = change.name === undefined ? undefined : await nameInUse(business, change.name);
  await db.$queryRaw`SELECT 1 FROM "GarmentType" WHERE id = ${garmentId}::uuid AND "tenantId" = ${tenantId}::uuid FOR NO KEY UPDATE`;
  const row = await db.garmentType.findFirst({ where: { id: garmentId, archivedAt: null } });
  if (row === null) return { refused: 'unknown' };
  if (namesake !== undefined && namesake.id !== garmentId) return { refused: 'taken' };

  const before = garmentOf(row);
  const after = garmentSchema.parse({ ...before, ...change });
  const moved = after.priceXof !== before.priceXof || after.baseDays !== before.baseDays;
  return garmentOf(await db.garmentType.update({ where: { id: garmentId }, data: { ...rowOf(after), ...(moved ? { changedAt: now } : {}) } }));
}
