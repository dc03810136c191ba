import type { Business } from '../tenants/business.ts';
import { dayOf, type Day } from '../calendar/day.ts';
import { milliOf, type Milli } from './quantity.ts';

/** `on`: the day that the supplier has said. */
export type Arrival = { on: Day | undefined; qty: Milli };
export type Coming = { qty: Milli; arrivals: Arrival[] };

/** What is ordered of suppliers and has not come yet, the soonest first. What nothing is ordered of is left out. */
export async function onOrder({ db, id }: Business, variantIds: string[]): Promise<Map<string, Coming>> {
  const rows = await db.$queryRaw<{ variantId: string; etaOn: Date | null; qty: object }[]>`
    SELECT l."variantId"::text, p."etaOn", sum(l.qty - l.received) AS qty
    FROM "PurchaseLine" l JOIN "PurchaseOrder" p ON p.id = l."purchaseId"
    WHERE l."tenantId" = ${id}::uuid AND l."variantId" = ANY(${variantIds}::uuid[]) AND l.qty > l.received AND p.status IN ('sent', 'confirmed', 'partial')
    GROUP BY l."variantId", p."etaOn" ORDER BY p."etaOn" NULLS LAST`;
  const arrivals = rows.map(({ variantId, etaOn, qty }) => ({ variantId, on: etaOn === null ? undefined : dayOf(etaOn), qty: milliOf(qty) }));
  return new Map([...Map.groupBy(arrivals, ({ variantId }) => variantId)].map(([variantId, own]) => [variantId, { qty: own.reduce((sum, { qty }) => sum + qty, 0), arrivals: own.map(({ on, qty }) => ({ on, qty })) }]));
}
