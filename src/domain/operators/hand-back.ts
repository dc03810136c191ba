import type { Refused } from '../../scope.ts';
import { actorOf, byOperator, type Acting } from './acting.ts';
import { writeAudit } from './audit.ts';
import { sameContact } from './same-contact.ts';

/** The human has finished: the bot answers the next message. */
export async function handBack(acting: Acting, { contactId }: { contactId: string }): Promise<object | Refused<'gone'>> {
  const { db, now, operatorId } = acting;
  return db.$transaction(async (tx) => {
    const contactIds = await sameContact(tx, contactId);
    const closed = await tx.handoff.updateManyAndReturn({ where: { contactId: { in: contactIds }, closedAt: null }, data: { closedAt: now, closedBy: actorOf(operatorId) } });
    if (closed.length === 0) return { refused: 'gone' };
    for (const { id } of closed) await writeAudit(tx, { ...byOperator(acting), action: 'handoff.closed', entity: 'Handoff', entityId: id });
    return {};
  });
}
