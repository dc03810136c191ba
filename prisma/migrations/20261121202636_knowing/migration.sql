-- CreateTable
CREATE TABLE "DemandDay" (
    "tenantId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "sold" DECIMAL(15,3) NOT NULL,
    "lost" DECIMAL(15,3) NOT NULL,
    "inStock" DECIMAL(4,3) NOT NULL,
    "revenueXof" BIGINT NOT NULL,
    "costXof" BIGINT NOT NULL,
    "marginXof" BIGINT NOT NULL,

    CONSTRAINT "DemandDay_pkey" PRIMARY KEY ("variantId","day")
);

-- CreateTable
CREATE TABLE "ForecastRun" (
    "tenantId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "products" INTEGER NOT NULL,
    "wape" DOUBLE PRECISION,
    "reliability" TEXT NOT NULL,

    CONSTRAINT "ForecastRun_pkey" PRIMARY KEY ("tenantId","day")
);

-- CreateTable
CREATE TABLE "Forecast" (
    "tenantId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "demandClass" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "reliability" TEXT NOT NULL,
    "wape" DOUBLE PRECISION,
    "usableDays" INTEGER NOT NULL,
    "brokeOn" DATE,
    "perDay" DOUBLE PRECISION NOT NULL,
    "dispersion" DOUBLE PRECISION NOT NULL,
    "levelError" DOUBLE PRECISION NOT NULL,
    "expected" JSONB NOT NULL,
    "abc" TEXT NOT NULL,
    "xyz" TEXT NOT NULL,
    "leadDays" DOUBLE PRECISION NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "safety" DOUBLE PRECISION NOT NULL,
    "coverDays" DOUBLE PRECISION,
    "outOn" DATE,
    "outEarliest" DATE,
    "outLatest" DATE,
    "advised" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Forecast_pkey" PRIMARY KEY ("variantId")
);

-- CreateIndex
CREATE INDEX "DemandDay_tenantId_day_idx" ON "DemandDay"("tenantId", "day");

-- CreateIndex
CREATE INDEX "Forecast_tenantId_idx" ON "Forecast"("tenantId");

-- CreateIndex
CREATE INDEX "StockMove_tenantId_at_idx" ON "StockMove"("tenantId", "at");

SELECT wall(ARRAY['DemandDay', 'ForecastRun', 'Forecast'])::text;
ALTER TABLE "DemandDay" ADD CONSTRAINT amounts CHECK (sold >= 0 AND lost >= 0 AND "inStock" BETWEEN 0 AND 1);
