-- CreateTable
CREATE TABLE "GarmentType" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "baseDays" INTEGER NOT NULL DEFAULT 7,
    "priceXof" BIGINT,
    "measureKeys" TEXT[],
    "points" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "GarmentType_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClosedDay" (
    "tenantId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT,

    CONSTRAINT "ClosedDay_pkey" PRIMARY KEY ("tenantId","day")
);

-- CreateTable
CREATE TABLE "WorkWeek" (
    "tenantId" UUID NOT NULL,
    "week" DATE NOT NULL,

    CONSTRAINT "WorkWeek_pkey" PRIMARY KEY ("tenantId","week")
);

-- CreateTable
CREATE TABLE "Counter" (
    "tenantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("tenantId","kind","year")
);

-- CreateTable
CREATE TABLE "MeasureProfile" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "MeasureProfile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureVersion" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "profileId" UUID NOT NULL,
    "values" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "takenBy" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "MeasureVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "clientId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "heldFrom" TEXT,
    "urgency" TEXT NOT NULL,
    "fabricBy" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "promisedOn" DATE,
    "firstPromise" DATE,
    "totalXof" BIGINT,
    "depositXof" BIGINT NOT NULL DEFAULT 0,
    "paidXof" BIGINT NOT NULL DEFAULT 0,
    "priceLockedAt" TIMESTAMPTZ(6),
    "measureId" UUID,
    "source" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "rating" INTEGER,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "quotedAt" TIMESTAMPTZ(6),
    "confirmedAt" TIMESTAMPTZ(6),
    "readyAt" TIMESTAMPTZ(6),
    "deliveredAt" TIMESTAMPTZ(6),
    "endedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "garmentTypeId" UUID,
    "description" TEXT NOT NULL,
    "qty" DECIMAL(15,3) NOT NULL,
    "unitPriceXof" BIGINT,
    "lineXof" BIGINT,

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderHistory" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "field" TEXT,
    "before" TEXT,
    "after" TEXT,
    "reason" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "OrderHistory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderTask" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "memberId" UUID,
    "doneAt" TIMESTAMPTZ(6),
    "doneBy" TEXT,

    CONSTRAINT "OrderTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderMedia" (
    "tenantId" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "by" TEXT NOT NULL,
    "caption" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "OrderMedia_pkey" PRIMARY KEY ("orderId","eventId")
);

