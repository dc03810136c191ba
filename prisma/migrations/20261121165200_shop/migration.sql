-- CreateTable
CREATE TABLE "Category" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Supplier" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "leadTimeDays" INTEGER NOT NULL DEFAULT 7,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Supplier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "words" TEXT NOT NULL,
    "barcode" TEXT,
    "categoryId" UUID,
    "supplierId" UUID,
    "unit" TEXT NOT NULL,
    "packSize" DECIMAL(15,3) NOT NULL DEFAULT 1,
    "minOrder" DECIMAL(15,3) NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Variant" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "priceXof" BIGINT NOT NULL,
    "costXof" BIGINT,
    "onHand" DECIMAL(15,3) NOT NULL DEFAULT 0,
    "reserved" DECIMAL(15,3) NOT NULL DEFAULT 0,
    "worth" DECIMAL(20,3) NOT NULL DEFAULT 0,
    "unitCost" DECIMAL(20,3) NOT NULL DEFAULT 0,
    "minStock" DECIMAL(15,3),
    "maxStock" DECIMAL(15,3),
    "lastSoldAt" TIMESTAMPTZ(6),
    "lastInAt" TIMESTAMPTZ(6),
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitConversion" (
    "tenantId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "factor" DECIMAL(15,3) NOT NULL,

    CONSTRAINT "UnitConversion_pkey" PRIMARY KEY ("productId","unit")
);

