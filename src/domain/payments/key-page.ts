import { createHash, randomBytes } from 'node:crypto';
import type { Prisma, Tx } from '../../db/open-database.ts';
import type { Refused } from '../../scope.ts';
import { writeAudit } from '../operators/audit.ts';
import type { Business } from '../tenants/business.ts';
import { sealAccount, type AccountKeys } from './account-keys.ts';
import { LIVE } from './lifecycle.ts';

const MINUTES = 30;
const TOKEN_BYTES = 24;
const PURPOSE = 'fedapay';

/** Who may type keys on a page, and for which business. */
export type KeyPage = { tokenHash: string; tenantId: string; personId: string; memberId: string; business: string; code: string; language: string | null };

/** A page for one person and half an hour: keys are typed there and never in a chat. Another that was left open is closed. */
export async function openKeyPage({ db, id: tenantId, now }: Business, personId: string): Promise<{ token: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await db.oneTimePage.updateMany({ where: { purpose: PURPOSE, spentAt: null }, data: { spentAt: now } });
  await db.oneTimePage.create({ data: { tokenHash: hashOf(token), tenantId, personId, purpose: PURPOSE, expiresAt: new Date(now.getTime() + MINUTES * 60_000), createdAt: now } });
  return { token };
}

/** The page behind a link, while it may be used: unspent, in time, and of somebody who still owns the business. Looking spends nothing. */
export async function findKeyPage(db: Prisma | Tx, token: string, now: Date): Promise<KeyPage | undefined> {
  const page = await db.oneTimePage.findUnique({ where: { tokenHash: hashOf(token) } });
  if (page === null || page.purpose !== PURPOSE || page.spentAt !== null || page.expiresAt <= now) return undefined;
  const { tokenHash, tenantId, personId } = page;
  const member = await db.member.findFirst({ where: { tenantId, personId, role: 'owner', status: 'active', tenant: { isActive: true } }, include: { tenant: true, person: true } });
  return member === null ? undefined : { tokenHash, tenantId, personId, memberId: member.id, business: member.tenant.name, code: member.tenant.code, language: member.person.language };
}

/** A payment that may still come in by the keys so far, one that its provider knows first: other keys must open the same account, or its money is never seen. */
export const paymentUnderWay = (db: Prisma | Tx, { tenantId }: Pick<KeyPage, 'tenantId'>) => db.payment.findFirst({
  where: { tenantId, accountId: { not: null }, status: { in: [...LIVE] } }, orderBy: { providerId: { sort: 'asc', nulls: 'last' } }, select: { id: true, providerId: true },
});

/** Spends the page and keeps the keys, sealed. Whoever presses twice, or late, has spent it before. */
export async function connectAccount(business: Business, { tokenHash }: Pick<KeyPage, 'tokenHash'>, keys: AccountKeys, sealingKey: string): Promise<object | Refused<'gone'>> {
  const { db, id: tenantId, code, name, now, actor } = business;
  const { count } = await db.oneTimePage.updateMany({ where: { tokenHash, spentAt: null, expiresAt: { gt: now } }, data: { spentAt: now } });
  if (count === 0) return { refused: 'gone' };

  const sealed = sealAccount(code, keys, sealingKey);
  const { id } = await db.paymentAccount.upsert({ where: { ref: code }, create: { ...sealed, tenantId, verifiedAt: now, createdAt: now }, update: { ...sealed, verifiedAt: now, closedAt: null } });
  business.notices.push({ key: `connected:${tokenHash.slice(0, 16)}`, to: { owners: true }, what: 'connected', purpose: 'payment', values: { business: name } });
  await writeAudit(db, { tenantId, actor, action: 'payments.connected', entity: 'PaymentAccount', entityId: id, after: { mode: sealed.mode }, at: now });
  return {};
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
