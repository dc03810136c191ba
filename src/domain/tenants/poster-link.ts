import { randomBytes } from 'node:crypto';
import type { Scope } from '../../scope.ts';

const LINK_DAYS = 365;
const CODE_BYTES = 12;

/** Where the poster of a business is drawn and downloaded: nothing on it is secret, and it is printed again after months. */
export async function posterLink({ db, who, now, publicUrl }: Pick<Scope, 'db' | 'who' | 'now' | 'publicUrl'>, tenantId: string): Promise<string> {
  const code = randomBytes(CODE_BYTES).toString('base64url');
  await db.shortLink.create({ data: { code, kind: 'poster', target: tenantId, contactId: who.contactId, expiresAt: new Date(now.getTime() + LINK_DAYS * 86_400_000), createdAt: now } });
  return `${publicUrl}/r/${code}`;
}
