-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "flood" JSONB;
