import type { Business } from '../tenants/business.ts';
import { garmentOf, type Garment } from './garment.ts';

/** What the workshop sews now, in its own order. */
export async function listGarments({ db }: Business): Promise<Garment[]> {
  const rows = await db.garmentType.findMany({ where: { archivedAt: null }, orderBy: [{ position: 'asc' }, { name: 'asc' }] });
  return rows.map(garmentOf);
}
