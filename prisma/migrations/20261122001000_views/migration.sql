-- Views for who asks a shop's books in SQL, and what dashboards read. Columns are told by their comments; docs/ai-views.md is the same.

-- The moment of a question: now, unless whoever asks has said another.
CREATE FUNCTION asked_at() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
$$;

CREATE VIEW v_ai_diagnostic_stock WITH (security_invoker = true) AS
SELECT t.code AS shop, v.id AS variant_id, p.code AS product_code, trim(p.name || ' ' || v.name) AS product, coalesce(c.name, '') AS category, coalesce(s.name, '') AS supplier, p.unit,
  v."onHand" AS on_hand, v.reserved, a.available, coming.qty AS on_order, v."minStock" AS min_stock, v."maxStock" AS max_stock,
  CASE WHEN a.available <= 0 THEN 'rupture' WHEN a.available <= v."minStock" THEN 'low' ELSE 'fine' END AS state,
  v."priceXof" AS price_xof, a.cost AS unit_cost_xof, greatest(v.worth, 0) AS worth_xof, greatest(v."onHand", 0) * a.cost AS last_worth_xof,
  a.sold_on AS last_sold_on, a.in_on AS last_in_on, v."onHand" > 0 AND a.today - a.in_on > 60 AND coalesce(a.today - a.sold_on >= 60, true) AS is_dormant,
  d.sold AS sold_30_days, d.lost AS lost_30_days, d.empty AS empty_days_30_days,
  f.day AS forecast_on, f."demandClass" AS demand_class, f.reliability, f.abc AS abc_class, f.xyz AS xyz_class, f."perDay" AS per_day,
  CASE WHEN f."perDay" > 0 THEN greatest(a.available, 0)::float8 / f."perDay" END AS cover_days, f."outOn" AS out_on, f."outEarliest" AS out_earliest, f."outLatest" AS out_latest,
  f.safety AS safety_stock, f.target AS target_stock, p."packSize" AS pack_size, p."minOrder" AS min_order
FROM "Variant" v
  JOIN "Product" p ON p.id = v."productId" JOIN "Tenant" t ON t.id = v."tenantId"
  LEFT JOIN "Category" c ON c.id = p."categoryId" LEFT JOIN "Supplier" s ON s.id = p."supplierId" LEFT JOIN "Forecast" f ON f."variantId" = v.id
  CROSS JOIN LATERAL (
    SELECT v."onHand" - v.reserved AS available, coalesce(v."costXof", nullif(v."unitCost", 0)) AS cost, (asked_at() AT TIME ZONE t.timezone)::date AS today,
      (v."lastSoldAt" AT TIME ZONE t.timezone)::date AS sold_on, (coalesce(v."lastInAt", p."createdAt") AT TIME ZONE t.timezone)::date AS in_on) a
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(l.qty - l.received), 0) AS qty FROM "PurchaseLine" l JOIN "PurchaseOrder" o ON o.id = l."purchaseId"
    WHERE l."variantId" = v.id AND l.qty > l.received AND o.status IN ('sent', 'confirmed', 'partial')) coming
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(d.sold), 0) AS sold, coalesce(sum(d.lost), 0) AS lost, count(*) FILTER (WHERE d."inStock" < 0.5)::int AS empty
    FROM "DemandDay" d WHERE d."variantId" = v.id AND d.day >= a.today - 30 AND d.day < a.today) d
WHERE v."archivedAt" IS NULL AND p."archivedAt" IS NULL;

CREATE VIEW v_ai_analyse_ventes WITH (security_invoker = true) AS
SELECT t.code AS shop, s.seq AS sale_no, l."soldAt" AS sold_at, a.local::date AS day, extract(isodow FROM a.local)::int AS weekday, extract(hour FROM a.local)::int AS hour,
  l."variantId" AS variant_id, p.code AS product_code, trim(p.name || ' ' || v.name) AS product, coalesce(c.name, '') AS category, f.abc AS abc_class,
  l.qty, p.unit, l."unitXof" AS unit_xof, l."lineXof" AS revenue_xof, l."costXof" AS cost_xof, l."lineXof" - l."costXof" AS margin_xof, s."paidHow" AS paid_how, s.channel, s."orderId" IS NOT NULL AS is_order
