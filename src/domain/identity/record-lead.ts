import type { Scope, Refused } from '../../scope.ts';

/** Somebody to call back. Said twice, it is corrected, not doubled. */
export async function recordLead({ db, who }: Scope, { kind, trade }: { kind: string; trade: string }): Promise<object | Refused> {
  if (who.personId === null) return { refused: 'unknown' };
  await db.lead.upsert({
    where: { personId_kind: { personId: who.personId, kind } },
    create: { contactId: who.contactId, personId: who.personId, kind, trade },
    update: { trade, handledAt: null },
  });
  return {};
}
