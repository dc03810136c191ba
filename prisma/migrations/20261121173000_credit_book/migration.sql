-- DropIndex
DROP INDEX "DebtEntry_tenantId_clientId_idx";

-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "remindedAt" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "DebtEntry" ADD COLUMN     "paidHow" TEXT,
ADD COLUMN     "seq" INTEGER,
ADD COLUMN     "undoes" BIGINT;

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "photoId" BIGINT;

-- CreateTable
CREATE TABLE "TillCount" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "countedXof" BIGINT NOT NULL,
    "expectedXof" BIGINT NOT NULL,
    "salesXof" BIGINT NOT NULL,
    "debtsXof" BIGINT NOT NULL,
    "ordersXof" BIGINT NOT NULL,
    "reason" TEXT,
    "by" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "TillCount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TillCount_key_key" ON "TillCount"("key");

-- CreateIndex
CREATE UNIQUE INDEX "TillCount_tenantId_seq_key" ON "TillCount"("tenantId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "DebtEntry_undoes_key" ON "DebtEntry"("undoes");

-- CreateIndex
CREATE INDEX "DebtEntry_tenantId_clientId_id_idx" ON "DebtEntry"("tenantId", "clientId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DebtEntry_tenantId_seq_key" ON "DebtEntry"("tenantId", "seq");

SELECT wall(ARRAY['TillCount'])::text;
SELECT append_only(ARRAY['TillCount'])::text;
ALTER TABLE "TillCount" ADD CONSTRAINT amounts CHECK ("countedXof" >= 0);

-- What the till sums: one entry of the index for each cash sale that stands.
CREATE INDEX "Sale_cash" ON "Sale" ("tenantId") INCLUDE ("totalXof") WHERE "paidHow" = 'cash' AND "voidedAt" IS NULL;
