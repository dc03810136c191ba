import type { Refused } from '../../scope.ts';
import { byOperator, type Acting } from './acting.ts';
import { writeAudit } from './audit.ts';

/** Gives a parked job up, saying why. */
export async function discardJob(acting: Acting, { jobId, reason }: { jobId: bigint; reason: string }): Promise<object | Refused<'gone' | 'noReason'>> {
  const why = reason.trim();
  if (why === '') return { refused: 'noReason' };
  return acting.db.$transaction(async (tx) => {
    const { count } = await tx.due.updateMany({ where: { id: jobId, status: 'parked' }, data: { status: 'discarded' } });
    if (count === 0) return { refused: 'gone' };
    await writeAudit(tx, { ...byOperator(acting), action: 'job.discarded', entity: 'Due', entityId: String(jobId), reason: why });
    return {};
  });
}
