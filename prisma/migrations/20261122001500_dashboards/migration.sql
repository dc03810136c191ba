-- What dashboards show of the days that are over, counted for every business at once and kept until it is counted again.
-- Row level security ends where rows are stored a second time: no business has a right on these. Each is read through a view
-- that is its owner's and shows the business of the transaction; it names no business, as there is only one to be seen.

-- When all of them were counted: what happened since the day of that began is read from the books themselves.
CREATE MATERIALIZED VIEW m_refreshed AS SELECT 1 AS one, asked_at() AS at;
CREATE UNIQUE INDEX m_refreshed_one ON m_refreshed (one);

CREATE MATERIALIZED VIEW m_sales_days AS
SELECT t.id AS "tenantId", d.* FROM "Tenant" t
CROSS JOIN LATERAL (SELECT (asked_at() AT TIME ZONE t.timezone)::date AS today) a
CROSS JOIN LATERAL (
  SELECT (s."soldAt" AT TIME ZONE t.timezone)::date AS day, count(*)::int AS sales, sum(l.qty) AS units, sum(s."totalXof") AS "revenueXof", sum(s."costXof") AS "costXof", sum(s."marginXof") AS "marginXof"
  FROM "Sale" s CROSS JOIN LATERAL (SELECT sum(l.qty) AS qty FROM "SaleLine" l WHERE l."saleId" = s.id) l
  WHERE s."tenantId" = t.id AND s."voidedAt" IS NULL AND s."soldAt" >= (a.today - 60)::timestamp AT TIME ZONE t.timezone AND s."soldAt" < a.today::timestamp AT TIME ZONE t.timezone GROUP BY 1) d;
CREATE UNIQUE INDEX m_sales_days_key ON m_sales_days ("tenantId", day);

-- Thirty days with the one that is not over.
CREATE MATERIALIZED VIEW m_sold_products AS
SELECT t.id AS "tenantId", d.* FROM "Tenant" t
CROSS JOIN LATERAL (SELECT (asked_at() AT TIME ZONE t.timezone)::date AS today) a
CROSS JOIN LATERAL (
  SELECT l."variantId", sum(l.qty) AS qty, sum(l."lineXof") AS "revenueXof", coalesce(sum(l."costXof"), 0) AS "costXof", coalesce(sum(l."lineXof" - l."costXof"), 0) AS "marginXof"
  FROM "Sale" s JOIN "SaleLine" l ON l."saleId" = s.id
  WHERE s."tenantId" = t.id AND s."voidedAt" IS NULL AND s."soldAt" >= (a.today - 29)::timestamp AT TIME ZONE t.timezone AND s."soldAt" < a.today::timestamp AT TIME ZONE t.timezone GROUP BY 1) d;
CREATE UNIQUE INDEX m_sold_products_key ON m_sold_products ("tenantId", "variantId");

CREATE MATERIALIZED VIEW m_stock_health AS
SELECT v."tenantId", count(*)::int AS products, count(*) FILTER (WHERE v."onHand" - v.reserved <= 0)::int AS "out",
  count(*) FILTER (WHERE v."onHand" - v.reserved > 0 AND v."onHand" - v.reserved <= v."minStock")::int AS low,
  count(*) FILTER (WHERE v."onHand" > 0 AND v.worth = 0 AND v."costXof" IS NULL)::int AS unvalued,
  sum(greatest(v.worth, 0)) AS "worthXof", sum(greatest(v."onHand", 0) * coalesce(v."costXof", v."unitCost")) AS "lastWorthXof"
FROM "Variant" v JOIN "Product" p ON p.id = v."productId" WHERE v."archivedAt" IS NULL AND p."archivedAt" IS NULL GROUP BY 1;
CREATE UNIQUE INDEX m_stock_health_key ON m_stock_health ("tenantId");

CREATE VIEW v_refreshed WITH (security_barrier = true) AS SELECT at FROM m_refreshed WHERE current_tenant() IS NOT NULL;
CREATE VIEW v_sales_days WITH (security_barrier = true) AS SELECT day, sales, units, "revenueXof", "costXof", "marginXof" FROM m_sales_days WHERE "tenantId" = current_tenant();
CREATE VIEW v_sold_products WITH (security_barrier = true) AS SELECT "variantId", qty, "revenueXof", "costXof", "marginXof" FROM m_sold_products WHERE "tenantId" = current_tenant();
CREATE VIEW v_stock_health WITH (security_barrier = true) AS SELECT products, "out", low, unvalued, "worthXof", "lastWorthXof" FROM m_stock_health WHERE "tenantId" = current_tenant();
GRANT SELECT ON v_refreshed, v_sales_days, v_sold_products, v_stock_health TO griot_business;
