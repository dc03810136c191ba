-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "paidRef" TEXT;
