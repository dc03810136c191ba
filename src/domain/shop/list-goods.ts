import type { Tx } from '../../db/open-database.ts';
import { pageOf, type ListPage, type PageAsk } from '../operators/list-page.ts';
import type { Business } from '../tenants/business.ts';
import type { Workshop } from '../tenants/find-workshop.ts';
import { milliOf, type Milli } from './quantity.ts';

export type ShownGoods = { id: string; name: string; variants: number; variantId: string; priceXof: number; available: Milli };
export type ShownVariant = { id: string; name: string; priceXof: number; available: Milli };

/** The shelves of a shop that have something to sell, by name. */
export const listShelves = ({ db, id }: Business) => db.$queryRaw<{ id: string; name: string }[]>`
  SELECT c.id::text, c.name FROM "Category" c WHERE c."tenantId" = ${id}::uuid AND EXISTS (
    SELECT 1 FROM "Product" p JOIN "Variant" v ON v."productId" = p.id WHERE p."tenantId" = ${id}::uuid AND p."categoryId" = c.id AND p."archivedAt" IS NULL AND v."archivedAt" IS NULL)
  ORDER BY c.name, c.id`;

/** What is on a shelf, or without one all there is, by name: its lowest price and what is left of it. */
export async function listGoods({ db, id }: Business, categoryId: string, { after = '', limit }: PageAsk): Promise<ListPage<ShownGoods>> {
  const rows = await db.$queryRaw<{ id: string; name: string; variants: number; variantId: string; priceXof: bigint; available: object }[]>`
    SELECT p.id::text, p.name, count(*)::int AS variants, min(v.id::text) AS "variantId", min(v."priceXof") AS "priceXof", sum(greatest(v."onHand" - v.reserved, 0)) AS available
    FROM "Product" p JOIN "Variant" v ON v."productId" = p.id
    WHERE p."tenantId" = ${id}::uuid AND p."archivedAt" IS NULL AND v."archivedAt" IS NULL AND (${categoryId} = '' OR p."categoryId" = nullif(${categoryId}, '')::uuid)
      AND (${after} = '' OR (p.name, p.id) > (SELECT k.name, k.id FROM "Product" k WHERE k.id = nullif(${after}, '')::uuid))
    GROUP BY p.id, p.name ORDER BY p.name, p.id LIMIT ${limit + 1}`;
  return pageOf(rows.map(({ priceXof, available, ...row }) => ({ ...row, priceXof: Number(priceXof), available: milliOf(available) })), limit);
}

/** The sizes or colours of a product. */
export async function listVariants({ db, id }: Business, productId: string): Promise<ShownVariant[]> {
  const rows = await db.$queryRaw<{ id: string; name: string; priceXof: bigint; onHand: object; reserved: object }[]>`
    SELECT v.id::text, v.name, v."priceXof", v."onHand", v.reserved FROM "Variant" v
    WHERE v."tenantId" = ${id}::uuid AND v."productId" = ${productId}::uuid AND v."archivedAt" IS NULL ORDER BY v.name, v.id`;
  return rows.map(({ priceXof, onHand, reserved, ...row }) => ({ ...row, priceXof: Number(priceXof), available: Math.max(0, milliOf(onHand) - milliOf(reserved)) }));
}

/** Which of these businesses have goods on their shelves. Outside the walls. */
export async function sellersAmong(tx: Tx, tenantIds: string[]): Promise<Workshop[]> {
  if (tenantIds.length === 0) return [];
  return tx.$queryRaw<Workshop[]>`
    SELECT t.id::text AS "tenantId", t.name, t.code FROM "Tenant" t WHERE t.id = ANY(${tenantIds}::uuid[]) AND t."isActive" AND t.capabilities && ARRAY['stock', 'shop']
      AND EXISTS (SELECT 1 FROM "Product" p WHERE p."tenantId" = t.id AND p."archivedAt" IS NULL) ORDER BY t.name, t.id`;
}
