-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "key" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Order_key_key" ON "Order"("key");
