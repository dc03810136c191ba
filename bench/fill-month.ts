const PRODUCTS = 500;

/**
 * A month of a very busy shop: so many sales of a line each over all its days, with the movements that they made, of products that came on the shelf
 * before it and last until after it. `first`: the first day of that month.
 */
export const fillMonth = ({ code, first, sales }: { code: string; first: string; sales: number }): string[] => {
  const shop = `shop AS (SELECT id FROM "Tenant" WHERE code = '${code}')`;
  const at = `timestamptz '${first} 08:00Z' + (n % 31) * interval '1 day' + ((n / 31) % 720) * interval '1 minute'`;
  return [
    `WITH ${shop}, categories AS (INSERT INTO "Category" (id, "tenantId", name) SELECT gen_random_uuid(), shop.id, 'Rayon ' || n FROM shop, generate_series(1, 12) n RETURNING id, name),
      products AS (
        INSERT INTO "Product" (id, "tenantId", code, name, words, unit, "categoryId", "createdAt")
        SELECT gen_random_uuid(), shop.id, 'B' || n, 'Produit numéro ' || n, 'produit numero ' || n, 'pièce', c.id, timestamptz '${first} 00:00Z' - interval '1 day'
        FROM shop, generate_series(1, ${PRODUCTS}) n JOIN categories c ON c.name = 'Rayon ' || (1 + n % 12) RETURNING id, "tenantId")
      INSERT INTO "Variant" (id, "tenantId", "productId", "priceXof", "costXof", "onHand", worth, "unitCost") SELECT gen_random_uuid(), "tenantId", id, 450, 400, 1000, 400000, 400 FROM products`,
    `WITH ${shop}, mine AS (SELECT v.id, row_number() OVER (ORDER BY length(p.code), p.code) - 1 AS place FROM "Variant" v JOIN "Product" p ON p.id = v."productId" JOIN shop ON shop.id = v."tenantId" WHERE p.code LIKE 'B%'),
      opened AS (
        INSERT INTO "StockMove" ("tenantId", "variantId", kind, qty, worth, "refType", "refId", by, channel, at)
        SELECT shop.id, mine.id, 'opening', 1000000, 400000000, 'bench', gen_random_uuid(), 'system', 'system', timestamptz '${first} 00:00Z' - interval '1 day' FROM mine, shop),
      numbered AS (SELECT n, gen_random_uuid() AS id, ${at} AS at, 1 + n % 9 AS qty, mine.id AS "variantId", shop.id AS "tenantId" FROM generate_series(0, ${sales} - 1) n JOIN mine ON mine.place = (n * 7 + n / ${PRODUCTS}) % ${PRODUCTS}, shop),
      sold AS (
        INSERT INTO "Sale" (id, "tenantId", seq, "totalXof", "costXof", "marginXof", "paidHow", by, channel, key, "soldAt")
        SELECT id, "tenantId", 1000000 + n, qty * 450, qty * 400, qty * 50, 'cash', 'system', 'system', 'bench:' || n, at FROM numbered),
      lines AS (
        INSERT INTO "SaleLine" (id, "tenantId", "saleId", "variantId", qty, "unitXof", "lineXof", "costXof", "soldAt")
        SELECT gen_random_uuid(), "tenantId", id, "variantId", qty, 450, qty * 450, qty * 400, at FROM numbered)
      INSERT INTO "StockMove" ("tenantId", "variantId", kind, qty, worth, "refType", "refId", by, channel, at) SELECT "tenantId", "variantId", 'sale', -qty, -qty * 400, 'sale', id, 'system', 'system', at FROM numbered ORDER BY at`,
    'ANALYZE',
  ];
};
