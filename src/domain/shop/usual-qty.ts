import type { Business } from '../tenants/business.ts';
import { milliOf, type Milli } from './quantity.ts';

const LAST = 20;
/** Of fewer sales nobody knows what is usual. */
const KNOWN_MIN = 3;

/** The middle of what was sold at once lately. */
export async function usualQty({ db }: Business, variantId: string): Promise<Milli | undefined> {
  const lines = await db.saleLine.findMany({ where: { variantId }, orderBy: { soldAt: 'desc' }, take: LAST, select: { qty: true } });
  const sizes = lines.map(({ qty }) => milliOf(qty)).toSorted((a, b) => a - b);
  return sizes.length < KNOWN_MIN ? undefined : sizes[Math.floor(sizes.length / 2)];
}
