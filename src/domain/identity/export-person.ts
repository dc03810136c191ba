import { randomBytes } from 'node:crypto';
import type { Refused, Scope } from '../../scope.ts';

const LINK_DAYS = 7;
const CODE_BYTES = 12;

/** A page with everything we keep about the person, behind a link that cannot be guessed and dies in a week. */
export async function exportPerson({ db, who, now, publicUrl }: Scope): Promise<{ url: string } | Refused> {
  if (who.personId === null) return { refused: 'unknown' };
  const code = randomBytes(CODE_BYTES).toString('base64url');
  await db.shortLink.create({
    data: { code, kind: 'data', target: who.personId, contactId: who.contactId, expiresAt: new Date(now.getTime() + LINK_DAYS * 86_400_000), createdAt: now },
  });
  return { url: `${publicUrl}/r/${code}` };
}
