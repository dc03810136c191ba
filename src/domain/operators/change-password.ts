import type { Refused } from '../../scope.ts';
import { byOperator, type Acting } from './acting.ts';
import { writeAudit } from './audit.ts';
import type { TakeTry } from './limit-tries.ts';
import { openSession, type OpenedSession } from './operator-session.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { accountKey } from './sign-in.ts';

type PasswordChange = { current: string; wanted: string; again: string };
type Refusal = 'tooMany' | 'wrongCurrent' | 'tooShort' | 'notTheSame' | 'notNew';

export const PASSWORD_CHARS_MIN = 12;

/** Every session of the operator ends, and a new one begins: whoever else was inside is out. */
export async function changePassword(acting: Acting, takeTry: TakeTry, { current, wanted, again }: PasswordChange): Promise<OpenedSession | Refused<Refusal>> {
  const { db, operatorId, now } = acting;
  const operator = await db.operator.findUniqueOrThrow({ where: { id: operatorId } });
  const takeBack = takeTry([accountKey(operator.email)], now);
  if (takeBack === undefined) return { refused: 'tooMany' };
  if (!(await passwordMatches(current, operator.passwordHash))) return { refused: 'wrongCurrent' };
  takeBack();

  if ([...wanted].length < PASSWORD_CHARS_MIN) return { refused: 'tooShort' };
  if (wanted !== again) return { refused: 'notTheSame' };
  if (wanted === current) return { refused: 'notNew' };

  const passwordHash = await hashPassword(wanted);
  return db.$transaction(async (tx) => {
    await tx.operator.update({ where: { id: operatorId }, data: { passwordHash, mustChangePassword: false } });
    await tx.operatorSession.deleteMany({ where: { operatorId } });
    const session = await openSession(tx, operatorId, now);
    await writeAudit(tx, { ...byOperator(acting), action: 'operator.passwordChanged', entity: 'Operator', entityId: operatorId });
    return session;
  });
}
