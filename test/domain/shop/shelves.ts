import { randomUUID } from 'node:crypto';
import { compareCount, settleCount } from '../../../src/domain/shop/count-stock.ts';
import { wordsOf } from '../../../src/domain/shop/find-product.ts';
import { keptQty, milliOf, milliXofOf, type Milli } from '../../../src/domain/shop/quantity.ts';
import type { Acting } from '../../../src/domain/tenants/business.ts';
import { openShop } from '../orders/shop.ts';

type Put = { code: string; name: string; aliases?: string[]; unit?: string; price?: number; cost?: number; min?: number };

/** A shop with shelves: what is put on them has no stock until it comes. */
export async function openShelves(settings: object = {}) {
  const shop = await openShop(settings);
  const { db, tenantId } = shop;
  async function put({ code, name, aliases = [], unit = 'sac', price = 18_500, cost, min }: Put): Promise<string> {
    const product = await db.product.create({ data: { tenantId, code, name, aliases, words: wordsOf({ name, code, aliases }), unit, createdAt: shop.now } });
    const variant = await db.variant.create({ data: { tenantId, productId: product.id, priceXof: BigInt(price), costXof: cost === undefined ? null : BigInt(cost), minStock: min === undefined ? null : keptQty(min * 1_000) } });
    return variant.id;
  }
  /** What the movements of a shelf sum to beside what the shelf says. */
  async function proof(variantId: string) {
    const { onHand, worth, reserved } = await db.variant.findUniqueOrThrow({ where: { id: variantId } });
    const { _sum } = await db.stockMove.aggregate({ where: { variantId }, _sum: { qty: true, worth: true } });
    return { onHand: milliOf(onHand), moved: milliOf(_sum.qty ?? 0), worth: milliXofOf(worth), movedWorth: milliXofOf(_sum.worth ?? 0), reserved: milliOf(reserved) };
  }
  const key = (): string => `test:${randomUUID()}`;
  /** Compared, and then settled: two messages, as from a phone. */
  const counts = async (variantId: string, counted: Milli, acting: Partial<Acting> = {}) => {
    const found = await shop.as(acting, (business) => compareCount(business, variantId, counted));
    return 'refused' in found ? found : shop.as(acting, (business) => settleCount(business, { variantId, counted, expected: found.expected, cause: 'loss', key: key() }));
  };
  return { ...shop, put, proof, counts, key };
}
export type Shelves = Awaited<ReturnType<typeof openShelves>>;
