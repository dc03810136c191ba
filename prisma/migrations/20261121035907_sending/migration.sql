-- A lease and a pause say the same: from when on somebody may take the row.
UPDATE "Outbox" SET "availableAt" = "leaseUntil" WHERE "leaseUntil" IS NOT NULL;

-- AlterTable
ALTER TABLE "ChannelIdentity" ADD COLUMN     "heldUntil" TIMESTAMPTZ(6),
ADD COLUMN     "paceUntil" TIMESTAMPTZ(6);

DROP INDEX "Outbox_waiting";
DROP INDEX "Outbox_order";

-- AlterTable
ALTER TABLE "Outbox" DROP COLUMN "leaseUntil",
ADD COLUMN     "doubts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fallbackAt" TIMESTAMPTZ(6),
ADD COLUMN     "insteadOf" BIGINT,
ADD COLUMN     "lane" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "validUntil" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "Line" (
    "channel" "Channel" NOT NULL,
    "heldUntil" TIMESTAMPTZ(6),
    "bulkHeldUntil" TIMESTAMPTZ(6),
    "stoppedAt" TIMESTAMPTZ(6),
    "stoppedBy" TEXT,

    CONSTRAINT "Line_pkey" PRIMARY KEY ("channel")
);

-- A pace is worth nothing after a crash of the server, and must not cost a flush to disk.
CREATE UNLOGGED TABLE "LineRate" (
    "channel" "Channel" NOT NULL,
    "nextAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "LineRate_pkey" PRIMARY KEY ("channel")
);

-- The queues: what waits for answers in the order it was written, the rest by tenant, so that each gets its turn.
CREATE INDEX "Outbox_answers" ON "Outbox" (id) WHERE status IN ('waiting', 'held', 'sending') AND lane = 0;
CREATE INDEX "Outbox_others" ON "Outbox" ((coalesce("tenantId", '00000000-0000-0000-0000-000000000000'::uuid)), lane, "availableAt") WHERE status IN ('waiting', 'held', 'sending') AND lane > 0;
CREATE INDEX "Outbox_order" ON "Outbox" ("contactId", channel, lane, id) WHERE status IN ('waiting', 'sending');
CREATE INDEX "Outbox_overdue" ON "Outbox" ("fallbackAt") WHERE status = 'sent' AND "receiptRank" < 3;
-- How often somebody was written to by SMS because the other way failed.
CREATE INDEX "Outbox_instead" ON "Outbox" ("contactId", "createdAt") WHERE "insteadOf" IS NOT NULL;
