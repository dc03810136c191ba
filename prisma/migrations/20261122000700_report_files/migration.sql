-- CreateTable
CREATE TABLE "ReportFile" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ReportFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReportFile_key_key" ON "ReportFile"("key");

-- CreateIndex
CREATE INDEX "ReportFile_sha256_idx" ON "ReportFile"("sha256");

SELECT wall(ARRAY['ReportFile'])::text;
ALTER TABLE "ReportFile" ADD CONSTRAINT known_kind CHECK (kind IN ('inventory', 'sales', 'monthly', 'bank'));