FROM "Sale" s
  JOIN "Tenant" t ON t.id = s."tenantId" JOIN "SaleLine" l ON l."saleId" = s.id JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId"
  LEFT JOIN "Category" c ON c.id = p."categoryId" LEFT JOIN "Forecast" f ON f."variantId" = v.id
  CROSS JOIN LATERAL (SELECT l."soldAt" AT TIME ZONE t.timezone AS local) a
WHERE s."voidedAt" IS NULL;

-- The arithmetic is that of src/domain/stock/recommended-quantity.ts, in the same floating numbers.
CREATE VIEW v_ai_recommandations WITH (security_invoker = true) AS
SELECT d.shop, 'order' AS kind, d.variant_id, d.product_code, d.product, d.supplier, c.units, floor(c.units * d.unit_cost_xof::float8 + 0.5) AS amount_xof,
  d.available, d.on_order, d.target_stock, d.cover_days, d.out_on, d.reliability, d.last_sold_on, d.forecast_on
FROM v_ai_diagnostic_stock d
  CROSS JOIN LATERAL (SELECT d.target_stock - (d.on_hand::float8 - d.reserved::float8 + d.on_order::float8) AS missing, d.pack_size::float8 AS pack, d.max_stock::float8 - (d.on_hand::float8 - d.reserved::float8 + d.on_order::float8) AS room) a
  CROSS JOIN LATERAL (SELECT ceil(d.min_order::float8 / a.pack - 1e-6) * a.pack AS smallest, coalesce(floor(a.room / a.pack + 1e-6) * a.pack, 'Infinity') AS largest) b
  CROSS JOIN LATERAL (SELECT least(greatest(ceil(a.missing / a.pack - 1e-6) * a.pack, b.smallest), b.largest) AS units) c
WHERE NOT d.is_dormant AND a.missing > 1e-6 AND c.units >= b.smallest AND c.units > 0
UNION ALL
SELECT d.shop, 'clear', d.variant_id, d.product_code, d.product, d.supplier, d.on_hand::float8, floor(d.worth_xof::float8 + 0.5),
  d.available, d.on_order, d.target_stock, d.cover_days, d.out_on, d.reliability, d.last_sold_on, d.forecast_on
FROM v_ai_diagnostic_stock d WHERE d.is_dormant;

GRANT SELECT ON v_ai_diagnostic_stock, v_ai_analyse_ventes, v_ai_recommandations TO griot_business;

