-- CreateTable
CREATE TABLE "Exchange" (
    "id" BIGSERIAL NOT NULL,
    "outboxId" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "ms" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" INTEGER,
    "code" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "Exchange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Exchange_outboxId_idx" ON "Exchange"("outboxId");

-- CreateIndex
CREATE INDEX "Exchange_at_idx" ON "Exchange"("at");

-- What waits for a human is counted and listed without reading what does not.
CREATE INDEX "Due_parked" ON "Due" (id) WHERE status = 'parked';
CREATE INDEX "Outbox_unknown" ON "Outbox" ("createdAt") WHERE status = 'unknown';
