import { empty, sql, type Sql } from '../../db/sql.ts';
import type { Business } from '../tenants/business.ts';
import type { Holding } from '../stock/moving-average.ts';
import { milliOf, milliXofOf, type Milli } from './quantity.ts';

/** One thing on the shelf, as it is while this transaction holds it. */
export type Shelf = {
  variantId: string; productId: string; code: string; name: string; unit: string; priceXof: number; costXof: number | null;
  onHand: Milli; reserved: Milli; available: Milli; held: Holding; min: Milli | null; max: Milli | null; archived: boolean;
};

type Row = { variantId: string; productId: string; code: string; name: string; variant: string; unit: string; priceXof: bigint; costXof: bigint | null; onHand: object; reserved: object; worth: object; unitCost: object; minStock: object | null; maxStock: object | null; archived: boolean };

/** Held in one order, whoever asks for several: two who want the same never wait for one another. */
export const holdVariants = (business: Business, variantIds: string[], { archivedToo = false } = {}): Promise<Shelf[]> => read(business, variantIds, { held: sql`FOR UPDATE OF v`, archivedToo });

/** As it is now, for who only looks: nobody waits for that. */
export const seeVariant = async (business: Business, variantId: string): Promise<Shelf | undefined> => (await read(business, [variantId], { held: empty, archivedToo: false }))[0];

async function read({ db, id }: Business, variantIds: string[], { held, archivedToo }: { held: Sql; archivedToo: boolean }): Promise<Shelf[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.id::text AS "variantId", p.id::text AS "productId", p.code, p.name, v.name AS variant, p.unit, v."priceXof", v."costXof", v."onHand", v.reserved, v.worth, v."unitCost", v."minStock", v."maxStock", (v."archivedAt" IS NOT NULL OR p."archivedAt" IS NOT NULL) AS archived
    FROM "Variant" v JOIN "Product" p ON p.id = v."productId"
    WHERE v.id = ANY(${variantIds}::uuid[]) AND v."tenantId" = ${id}::uuid AND (${archivedToo} OR (v."archivedAt" IS NULL AND p."archivedAt" IS NULL))
    ORDER BY v.id ${held}`;
  return rows.map(shelfOf);
}

export async function holdVariant(business: Business, variantId: string): Promise<Shelf | undefined> {
  const [shelf] = await holdVariants(business, [variantId]);
  return shelf;
}

function shelfOf({ variant, name, priceXof, costXof, onHand, reserved, worth, unitCost, minStock, maxStock, ...row }: Row): Shelf {
  const [there, kept] = [milliOf(onHand), milliOf(reserved)];
  return {
    ...row, name: titleOf(name, variant), priceXof: Number(priceXof), costXof: costXof === null ? null : Number(costXof),
    onHand: there, reserved: kept, available: there - kept, held: { milli: BigInt(there), milliXof: milliXofOf(worth), lastMilliXof: milliXofOf(unitCost) }, min: minStock === null ? null : milliOf(minStock), max: maxStock === null ? null : milliOf(maxStock),
  };
}

export const titleOf = (name: string, variant: string): string => (variant === '' ? name : `${name} ${variant}`);