COMMENT ON VIEW v_ai_diagnostic_stock IS 'Each product on the shelves as it is now, with what the last night foresaw of it.';
COMMENT ON COLUMN v_ai_diagnostic_stock.shop IS 'Code of the business.';
COMMENT ON COLUMN v_ai_diagnostic_stock.variant_id IS 'The product in all three views.';
COMMENT ON COLUMN v_ai_diagnostic_stock.product_code IS 'Its code in the shop; variants share it.';
COMMENT ON COLUMN v_ai_diagnostic_stock.product IS 'Its name, with that of the variant.';
COMMENT ON COLUMN v_ai_diagnostic_stock.category IS 'Empty where it has none.';
COMMENT ON COLUMN v_ai_diagnostic_stock.supplier IS 'Who it is bought from; empty where nobody was named.';
COMMENT ON COLUMN v_ai_diagnostic_stock.unit IS 'What all its quantities count: pièce, kg, sac.';
COMMENT ON COLUMN v_ai_diagnostic_stock.on_hand IS 'On the shelf.';
COMMENT ON COLUMN v_ai_diagnostic_stock.reserved IS 'Of it, kept for orders.';
COMMENT ON COLUMN v_ai_diagnostic_stock.available IS 'What can be sold: on_hand less reserved.';
COMMENT ON COLUMN v_ai_diagnostic_stock.on_order IS 'Ordered of the supplier and not come yet.';
COMMENT ON COLUMN v_ai_diagnostic_stock.min_stock IS 'At or below it the shop is warned; null where none was set.';
COMMENT ON COLUMN v_ai_diagnostic_stock.max_stock IS 'The most the shop wants to hold; null where none was set.';
COMMENT ON COLUMN v_ai_diagnostic_stock.state IS 'rupture: nothing to sell; low: at the minimum or below; fine.';
COMMENT ON COLUMN v_ai_diagnostic_stock.price_xof IS 'Selling price of one, in francs.';
COMMENT ON COLUMN v_ai_diagnostic_stock.unit_cost_xof IS 'Last price paid for one, else its average cost; null where neither is known.';
COMMENT ON COLUMN v_ai_diagnostic_stock.worth_xof IS 'What is on the shelf, at its average cost (CMUP); 0 where no cost is known. Round sums of it, not the rows.';
COMMENT ON COLUMN v_ai_diagnostic_stock.last_worth_xof IS 'What is on the shelf, at the last price paid; null where none is known.';
COMMENT ON COLUMN v_ai_diagnostic_stock.last_sold_on IS 'Day of the last sale; null where it was never sold.';
COMMENT ON COLUMN v_ai_diagnostic_stock.last_in_on IS 'Day of the last entry.';
COMMENT ON COLUMN v_ai_diagnostic_stock.is_dormant IS 'On the shelf for more than 60 days and not sold for 60.';
COMMENT ON COLUMN v_ai_diagnostic_stock.sold_30_days IS 'Sold in the 30 days before today.';
COMMENT ON COLUMN v_ai_diagnostic_stock.lost_30_days IS 'Asked for in vain in those days, where it was written down.';
COMMENT ON COLUMN v_ai_diagnostic_stock.empty_days_30_days IS 'Days of those on which it was out for most of the opening hours.';
COMMENT ON COLUMN v_ai_diagnostic_stock.forecast_on IS 'The morning for which the last night foresaw it. This column and all after it but the last two are null where no night has yet.';
COMMENT ON COLUMN v_ai_diagnostic_stock.demand_class IS 'smooth, erratic, intermittent, lumpy or new.';
COMMENT ON COLUMN v_ai_diagnostic_stock.reliability IS 'How far the forecast can be leaned on: high, medium or low.';
COMMENT ON COLUMN v_ai_diagnostic_stock.abc_class IS 'A: brings in the first 80 % of turnover, B: up to 95 %, C: the rest.';
COMMENT ON COLUMN v_ai_diagnostic_stock.xyz_class IS 'X sells evenly, Y less so, Z in jumps.';
COMMENT ON COLUMN v_ai_diagnostic_stock.per_day IS 'Sales expected of a usual day.';
COMMENT ON COLUMN v_ai_diagnostic_stock.cover_days IS 'Days that available lasts at per_day; null where no sale is expected.';
COMMENT ON COLUMN v_ai_diagnostic_stock.out_on IS 'Day on which it runs out, as that night saw it; null where not within a fortnight.';
COMMENT ON COLUMN v_ai_diagnostic_stock.out_earliest IS 'One time in ten it runs out by that day.';
COMMENT ON COLUMN v_ai_diagnostic_stock.out_latest IS 'Nine times in ten it has run out by that day.';
COMMENT ON COLUMN v_ai_diagnostic_stock.safety_stock IS 'Part of target_stock that is there for what cannot be foreseen.';
COMMENT ON COLUMN v_ai_diagnostic_stock.target_stock IS 'What on_hand, less reserved, with on_order is to be brought up to.';
COMMENT ON COLUMN v_ai_diagnostic_stock.pack_size IS 'The supplier sells it in packs of so many.';
COMMENT ON COLUMN v_ai_diagnostic_stock.min_order IS 'The least that the supplier sells.';

