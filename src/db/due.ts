import type { Prisma } from './open-database.ts';

export type DueJob = { id: number; key: string; kind: string; contactId: string | null; payload: unknown; step: number | null; attempts: number; createdAt: Date };

/** Takes what is due under a lease: a worker that dies lets it lapse, and another does the work. */
export const claimDue = (db: Prisma, { now, leaseUntil, limit }: { now: Date; leaseUntil: Date; limit: number }) => db.$queryRaw<DueJob[]>`
  UPDATE "Due" d SET attempts = d.attempts + 1, "leaseUntil" = ${leaseUntil}::timestamptz
  FROM (SELECT id FROM "Due" WHERE status = 'waiting' AND "runAt" <= ${now}::timestamptz AND ("leaseUntil" IS NULL OR "leaseUntil" < ${now}::timestamptz)
        ORDER BY "runAt", id LIMIT ${limit} FOR UPDATE SKIP LOCKED) ready
  WHERE d.id = ready.id
  RETURNING d.id::int AS id, d.key, d.kind, d."contactId"::text AS "contactId", d.payload, d.step, d.attempts, d."createdAt"`;

/** Changes one row, or none when the job was done or withdrawn meanwhile. */
export const dueSettled = (db: Pick<Prisma, '$executeRaw'>, id: number, status: 'done' | 'parked', error: string | null) => db.$executeRaw`
  UPDATE "Due" SET status = ${status}, error = ${error}, "leaseUntil" = NULL WHERE id = ${id}::bigint AND status = 'waiting'`;

export const dueAgain = (db: Prisma, id: number, { error, runAt }: { error: string; runAt: Date }) => db.$executeRaw`
  UPDATE "Due" SET error = ${error}, "runAt" = ${runAt}::timestamptz, "leaseUntil" = NULL WHERE id = ${id}::bigint AND status = 'waiting'`;

/** Plans a job once, however often it is asked for. */
export const plan = (db: Pick<Prisma, '$executeRaw'>, { key, kind, runAt, now }: { key: string; kind: string; runAt: Date; now: Date }) => db.$executeRaw`
  INSERT INTO "Due" (key, kind, "runAt", "createdAt") VALUES (${key}, ${kind}, ${runAt}::timestamptz, ${now}::timestamptz) ON CONFLICT (key) DO NOTHING`;
