import { dayAt, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';

/** The day of the first sale that stands; undefined where nothing was ever sold. */
export async function firstSaleOn({ db, id, timezone }: Business): Promise<Day | undefined> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`SELECT "soldAt" AS at FROM "Sale" WHERE "tenantId" = ${id}::uuid AND "voidedAt" IS NULL ORDER BY "soldAt" LIMIT 1`;
  return row && dayAt(row.at, timezone);
}
