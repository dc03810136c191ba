import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/open-database.ts';
import { dateOf, dayAt } from '../domain/calendar/day.ts';
import { wordsOf } from '../domain/shop/find-product.ts';
import { costOf, keptCost, keptQty } from '../domain/shop/quantity.ts';
import { plain } from '../domain/spoken/plain.ts';
import { GOODS, SUPPLIERS } from './goods.ts';
import { pastOf } from './past.ts';
import { seedPast } from './seed-past.ts';

/** Fills the shelves of a shop of the cast, with ninety days of sales and deliveries behind what is there. */
export async function seedGoods(tx: Tx, { tenantId, timezone }: { tenantId: string; timezone: string }, now: Date): Promise<void> {
  const today = dayAt(now, timezone);
  const categories = new Map([...new Set(GOODS.map(({ category }) => category))].map((name) => [name, randomUUID()]));
  const suppliers = new Map(SUPPLIERS.map(({ code }) => [code, randomUUID()]));
  await tx.category.createMany({ data: [...categories].map(([name, id]) => ({ id, tenantId, name })) });
  await tx.supplier.createMany({ data: SUPPLIERS.map((supplier) => ({ id: suppliers.get(supplier.code) ?? '', tenantId, ...supplier })) });

  const goods = GOODS.map((each) => ({ ...each, productId: randomUUID(), variantId: randomUUID(), aliases: (each.aliases ?? []).map(plain), past: pastOf(each, today) }));
  await tx.product.createMany({
    data: goods.map(({ productId, code, name, aliases, category, supplier, unit, pack, past }) => ({
      id: productId, tenantId, code, name, aliases, words: wordsOf({ name, code, aliases }), categoryId: categories.get(category) ?? null, supplierId: suppliers.get(supplier) ?? null, unit, packSize: pack ?? 1, createdAt: dateOf(past.opening.day),
    })),
  });
  await tx.variant.createMany({
    data: goods.map(({ variantId, productId, cost, price, stock, min }) => ({
      id: variantId, tenantId, productId, priceXof: BigInt(price), costXof: BigInt(cost), onHand: keptQty(stock * 1_000), worth: keptCost(costOf(stock * 1_000, cost)), unitCost: cost, minStock: keptQty(min * 1_000),
    })),
  });
  await seedPast(tx, { tenantId, timezone }, goods);
}
