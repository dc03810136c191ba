import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';

/** Sewn no more. Orders that point to it keep it. */
export async function archiveGarment({ db, now }: Business, garmentId: string): Promise<{ garmentId: string } | Refused<'unknown'>> {
  const { count } = await db.garmentType.updateMany({ where: { id: garmentId, archivedAt: null }, data: { archivedAt: now } });
  return count === 0 ? { refused: 'unknown' } : { garmentId };
}
