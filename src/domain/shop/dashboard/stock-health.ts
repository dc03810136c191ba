import type { Business } from '../../tenants/business.ts';
import type { Health } from '../knowing/health.ts';

const NONE: Health = { products: 0, out: 0, low: 0, unvalued: 0, worthXof: 0, lastWorthXof: 0 };

/** How the shelves were when they were last counted, and when that was. One question. */
export async function stockHealth({ db, now }: Business): Promise<{ health: Health; at: Date }> {
  const [row] = await db.$queryRaw<(Health & { at: Date; counted: boolean })[]>`
    SELECT r.at, h.products IS NOT NULL AS counted, h.products, h."out", h.low, h.unvalued, round(h."worthXof")::float8 AS "worthXof", round(h."lastWorthXof")::float8 AS "lastWorthXof"
    FROM v_refreshed r LEFT JOIN v_stock_health h ON true`;
  if (row === undefined) return { health: NONE, at: now };
  const { at, counted, ...health } = row;
  return { health: counted ? health : NONE, at };
}
