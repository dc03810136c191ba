import { randomInt } from 'node:crypto';
import type { Prisma } from '../../db/open-database.ts';
import { writeAudit } from './audit.ts';
import { hashPassword } from './password.ts';

type FirstOperator = { email?: string | undefined; password?: string | undefined; now: Date };

const EMAIL = 'operator@griot.local';
/** Nothing that is read two ways on paper or a small screen. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_CHARS = 4;

/**
 * Somebody must be able to enter. Without a password given, one is made and must be changed at the first sign-in.
 * Returns what start prints, once: only a password made here, never one from the configuration.
 */
export async function createFirstOperator(db: Prisma, { email = EMAIL, password, now }: FirstOperator): Promise<{ email: string; password: string } | undefined> {
  if ((await db.operator.count()) > 0) return undefined;
  const made = password ?? readablePassword();
  const passwordHash = await hashPassword(made);
  const address = email.trim().toLowerCase();

  const created = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('first-operator', 0))`; // several processes start at once
    if ((await tx.operator.count()) > 0) return false;
    const { id } = await tx.operator.create({ data: { email: address, passwordHash, mustChangePassword: password === undefined, createdAt: now } });
    await writeAudit(tx, { actor: 'start', action: 'operator.created', entity: 'Operator', entityId: id, at: now });
    return true;
  });
  return created && password === undefined ? { email: address, password: made } : undefined;
}

const readablePassword = (): string => Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_CHARS }, letter).join('')).join('-');

const letter = (): string => READABLE.charAt(randomInt(READABLE.length));
