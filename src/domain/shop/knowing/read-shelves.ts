import { dayAt, dayOf, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';
import { titleOf } from '../hold-variant.ts';
import type { Foreseen } from './foresee.ts';
import { judge, momentOf, type Judged, type ShelfNow } from './judge.ts';
import { onOrder, type Coming } from '../on-order.ts';
import { NOTHING_ON_ORDER, type OnOrder } from './on-order.ts';

/** One product on the shelf, in pieces, with what it is worth and what the last night said of it. */
export type KnownShelf = ShelfNow & {
  variantId: string; code: string; name: string; unit: string; category: string; supplierId: string; supplier: string; available: number; min: number | undefined;
  priceXof: number; worthXof: number; lastWorthXof: number; foreseen: NightSaid | undefined;
};
export type NightSaid = Pick<Foreseen, 'demandClass' | 'method' | 'reliability' | 'wape' | 'usableDays' | 'perDay' | 'dispersion' | 'levelError' | 'expected' | 'abc' | 'xyz' | 'leadDays' | 'target' | 'safety'> & { day: Day; brokeOn: Day | undefined };

type Row = {
  variantId: string; code: string; product: string; variant: string; unit: string; category: string; supplierId: string; supplier: string;
  onHand: number; reserved: number; min: number | null; max: number | null; packSize: number; minOrder: number; priceXof: number; costXof: number | null; unitCost: number; worth: number;
  lastSoldAt: Date | null; lastInAt: Date | null; createdAt: Date; day: Date | null; brokeOn: Date | null; wape: number | null;
} & Omit<NightSaid, 'day' | 'brokeOn' | 'wape'>;

/** The whole shop, or some of its products: two questions. */
export async function readShelves(business: Business, variantIds?: string[]): Promise<KnownShelf[]> {
  const { db, id, timezone } = business;
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.id::text AS "variantId", p.code, p.name AS product, v.name AS variant, p.unit, coalesce(c.name, '') AS category, coalesce(s.id::text, '') AS "supplierId", coalesce(s.name, '') AS supplier,
      v."onHand"::float8 AS "onHand", v.reserved::float8 AS reserved, v."minStock"::float8 AS min, v."maxStock"::float8 AS max, p."packSize"::float8 AS "packSize", p."minOrder"::float8 AS "minOrder",
      v."priceXof"::float8 AS "priceXof", v."costXof"::float8 AS "costXof", v."unitCost"::float8 AS "unitCost", v.worth::float8 AS worth, v."lastSoldAt", v."lastInAt", p."createdAt",
      f.day, f."brokeOn", f.wape, f."demandClass", f.method, f.reliability, f."usableDays", f."perDay", f.dispersion, f."levelError", f.expected, f.abc, f.xyz, f."leadDays", f.target, f.safety
    FROM "Variant" v JOIN "Product" p ON p.id = v."productId" LEFT JOIN "Category" c ON c.id = p."categoryId" LEFT JOIN "Supplier" s ON s.id = p."supplierId" LEFT JOIN "Forecast" f ON f."variantId" = v.id
    WHERE v."tenantId" = ${id}::uuid AND v."archivedAt" IS NULL AND p."archivedAt" IS NULL AND (${variantIds ?? null}::uuid[] IS NULL OR v.id = ANY(${variantIds ?? null}::uuid[]))
    ORDER BY p.name, v.name`;
  const coming = await onOrder(business, rows.map((row) => row.variantId));
  return rows.map((row) => ({ ...shelfOf(row, timezone), onOrder: inUnits(coming.get(row.variantId)) }));
}

/** What the night's word means for it now; nothing where the night said none. */
export const judgedNow = (shelf: KnownShelf, business: Business): Judged | undefined => shelf.foreseen && judge(shelf, shelf.foreseen, shelf.foreseen.day, momentOf(business));

/** What the supplier has named no day for is counted on, and on no day. */
const inUnits = (coming: Coming | undefined): OnOrder => (coming === undefined ? NOTHING_ON_ORDER : { units: coming.qty / 1_000, receipts: coming.arrivals.flatMap(({ on, qty }) => (on === undefined ? [] : [{ on, units: qty / 1_000 }])) });

function shelfOf({ product, variant, onHand, reserved, min, max, costXof, unitCost, worth, lastSoldAt, lastInAt, createdAt, ...row }: Row, timezone: string): KnownShelf {
  const { variantId, code, unit, category, supplierId, supplier, packSize, minOrder, priceXof } = row;
  const unitCostXof = costXof ?? unitCost;
  return {
    variantId, code, name: titleOf(product, variant), unit, category, supplierId, supplier, packSize, minOrder, priceXof, onHand, reserved, available: onHand - reserved, onOrder: NOTHING_ON_ORDER,
    min: min ?? undefined, maxStock: max ?? undefined, unitCostXof, worthXof: Math.max(0, worth), lastWorthXof: Math.max(0, onHand) * unitCostXof,
    lastSoldOn: lastSoldAt === null ? undefined : dayAt(lastSoldAt, timezone), lastEntryOn: dayAt(lastInAt ?? createdAt, timezone), foreseen: saidOf(row),
  };
}

function saidOf({ day, brokeOn, wape, demandClass, method, reliability, usableDays, perDay, dispersion, levelError, expected, abc, xyz, leadDays, target, safety }: Pick<Row, keyof NightSaid>): NightSaid | undefined {
  if (day === null) return undefined;
  return { day: dayOf(day), brokeOn: brokeOn === null ? undefined : dayOf(brokeOn), wape: wape ?? undefined, demandClass, method, reliability, usableDays, perDay, dispersion, levelError, expected, abc, xyz, leadDays, target, safety };
}
