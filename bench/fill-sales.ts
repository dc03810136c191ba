type Filling = { tenants: number; sales: number; largest: number };

/** So many products has a shop, and the largest ten times as many. */
const PRODUCTS = 20;
const DAYS = 365;
/** Of so many days what each product asked is written down. */
const KNOWN_DAYS = 90;
const PRICE_XOF = 1_000;

/** A year of many shops, T1 the largest: goods, sales of one or two lines over all its days, what moved in the last of them and what each day asked. In this order. */
export const fillSales = ({ tenants, sales, largest }: Filling): string[] => [
  `WITH shops AS (
    INSERT INTO "Tenant" (id, code, name, country, timezone, capabilities, "createdAt") SELECT gen_random_uuid(), 'T' || n, 'Boutique ' || n, 'SN', 'Africa/Dakar', '{shop,stock}', now() FROM generate_series(1, ${tenants}) n RETURNING id, code),
  goods AS (
    INSERT INTO "Product" (id, "tenantId", code, name, aliases, words, unit, "createdAt")
    SELECT gen_random_uuid(), s.id, lpad(n::text, 3, '0'), 'Produit ' || n, '{}', 'produit ' || n, 'pièce', now() - interval '400 days' FROM shops s, generate_series(1, CASE s.code WHEN 'T1' THEN 10 ELSE 1 END * ${PRODUCTS}) n RETURNING id, "tenantId")
  INSERT INTO "Variant" (id, "tenantId", "productId", "priceXof", "costXof", "onHand", worth, "unitCost", "minStock", "lastInAt", "lastSoldAt")
  SELECT gen_random_uuid(), "tenantId", id, ${PRICE_XOF}, 800, 50, 40000, 800, 10, now() - interval '10 days', now() - interval '1 day' FROM goods`,
  `INSERT INTO "Sale" (id, "tenantId", seq, "totalXof", "costXof", "marginXof", "paidHow", by, channel, key, "soldAt")
  SELECT gen_random_uuid(), t.id, n, ${PRICE_XOF} * (1 + n % 2), 800 * (1 + n % 2), (${PRICE_XOF} - 800) * (1 + n % 2), 'cash', 'system', 'system', t.code || ':' || n, now() - n * interval '${DAYS} days' / t.many
  FROM (SELECT id, code, CASE code WHEN 'T1' THEN ${largest} ELSE ${Math.round((sales - largest) / (tenants - 1))} END AS many FROM "Tenant") t, generate_series(1, t.many) n`,
  `INSERT INTO "SaleLine" (id, "tenantId", "saleId", "variantId", qty, "unitXof", "lineXof", "costXof", "soldAt")
  SELECT gen_random_uuid(), s."tenantId", s.id, v.ids[1 + (s.seq * 7 + n) % cardinality(v.ids)], 1, ${PRICE_XOF}, ${PRICE_XOF}, 800, s."soldAt"
  FROM "Sale" s JOIN (SELECT "tenantId", array_agg(id) AS ids FROM "Variant" GROUP BY 1) v ON v."tenantId" = s."tenantId", generate_series(0, s.seq % 2) n`,
  `INSERT INTO "StockMove" ("tenantId", "variantId", kind, qty, worth, "refType", "refId", by, channel, at)
  SELECT "tenantId", "variantId", 'sale', -qty, -"costXof", 'sale', "saleId", 'system', 'system', "soldAt" FROM "SaleLine" WHERE "soldAt" > now() - interval '${KNOWN_DAYS} days' ORDER BY "soldAt"`,
  `INSERT INTO "DemandDay" ("tenantId", "variantId", day, sold, lost, "inStock", "revenueXof", "costXof", "marginXof")
  SELECT "tenantId", "variantId", "soldAt"::date, sum(qty), 0, 1, sum("lineXof"), sum("costXof"), sum("lineXof" - "costXof") FROM "SaleLine" WHERE "soldAt" > now() - interval '${KNOWN_DAYS} days' AND "soldAt" < current_date GROUP BY 1, 2, 3`,
  `INSERT INTO "Forecast" ("tenantId", "variantId", day, "demandClass", method, reliability, "usableDays", "perDay", dispersion, "levelError", expected, abc, xyz, "leadDays", target, safety, advised)
  SELECT "tenantId", id, current_date, 'smooth', 'mean', 'medium', 90, 0.2, 1, 0.1, (SELECT jsonb_agg(0.2) FROM generate_series(1, 30)), 'A', 'X', 7, 60, 10, 10 FROM "Variant"`,
  'VACUUM ANALYZE',
];
