import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { packOf } from './change-packs.ts';
import { milliOf, pieces } from './quantity.ts';

/** All that is known of a product; what nobody has said is null. */
export type SeenProduct = { code: string; priceXof: number; costXof: number | null; left: number; aliases: string[]; packs: string[]; min: number | null; max: number | null; barcode: string | null; category: string | null; supplier: string | null };

export async function seeProduct({ db }: Business, variantId: string): Promise<SeenProduct | undefined> {
  const variant = await db.variant.findFirst({ where: { id: variantId, archivedAt: null, product: { archivedAt: null } }, include: { product: { include: { conversions: { orderBy: { factor: 'asc' } } } } } });
  if (variant === null) return undefined;
  const { product: { code, aliases, barcode, categoryId, supplierId, unit, conversions }, priceXof, costXof, onHand, minStock, maxStock } = variant;
  const category = categoryId === null ? null : await db.category.findUnique({ where: { id: categoryId }, select: { name: true } });
  const supplier = supplierId === null ? null : await db.supplier.findUnique({ where: { id: supplierId }, select: { name: true } });
  return {
    code, aliases, barcode, priceXof: xof(priceXof), costXof: costXof === null ? null : xof(costXof), left: pieces(milliOf(onHand)),
    packs: conversions.map((pack) => packOf(pack, unit)), min: minStock === null ? null : pieces(milliOf(minStock)), max: maxStock === null ? null : pieces(milliOf(maxStock)), category: category?.name ?? null, supplier: supplier?.name ?? null,
  };
}
