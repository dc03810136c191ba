import type { Refused } from '../../scope.ts';
import { byOperator, type Acting } from './acting.ts';
import { writeAudit } from './audit.ts';

/** Gives a parked turn up, saying why. What arrived stays; it will not be played. */
export async function discardParked(acting: Acting, { eventId, reason }: { eventId: bigint; reason: string }): Promise<object | Refused<'gone' | 'noReason'>> {
  const { db, now } = acting;
  const why = reason.trim();
  if (why === '') return { refused: 'noReason' };
  return db.$transaction(async (tx) => {
    const { count } = await tx.inboundState.updateMany({ where: { eventId, status: 'parked' }, data: { status: 'discarded', processedAt: now } });
    if (count === 0) return { refused: 'gone' };
    await writeAudit(tx, { ...byOperator(acting), action: 'turn.discarded', entity: 'InboundState', entityId: String(eventId), reason: why });
    return {};
  });
}
