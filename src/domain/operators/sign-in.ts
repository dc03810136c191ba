import type { Prisma } from '../../db/open-database.ts';
import type { Refused } from '../../scope.ts';
import { actorOf } from './acting.ts';
import { writeAudit } from './audit.ts';
import type { TakeTry } from './limit-tries.ts';
import { openSession, type OpenedSession } from './operator-session.ts';
import { matchesNothing, passwordMatches } from './password.ts';

type SignIn = { email: string; password: string; address: string; now: Date };

export const TRIES = { max: 5, windowMs: 60_000 };

/** Opens a session. Whether the account exists shows neither in the answer nor in the time it takes; a right password does not count as a try. */
export async function signIn(db: Prisma, takeTry: TakeTry, { email: typed, password, address, now }: SignIn): Promise<OpenedSession | Refused<'wrong' | 'tooMany'>> {
  const email = typed.trim().toLowerCase();
  const takeBack = takeTry([accountKey(email), `address:${address}`], now);
  if (takeBack === undefined) return { refused: 'tooMany' };

  const operator = await db.operator.findUnique({ where: { email } });
  const right = await passwordMatches(password, operator?.passwordHash ?? matchesNothing());
  if (operator === null || operator.disabledAt !== null || !right) return { refused: 'wrong' };

  takeBack();
  return db.$transaction(async (tx) => {
    const session = await openSession(tx, operator.id, now);
    await writeAudit(tx, { actor: actorOf(operator.id), address, at: now, action: 'operator.signedIn', entity: 'Operator', entityId: operator.id });
    return session;
  });
}

export const accountKey = (email: string): string => `account:${email}`;
