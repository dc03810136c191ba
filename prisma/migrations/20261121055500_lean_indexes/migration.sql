-- Every index of a row that changes with each turn is paid for with each turn: only those that a statement of every day needs stay.
DROP INDEX "Conversation_updatedAt_idx";
DROP INDEX "InboundState_waiting";
-- Before it is sent nobody knows a message by the network's id; nearly all are never overdue.
DROP INDEX "Outbox_provider_providerId_idx";
CREATE INDEX "Outbox_provider_id" ON "Outbox" ("providerId") WHERE "providerId" IS NOT NULL;
DROP INDEX "Outbox_overdue";
CREATE INDEX "Outbox_overdue" ON "Outbox" ("fallbackAt") WHERE "fallbackAt" IS NOT NULL;
