-- While one line is full, what waits for it is not read to find that nothing waits for the other.
DROP INDEX "Outbox_others";
CREATE INDEX "Outbox_others" ON "Outbox" ((coalesce("tenantId", '00000000-0000-0000-0000-000000000000'::uuid)), channel, lane, "availableAt") WHERE status IN ('waiting', 'held', 'sending') AND lane > 0;