-- CreateTable
CREATE TABLE "StockMove" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,
    "worth" DECIMAL(20,3) NOT NULL,
    "corrected" DECIMAL(20,3) NOT NULL DEFAULT 0,
    "refType" TEXT NOT NULL,
    "refId" UUID NOT NULL,
    "by" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StockMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoodsReceipt" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,
    "unitXof" BIGINT NOT NULL,
    "by" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "GoodsReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sale" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "totalXof" BIGINT NOT NULL,
    "costXof" BIGINT NOT NULL,
    "marginXof" BIGINT NOT NULL,
    "paidHow" TEXT NOT NULL,
    "clientId" UUID,
    "by" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "soldAt" TIMESTAMPTZ(6) NOT NULL,
    "voidedAt" TIMESTAMPTZ(6),
    "voidedBy" TEXT,

    CONSTRAINT "Sale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SaleLine" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "saleId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,
    "unitXof" BIGINT NOT NULL,
    "lineXof" BIGINT NOT NULL,
    "costXof" BIGINT,
    "soldAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SaleLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LostDemand" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,
    "by" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "LostDemand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockCount" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "variantId" UUID NOT NULL,
    "counted" DECIMAL(15,3) NOT NULL,
    "expected" DECIMAL(15,3) NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "agreedBy" TEXT,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "settledAt" TIMESTAMPTZ(6),

    CONSTRAINT "StockCount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reservation" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,
    "orderId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "releasedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DebtEntry" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "saleId" UUID,
    "amountXof" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "DebtEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertRule" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "variantId" UUID,
    "threshold" DECIMAL(15,3),
    "pausedAt" TIMESTAMPTZ(6),
    "mutedUntil" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "AlertRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertEpisode" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "ruleId" UUID,
    "kind" TEXT NOT NULL,
    "variantId" UUID,
    "severity" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(6) NOT NULL,
    "ackedBy" TEXT,
    "ackedAt" TIMESTAMPTZ(6),
    "mutedUntil" TIMESTAMPTZ(6),
    "closedAt" TIMESTAMPTZ(6),

    CONSTRAINT "AlertEpisode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Category_tenantId_name_key" ON "Category"("tenantId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Supplier_tenantId_code_key" ON "Supplier"("tenantId", "code");

-- CreateIndex
CREATE INDEX "Product_tenantId_barcode_idx" ON "Product"("tenantId", "barcode");

-- CreateIndex
CREATE UNIQUE INDEX "Product_tenantId_code_key" ON "Product"("tenantId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Variant_tenantId_productId_name_key" ON "Variant"("tenantId", "productId", "name");

-- CreateIndex
CREATE INDEX "StockMove_variantId_id_idx" ON "StockMove"("variantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StockMove_refType_refId_kind_variantId_key" ON "StockMove"("refType", "refId", "kind", "variantId");

-- CreateIndex
CREATE UNIQUE INDEX "GoodsReceipt_key_key" ON "GoodsReceipt"("key");

-- CreateIndex
CREATE INDEX "GoodsReceipt_variantId_at_idx" ON "GoodsReceipt"("variantId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Sale_key_key" ON "Sale"("key");

-- CreateIndex
CREATE INDEX "Sale_tenantId_soldAt_idx" ON "Sale"("tenantId", "soldAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Sale_tenantId_seq_key" ON "Sale"("tenantId", "seq");

-- CreateIndex
CREATE INDEX "SaleLine_saleId_idx" ON "SaleLine"("saleId");

-- CreateIndex
CREATE INDEX "SaleLine_variantId_soldAt_idx" ON "SaleLine"("variantId", "soldAt");

-- CreateIndex
CREATE UNIQUE INDEX "LostDemand_key_key" ON "LostDemand"("key");

-- CreateIndex
CREATE INDEX "LostDemand_variantId_at_idx" ON "LostDemand"("variantId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "StockCount_key_key" ON "StockCount"("key");

-- CreateIndex
CREATE UNIQUE INDEX "StockCount_tenantId_seq_key" ON "StockCount"("tenantId", "seq");

-- CreateIndex
CREATE INDEX "StockCount_tenantId_status_idx" ON "StockCount"("tenantId", "status");

-- CreateIndex
CREATE INDEX "Reservation_expiresAt_idx" ON "Reservation"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Reservation_orderId_variantId_key" ON "Reservation"("orderId", "variantId");

-- CreateIndex
CREATE UNIQUE INDEX "DebtEntry_key_key" ON "DebtEntry"("key");

-- CreateIndex
CREATE INDEX "DebtEntry_tenantId_clientId_idx" ON "DebtEntry"("tenantId", "clientId");

-- CreateIndex
CREATE INDEX "AlertRule_tenantId_kind_idx" ON "AlertRule"("tenantId", "kind");

-- CreateIndex
CREATE INDEX "AlertEpisode_tenantId_openedAt_idx" ON "AlertEpisode"("tenantId", "openedAt" DESC);

-- AddForeignKey
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitConversion" ADD CONSTRAINT "UnitConversion_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SaleLine" ADD CONSTRAINT "SaleLine_saleId_fkey" FOREIGN KEY ("saleId") REFERENCES "Sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT wall(ARRAY['Category', 'Supplier', 'Product', 'Variant', 'UnitConversion', 'StockMove', 'GoodsReceipt', 'Sale', 'SaleLine', 'LostDemand', 'StockCount', 'Reservation', 'DebtEntry', 'AlertRule', 'AlertEpisode'])::text;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO griot_business;
SELECT append_only(ARRAY['StockMove', 'LostDemand', 'DebtEntry'])::text;

-- One thing is wrong once, however many movements say so at the same moment.
CREATE UNIQUE INDEX "AlertEpisode_open" ON "AlertEpisode" ("tenantId", kind, coalesce("variantId", "tenantId")) WHERE "closedAt" IS NULL;
CREATE INDEX "Reservation_live" ON "Reservation" ("variantId") WHERE "releasedAt" IS NULL;
ALTER TABLE "Variant" ADD CONSTRAINT amounts CHECK ("priceXof" >= 0 AND coalesce("costXof", 0) >= 0 AND reserved >= 0);
ALTER TABLE "Sale" ADD CONSTRAINT amounts CHECK ("totalXof" >= 0);
ALTER TABLE "SaleLine" ADD CONSTRAINT amounts CHECK (qty > 0 AND "unitXof" >= 0 AND "lineXof" >= 0);
