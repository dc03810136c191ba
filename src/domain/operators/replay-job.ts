import type { Refused } from '../../scope.ts';
import { byOperator, type Acting } from './acting.ts';
import { writeAudit } from './audit.ts';

/** Makes a parked job due now, with all its tries before it. */
export async function replayJob(acting: Acting, { jobId }: { jobId: bigint }): Promise<object | Refused<'gone'>> {
  const { db, now } = acting;
  return db.$transaction(async (tx) => {
    const before = await tx.due.findUnique({ where: { id: jobId } });
    const { count } = await tx.due.updateMany({ where: { id: jobId, status: 'parked' }, data: { status: 'waiting', attempts: 0, runAt: now, leaseUntil: null } });
    if (count === 0 || before === null) return { refused: 'gone' };
    await writeAudit(tx, { ...byOperator(acting), action: 'job.replayed', entity: 'Due', entityId: String(jobId), before: { kind: before.kind, attempts: before.attempts } });
    return {};
  });
}
