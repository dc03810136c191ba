import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { garmentSchema, rowOf, type GarmentInput } from './garment.ts';
import { nameInUse } from './name-in-use.ts';

/** A garment more, behind the others. One that was archived under this name comes back as it is said now. */
export async function addGarment(business: Business, input: GarmentInput): Promise<{ garmentId: string } | Refused<'taken'>> {
  const { db, id: tenantId, now } = business;
  const garment = rowOf(garmentSchema.parse(input));
  const namesake = await nameInUse(business, garment.name);
  if (namesake?.archivedAt === null) return { refused: 'taken' };

  const { _max } = await db.garmentType.aggregate({ where: { archivedAt: null }, _max: { position: true } });
  const data = { ...garment, position: (_max.position ?? 0) + 1, changedAt: now };
  const { id } = namesake === undefined
    ? await db.garmentType.create({ data: { ...data, tenantId } })
    : await db.garmentType.update({ where: { id: namesake.id }, data: { ...data, archivedAt: null } });
  return { garmentId: id };
}
