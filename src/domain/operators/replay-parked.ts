import type { Refused } from '../../scope.ts';
import { byOperator, type Acting } from './acting.ts';
import { writeAudit } from './audit.ts';

/** Puts a parked turn back into its contact's mail, with all its tries before it. The caller rings the contact. */
export async function replayParked(acting: Acting, { eventId }: { eventId: bigint }): Promise<{ contactId: string } | Refused<'gone'>> {
  const { db, now } = acting;
  return db.$transaction(async (tx) => {
    const before = await tx.inboundState.findUnique({ where: { eventId } });
    const [replayed] = await tx.inboundState.updateManyAndReturn({ where: { eventId, status: 'parked' }, data: { status: 'waiting', attempts: 0, availableAt: now } });
    if (replayed === undefined || before === null) return { refused: 'gone' };
    await writeAudit(tx, { ...byOperator(acting), action: 'turn.replayed', entity: 'InboundState', entityId: String(eventId), before: { attempts: before.attempts } });
    return { contactId: replayed.contactId };
  });
}
