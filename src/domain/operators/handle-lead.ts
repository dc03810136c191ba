import type { Refused } from '../../scope.ts';
import { byOperator, type Acting } from './acting.ts';
import { writeAudit } from './audit.ts';

/** Somebody has called this person back. */
export async function handleLead(acting: Acting, { leadId }: { leadId: string }): Promise<object | Refused<'gone'>> {
  const { db, now } = acting;
  return db.$transaction(async (tx) => {
    const { count } = await tx.lead.updateMany({ where: { id: leadId, handledAt: null }, data: { handledAt: now } });
    if (count === 0) return { refused: 'gone' };
    await writeAudit(tx, { ...byOperator(acting), action: 'lead.handled', entity: 'Lead', entityId: leadId });
    return {};
  });
}
