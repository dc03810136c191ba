import type { Prisma, Tx } from '../db/open-database.ts';
import { eraseLetter, forgetCode } from '../db/turn.ts';
import { writeAudit } from '../domain/operators/audit.ts';

/** A code leaves every log with its turn; that it was there, and went, is kept. */
export async function eraseCode(tx: Tx, letterId: number, now: Date): Promise<void> {
  await eraseLetter(tx, letterId);
  await noteErased(tx, letterId, now);
}

/** The same for a hop that failed, where what was typed may have been one. */
export const eraseFailedCode = (db: Prisma, letterId: number, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    if (await forgetCode(tx, letterId)) await noteErased(tx, letterId, now);
  });

const noteErased = (tx: Tx, letterId: number, now: Date) => writeAudit(tx, { actor: 'griot', action: 'code.erased', entity: 'InboundEvent', entityId: String(letterId), at: now });
