import { randomBytes } from 'node:crypto';
import type { Business } from './business.ts';

/** A paper that is drawn, the photos and voice notes of an order, the goods of a shop as a table for who asked, a report that was made, or a chart; and for how many days it is found. */
const LINK_DAYS = { receipt: 90, files: 90, goods: 1, report: 1, picture: 1 };
export type LinkKind = keyof typeof LINK_DAYS;

const CODE_BYTES = 12;

/** Where whoever is given it finds a paper of the business, without its origin. Asked for again it is the same, for as many days more. */
export async function shortLink({ db, id, now }: Business, kind: LinkKind, target: string): Promise<string> {
  const code = randomBytes(CODE_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + LINK_DAYS[kind] * 86_400_000);
  const [link] = await db.$queryRaw<{ code: string }[]>`
    INSERT INTO "ShortLink" (code, "tenantId", kind, target, "expiresAt", "createdAt") VALUES (${code}, ${id}::uuid, ${kind}, ${target}, ${expiresAt}::timestamptz, ${now}::timestamptz)
    ON CONFLICT (kind, target) WHERE "tenantId" IS NOT NULL DO UPDATE SET "expiresAt" = greatest("ShortLink"."expiresAt", excluded."expiresAt") RETURNING code`;
  if (link === undefined) throw new Error('a link has no code');
  return `/r/${link.code}`;
}
