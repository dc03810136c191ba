-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'tailored';

-- AlterTable
ALTER TABLE "OrderItem" ADD COLUMN     "variantId" UUID;

-- AlterTable
ALTER TABLE "Sale" ADD COLUMN     "orderId" UUID;

-- CreateTable
CREATE TABLE "CartLine" (
    "tenantId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "CartLine_pkey" PRIMARY KEY ("clientId","variantId")
);

-- CreateTable
CREATE TABLE "StockWait" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "toldAt" TIMESTAMPTZ(6),

    CONSTRAINT "StockWait_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StockWait_variantId_id_idx" ON "StockWait"("variantId", "id");

SELECT wall(ARRAY['CartLine', 'StockWait'])::text;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO griot_business;
CREATE UNIQUE INDEX "StockWait_open" ON "StockWait" ("clientId", "variantId") WHERE "toldAt" IS NULL;
-- An order leaves the shelf once, and again only after it has come back.
CREATE UNIQUE INDEX "Sale_order" ON "Sale" ("orderId") WHERE "voidedAt" IS NULL;
ALTER TABLE "CartLine" ADD CONSTRAINT amounts CHECK (qty > 0);
ALTER TABLE "Reservation" ADD CONSTRAINT amounts CHECK (qty > 0);
DROP INDEX "Order_board";
CREATE INDEX "Order_board" ON "Order" ("tenantId", "promisedOn") WHERE status IN ('confirmed', 'in_progress', 'fitting', 'preparing', 'ready', 'on_hold');
