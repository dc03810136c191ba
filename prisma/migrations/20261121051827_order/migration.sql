-- AlterTable
ALTER TABLE "Outbox" ADD COLUMN     "refusedAt" TIMESTAMPTZ(6);

-- What was held for the morning leaves in its order too.
DROP INDEX "Outbox_order";
CREATE INDEX "Outbox_order" ON "Outbox" ("contactId", channel, lane, id) WHERE status IN ('waiting', 'held', 'sending');