-- CreateTable
CREATE TABLE "PaymentAccount" (
    "id" UUID NOT NULL,
    "tenantId" UUID,
    "ref" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "secretSealed" TEXT NOT NULL,
    "webhookSealed" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "verifiedAt" TIMESTAMPTZ(6),
    "closedAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PaymentAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "accountId" UUID,
    "clientId" UUID,
    "contactId" UUID,
    "purpose" TEXT NOT NULL,
    "refId" UUID NOT NULL,
    "amountXof" BIGINT NOT NULL,
    "receivedXof" BIGINT NOT NULL DEFAULT 0,
    "method" TEXT NOT NULL,
    "mode" TEXT,
    "phone" TEXT,
    "key" TEXT NOT NULL,
    "providerId" TEXT,
    "payUrl" TEXT,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "channel" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "settledAt" TIMESTAMPTZ(6),

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentEvent" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amountXof" BIGINT,
    "source" TEXT NOT NULL,
    "hash" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PaymentEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "debitXof" BIGINT NOT NULL DEFAULT 0,
    "creditXof" BIGINT NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "refType" TEXT NOT NULL,
    "refId" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "paymentId" UUID,
    "orderId" UUID,
    "clientId" UUID NOT NULL,
    "amountXof" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "agreedBy" TEXT,
    "paidHow" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "paidAt" TIMESTAMPTZ(6),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReceiptPaper" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "paymentId" UUID NOT NULL,
    "amountXof" BIGINT NOT NULL,
    "remainingXof" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ReceiptPaper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimePage" (
    "tokenHash" TEXT NOT NULL,
    "tenantId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "spentAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "OneTimePage_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "GarmentType_tenantId_name_key" ON "GarmentType"("tenantId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "MeasureProfile_tenantId_clientId_label_key" ON "MeasureProfile"("tenantId", "clientId", "label");

-- CreateIndex
CREATE INDEX "MeasureVersion_profileId_takenAt_idx" ON "MeasureVersion"("profileId", "takenAt" DESC);

-- CreateIndex
CREATE INDEX "Order_tenantId_clientId_createdAt_idx" ON "Order"("tenantId", "clientId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Order_clientId_idx" ON "Order"("clientId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_tenantId_year_seq_key" ON "Order"("tenantId", "year", "seq");

-- CreateIndex
CREATE INDEX "OrderItem_orderId_idx" ON "OrderItem"("orderId");

-- CreateIndex
CREATE INDEX "OrderHistory_orderId_id_idx" ON "OrderHistory"("orderId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OrderTask_orderId_stage_key" ON "OrderTask"("orderId", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentAccount_ref_key" ON "PaymentAccount"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_key_key" ON "Payment"("key");

-- CreateIndex
CREATE INDEX "Payment_tenantId_refId_createdAt_idx" ON "Payment"("tenantId", "refId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Payment_accountId_providerId_key" ON "Payment"("accountId", "providerId");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentEvent_key_key" ON "PaymentEvent"("key");

-- CreateIndex
CREATE INDEX "PaymentEvent_paymentId_id_idx" ON "PaymentEvent"("paymentId", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_tenantId_account_idx" ON "LedgerEntry"("tenantId", "account");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_refType_refId_kind_account_key" ON "LedgerEntry"("refType", "refId", "kind", "account");

-- CreateIndex
CREATE INDEX "Refund_tenantId_status_idx" ON "Refund"("tenantId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "ReceiptPaper_paymentId_key" ON "ReceiptPaper"("paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "ReceiptPaper_tenantId_year_seq_key" ON "ReceiptPaper"("tenantId", "year", "seq");

-- AddForeignKey
ALTER TABLE "MeasureVersion" ADD CONSTRAINT "MeasureVersion_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES "MeasureProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderTask" ADD CONSTRAINT "OrderTask_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT wall(ARRAY['GarmentType', 'ClosedDay', 'WorkWeek', 'Counter', 'MeasureProfile', 'MeasureVersion', 'Order', 'OrderItem', 'OrderHistory', 'OrderTask', 'OrderMedia',
  'PaymentAccount', 'Payment', 'PaymentEvent', 'LedgerEntry', 'Refund', 'ReceiptPaper', 'OneTimePage'])::text;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO griot_business;
SELECT append_only(ARRAY['MeasureVersion', 'OrderHistory', 'PaymentEvent', 'LedgerEntry'])::text;

-- One that is asked for at a time: a second tap finds the first request.
CREATE UNIQUE INDEX "Payment_live" ON "Payment" ("tenantId", purpose, "refId") WHERE status IN ('created', 'unknown', 'pending');
CREATE UNIQUE INDEX "PaymentAccount_open" ON "PaymentAccount" ("tenantId") WHERE "closedAt" IS NULL AND "tenantId" IS NOT NULL;
-- What a workshop looks at each day: only what is not finished, however much has been delivered.
CREATE INDEX "Order_board" ON "Order" ("tenantId", "promisedOn") WHERE status IN ('confirmed', 'in_progress', 'fitting', 'ready', 'on_hold');
CREATE INDEX "OrderTask_open" ON "OrderTask" ("tenantId", "memberId") WHERE "doneAt" IS NULL;

-- Both sides of an entry come to the same, whoever writes it.
CREATE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum("debitXof") <> sum("creditXof") FROM "LedgerEntry" WHERE "refType" = NEW."refType" AND "refId" = NEW."refId" AND kind = NEW.kind) THEN
    RAISE EXCEPTION '% of % % does not balance in the ledger', NEW.kind, NEW."refType", NEW."refId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON "LedgerEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced();
ALTER TABLE "LedgerEntry" ADD CONSTRAINT one_side CHECK ("debitXof" >= 0 AND "creditXof" >= 0 AND ("debitXof" = 0) <> ("creditXof" = 0));
ALTER TABLE "Order" ADD CONSTRAINT amounts CHECK (coalesce("totalXof", 0) >= 0 AND "depositXof" >= 0 AND "paidXof" >= 0);
ALTER TABLE "Payment" ADD CONSTRAINT amounts CHECK ("amountXof" > 0 AND "receivedXof" >= 0);
