-- Nearly no contact has become another: an index of those that have not was read whole to find the ones that are still there.
DROP INDEX "Contact_mergedIntoId_idx";
CREATE INDEX "Contact_merged" ON "Contact" ("mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;
