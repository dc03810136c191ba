import { createHash } from 'node:crypto';
import type { Prisma, Tx } from '../../db/open-database.ts';

type Fact = string | number | boolean | null | Fact[] | { [name: string]: Fact };
type Facts = { [name: string]: Fact };

/** Never personal text: what stands here cannot be emptied afterwards. */
type AuditEntry = {
  tenantId?: string | null;
  actor: string;
  action: string;
  entity: string;
  entityId?: string | null;
  before?: Facts;
  after?: Facts;
  reason?: string | null;
  address?: string | null;
  at: Date;
};

const NOTHING_BEFORE = '0'.repeat(64);
const ROWS_PER_READ = 500;

/**
 * Adds a row to the chain of its business, or to the platform's: behind the wall a business cannot see the last row of another's.
 * The lock holds until the commit and makes the writers of one chain take turns: write the audit last.
 * It needs READ COMMITTED, where the query after the lock sees what the previous holder wrote.
 */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { before, after, ...row } = withNulls(entry);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit:${row.tenantId ?? 'platform'}`}, 0))`;
  const last = await tx.$queryRaw<{ hash: string }[]>`
    SELECT hash FROM "AuditLog" WHERE "tenantId" IS NOT DISTINCT FROM ${row.tenantId}::uuid ORDER BY id DESC LIMIT 1`;
  const previous = last[0]?.hash ?? NOTHING_BEFORE;
  const hash = hashOf(previous, { before, after, ...row });
  await tx.auditLog.create({ data: { ...row, ...(before && { before }), ...(after && { after }), previous, hash } });
}

/** Reads a chain from its start. `brokenAt` is the first row that was altered, or whose predecessor is gone; a tail cut off whole leaves no trace. */
export async function verifyAudit(db: Prisma | Tx, tenantId: string | null = null): Promise<{ rows: number; brokenAt?: string }> {
  let previous = NOTHING_BEFORE;
  let rows = 0;
  for (let after = 0n; ; ) {
    const read = await db.auditLog.findMany({ where: { tenantId, id: { gt: after } }, orderBy: { id: 'asc' }, take: ROWS_PER_READ });
    for (const { id, hash, previous: named, ...row } of read) {
      if (named !== previous || hash !== hashOf(previous, row)) return { rows, brokenAt: String(id) };
      previous = hash;
      rows += 1;
      after = id;
    }
    if (read.length < ROWS_PER_READ) return { rows };
  }
}

const withNulls = (entry: AuditEntry) => ({
  tenantId: null, entityId: null, reason: null, address: null,
  before: null, after: null,
  ...entry,
});

const hashOf = (previous: string, row: object): string => createHash('sha256').update(previous).update(canonical(row)).digest('hex');

/** The same JSON before and after a stay in the database, which orders the fields of a document as it likes. */
const canonical = (row: object): string => JSON.stringify(row, (_, value: unknown) => (isDocument(value) ? sorted(value) : value));

const isDocument = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (document: object) => Object.fromEntries(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1)));
