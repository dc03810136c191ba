import { createHash, randomBytes } from 'node:crypto';
import type { Prisma, Tx } from '../../db/open-database.ts';
import { byOperator, type Acting } from './acting.ts';
import { writeAudit } from './audit.ts';

export type OpenedSession = { token: string; expiresAt: Date };
export type OperatorSession = { tokenHash: string; csrf: string; operator: { id: string; email: string; mustChangePassword: boolean } };

const SESSION_HOURS = 12;
const SECRET_BYTES = 32;

/** Only the hash of the token is stored: a stolen table opens nothing. */
export async function openSession(tx: Tx, operatorId: string, now: Date): Promise<OpenedSession> {
  const token = randomBytes(SECRET_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await tx.operatorSession.deleteMany({ where: { expiresAt: { lte: now } } });
  await tx.operatorSession.create({ data: { tokenHash: hashOf(token), operatorId, csrf: randomBytes(SECRET_BYTES).toString('base64url'), expiresAt, createdAt: now } });
  return { token, expiresAt };
}

export async function findSession(db: Prisma, token: string, now: Date): Promise<OperatorSession | null> {
  return db.operatorSession.findFirst({
    where: { tokenHash: hashOf(token), expiresAt: { gt: now }, operator: { disabledAt: null } },
    select: { tokenHash: true, csrf: true, operator: { select: { id: true, email: true, mustChangePassword: true } } },
  });
}

export async function closeSession(acting: Acting, { tokenHash }: { tokenHash: string }): Promise<void> {
  await acting.db.$transaction(async (tx) => {
    const { count } = await tx.operatorSession.deleteMany({ where: { tokenHash } });
    if (count > 0) await writeAudit(tx, { ...byOperator(acting), action: 'operator.signedOut', entity: 'Operator', entityId: acting.operatorId });
  });
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
