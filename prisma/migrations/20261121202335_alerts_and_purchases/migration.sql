-- DropIndex
DROP INDEX "AlertRule_tenantId_kind_idx";

-- AlterTable
ALTER TABLE "AlertEpisode" DROP COLUMN "mutedUntil",
DROP COLUMN "ruleId",
ADD COLUMN     "remindAt" TIMESTAMPTZ(6),
ADD COLUMN     "toldAt" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "AlertRule" DROP COLUMN "threshold";

-- AlterTable
ALTER TABLE "GoodsReceipt" ADD COLUMN     "expiresOn" DATE;

-- CreateTable
CREATE TABLE "AlertRecipient" (
    "tenantId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(6) NOT NULL,
    "answeredAt" TIMESTAMPTZ(6),

    CONSTRAINT "AlertRecipient_pkey" PRIMARY KEY ("tenantId","memberId")
);

-- CreateTable
CREATE TABLE "AlertEvent" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" UUID NOT NULL,
    "episodeId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "AlertEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseOrder" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "supplierId" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "totalXof" BIGINT NOT NULL,
    "etaOn" DATE,
    "by" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "sentAt" TIMESTAMPTZ(6),
    "answeredAt" TIMESTAMPTZ(6),
    "lateToldAt" TIMESTAMPTZ(6),
    "receivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "PurchaseOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseLine" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "purchaseId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,
    "unitXof" BIGINT NOT NULL,
    "received" DECIMAL(15,3) NOT NULL DEFAULT 0,

    CONSTRAINT "PurchaseLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseReceipt" (
    "tenantId" UUID NOT NULL,
    "receiptId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,

    CONSTRAINT "PurchaseReceipt_pkey" PRIMARY KEY ("receiptId","lineId")
);

-- CreateTable
CREATE TABLE "PurchaseHistory" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" UUID NOT NULL,
    "purchaseId" UUID NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchaseHistory_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AlertRecipient_memberId_idx" ON "AlertRecipient"("memberId");

-- CreateIndex
CREATE INDEX "AlertEvent_episodeId_id_idx" ON "AlertEvent"("episodeId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseOrder_key_key" ON "PurchaseOrder"("key");

-- CreateIndex
CREATE INDEX "PurchaseOrder_supplierId_receivedAt_idx" ON "PurchaseOrder"("supplierId", "receivedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseOrder_tenantId_seq_key" ON "PurchaseOrder"("tenantId", "seq");

-- CreateIndex
CREATE INDEX "PurchaseLine_variantId_idx" ON "PurchaseLine"("variantId");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseLine_purchaseId_variantId_key" ON "PurchaseLine"("purchaseId", "variantId");

-- CreateIndex
CREATE INDEX "PurchaseHistory_purchaseId_id_idx" ON "PurchaseHistory"("purchaseId", "id");

-- AddForeignKey
ALTER TABLE "PurchaseLine" ADD CONSTRAINT "PurchaseLine_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "PurchaseOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT wall(ARRAY['AlertRecipient', 'AlertEvent', 'PurchaseOrder', 'PurchaseLine', 'PurchaseReceipt', 'PurchaseHistory'])::text;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO griot_business;
SELECT append_only(ARRAY['AlertEvent', 'PurchaseHistory'])::text;

CREATE UNIQUE INDEX "AlertRule_one" ON "AlertRule" ("tenantId", kind, coalesce("variantId", "tenantId"));
-- What the sweep looks for: what is wrong and was not told, or is to be told again.
CREATE INDEX "AlertEpisode_untold" ON "AlertEpisode" ("tenantId") WHERE "closedAt" IS NULL AND ("toldAt" IS NULL OR "remindAt" IS NOT NULL);
CREATE INDEX "PurchaseOrder_awaited" ON "PurchaseOrder" ("tenantId", "etaOn") WHERE status IN ('sent', 'confirmed', 'partial');
-- A supplier answers from a phone, and belongs to no business.
CREATE INDEX "PurchaseOrder_phone" ON "PurchaseOrder" (phone) WHERE status IN ('sent', 'confirmed', 'refused', 'partial');
CREATE INDEX "GoodsReceipt_expires" ON "GoodsReceipt" ("tenantId", "expiresOn") WHERE "expiresOn" IS NOT NULL;
ALTER TABLE "PurchaseOrder" ADD CONSTRAINT known_status CHECK (status IN ('draft', 'sent', 'confirmed', 'refused', 'partial', 'received', 'cancelled'));
-- More than was ordered is never counted against the order.
ALTER TABLE "PurchaseLine" ADD CONSTRAINT amounts CHECK (qty > 0 AND "unitXof" >= 0 AND received >= 0 AND received <= qty);
ALTER TABLE "PurchaseReceipt" ADD CONSTRAINT amounts CHECK (qty > 0);
-- The net under the movements looks at what is short only.
CREATE INDEX "Variant_short" ON "Variant" ("tenantId") WHERE "archivedAt" IS NULL AND "lastInAt" IS NOT NULL AND "onHand" - reserved <= coalesce("minStock", 0);
