import { dayAt, type Day } from '../calendar/day.ts';
import type { BuyingTerms } from '../stock/recommended-quantity.ts';
import type { Business } from '../tenants/business.ts';
import { titleOf } from './hold-variant.ts';
import { milliOf, type Milli } from './quantity.ts';

export type Supplier = { id: string; code: string; name: string; phone: string | null; leadTimeDays: number };
/** What is bought and how. `unitXof`: what one last cost. */
export type SupplyGoods = {
  variantId: string; productId: string; code: string; name: string; unit: string; categoryId: string | null; priceXof: number; unitXof: number | undefined;
  onHand: Milli; reserved: Milli; min: Milli | undefined; max: Milli | undefined; worthXof: number; terms: BuyingTerms; supplier: Supplier | undefined;
  firstAt: Date | null; lastSoldOn: Day | undefined; lastEntryOn: Day | undefined;
};

type Row = {
  variantId: string; productId: string; code: string; name: string; variant: string; unit: string; categoryId: string | null; priceXof: bigint; costXof: bigint | null; onHand: object; reserved: object; worth: object;
  minStock: object | null; maxStock: object | null; packSize: object; minOrder: object; supplier: Supplier | null; firstAt: Date | null; lastSoldAt: Date | null; lastInAt: Date | null;
};

/** As it is now, with how it is bought; what was put away is left out. */
export async function seeGoods(business: Business, variantIds: string[]): Promise<SupplyGoods[]> {
  const rows = await business.db.$queryRaw<Row[]>`
    SELECT v.id::text AS "variantId", p.id::text AS "productId", p.code, p.name, v.name AS variant, p.unit, p."categoryId"::text, v."priceXof", v."costXof", v."onHand", v.reserved, v.worth, v."minStock", v."maxStock", p."packSize", p."minOrder",
      CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'phone', s.phone, 'leadTimeDays', s."leadTimeDays") END AS supplier,
      (SELECT m.at FROM "StockMove" m WHERE m."variantId" = v.id ORDER BY m.id LIMIT 1) AS "firstAt", v."lastSoldAt", v."lastInAt"
    FROM "Variant" v JOIN "Product" p ON p.id = v."productId" LEFT JOIN "Supplier" s ON s.id = p."supplierId" AND s."archivedAt" IS NULL
    WHERE v.id = ANY(${variantIds}::uuid[]) AND v."tenantId" = ${business.id}::uuid AND v."archivedAt" IS NULL AND p."archivedAt" IS NULL ORDER BY p.name, v.name`;
  return rows.map((row) => goodsOf(row, business.timezone));
}

function goodsOf({ variant, costXof, onHand, reserved, worth, minStock, maxStock, packSize, minOrder, supplier, lastSoldAt, lastInAt, ...row }: Row, timezone: string): SupplyGoods {
  const dayOr = (at: Date | null): Day | undefined => (at === null ? undefined : dayAt(at, timezone));
  const max = maxStock === null ? undefined : milliOf(maxStock);
  return {
    ...row, name: titleOf(row.name, variant), priceXof: Number(row.priceXof), unitXof: costXof === null ? undefined : Number(costXof), onHand: milliOf(onHand), reserved: milliOf(reserved), worthXof: Math.round(Number(worth)),
    min: minStock === null ? undefined : milliOf(minStock), max, supplier: supplier ?? undefined, lastSoldOn: dayOr(lastSoldAt), lastEntryOn: dayOr(lastInAt),
    terms: { packSize: Number(packSize) || 1, minimum: Number(minOrder), ...(max === undefined ? {} : { maxStock: max / 1_000 }) },
  };
}