COMMENT ON VIEW v_ai_analyse_ventes IS 'Each line of each sale that stands; one that was voided is not there. Nobody who buys or sells is named.';
COMMENT ON COLUMN v_ai_analyse_ventes.shop IS 'Code of the business.';
COMMENT ON COLUMN v_ai_analyse_ventes.sale_no IS 'The sale: V-318 is 318. Count it once: a sale has several lines.';
COMMENT ON COLUMN v_ai_analyse_ventes.sold_at IS 'When. Bound it where the past is long: an index goes by it.';
COMMENT ON COLUMN v_ai_analyse_ventes.day IS 'The day of it, where the shop is.';
COMMENT ON COLUMN v_ai_analyse_ventes.weekday IS '1 is Monday, 7 is Sunday.';
COMMENT ON COLUMN v_ai_analyse_ventes.hour IS 'The hour of it, where the shop is: 0 to 23.';
COMMENT ON COLUMN v_ai_analyse_ventes.variant_id IS 'The product in all three views.';
COMMENT ON COLUMN v_ai_analyse_ventes.product_code IS 'Its code in the shop; variants share it.';
COMMENT ON COLUMN v_ai_analyse_ventes.product IS 'Its name, with that of the variant.';
COMMENT ON COLUMN v_ai_analyse_ventes.category IS 'Empty where it has none.';
COMMENT ON COLUMN v_ai_analyse_ventes.abc_class IS 'A, B or C as the last night classed it; null where no night has yet.';
COMMENT ON COLUMN v_ai_analyse_ventes.qty IS 'So many were sold.';
COMMENT ON COLUMN v_ai_analyse_ventes.unit IS 'What qty counts.';
COMMENT ON COLUMN v_ai_analyse_ventes.unit_xof IS 'Price of one, as it was sold.';
COMMENT ON COLUMN v_ai_analyse_ventes.revenue_xof IS 'What the line brought in.';
COMMENT ON COLUMN v_ai_analyse_ventes.cost_xof IS 'What was sold had cost that, at its average cost; null where no cost was known.';
COMMENT ON COLUMN v_ai_analyse_ventes.margin_xof IS 'revenue_xof less cost_xof; null where no cost was known.';
COMMENT ON COLUMN v_ai_analyse_ventes.paid_how IS 'cash, momo or credit.';
COMMENT ON COLUMN v_ai_analyse_ventes.channel IS 'Where it was typed: whatsapp, sms, ussd or system.';
COMMENT ON COLUMN v_ai_analyse_ventes.is_order IS 'Whether a client ordered it through Griot.';

COMMENT ON VIEW v_ai_recommandations IS 'What to do about the shelves today: what to order, and what sleeps and ought to be cleared.';
COMMENT ON COLUMN v_ai_recommandations.shop IS 'Code of the business.';
COMMENT ON COLUMN v_ai_recommandations.kind IS 'order: buy it; clear: it is dormant, sell it off.';
COMMENT ON COLUMN v_ai_recommandations.variant_id IS 'The product in all three views.';
COMMENT ON COLUMN v_ai_recommandations.product_code IS 'Its code in the shop; variants share it.';
COMMENT ON COLUMN v_ai_recommandations.product IS 'Its name, with that of the variant.';
COMMENT ON COLUMN v_ai_recommandations.supplier IS 'Who to order it of; empty where nobody was named.';
COMMENT ON COLUMN v_ai_recommandations.units IS 'So many: to order, in whole packs, or to clear.';
COMMENT ON COLUMN v_ai_recommandations.amount_xof IS 'What they cost, or hold; null where no cost is known.';
COMMENT ON COLUMN v_ai_recommandations.available IS 'What can be sold now.';
COMMENT ON COLUMN v_ai_recommandations.on_order IS 'Ordered of the supplier and not come yet: it is counted on.';
COMMENT ON COLUMN v_ai_recommandations.target_stock IS 'What the order brings it up to.';
COMMENT ON COLUMN v_ai_recommandations.cover_days IS 'Days that available lasts; null where no sale is expected.';
COMMENT ON COLUMN v_ai_recommandations.out_on IS 'Day on which it runs out, as the last night saw it; null where not within a fortnight.';
COMMENT ON COLUMN v_ai_recommandations.reliability IS 'How far the forecast can be leaned on: high, medium or low.';
COMMENT ON COLUMN v_ai_recommandations.last_sold_on IS 'Day of the last sale; null where it was never sold.';
COMMENT ON COLUMN v_ai_recommandations.forecast_on IS 'The morning for which the last night foresaw it.';
