import type { Prisma } from '../../db/open-database.ts';
import { pageOf, type ListPage, type PageAsk } from './list-page.ts';

export type NetworkNotice = { id: string; provider: string; field: string; severity: string; summary: string; at: Date };

/** Nobody marks a notice as read: it leaves the list with age. The page says after how many days. */
const NOTICE_DAYS = 30;

/** What the networks told about our account, critical first, then the latest. */
export async function listNotices(db: Prisma, now: Date, { after = '0', limit }: PageAsk): Promise<ListPage<NetworkNotice>> {
  const rows = await db.$queryRaw<NetworkNotice[]>`
    WITH weighed AS (SELECT n.*, CASE n.severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END AS weight FROM "Notice" n)
    SELECT w.id::text, w.provider, w.field, w.severity, w.summary, w.at FROM weighed w
    WHERE w.at > ${noticesSince(now)}::timestamptz
      AND (${after}::bigint = 0 OR (w.weight, -w.id) > (SELECT k.weight, -k.id FROM weighed k WHERE k.id = ${after}::bigint))
    ORDER BY w.weight, w.id DESC LIMIT ${limit + 1}`;
  return pageOf(rows, limit);
}

export const noticesSince = (now: Date): Date => new Date(now.getTime() - NOTICE_DAYS * 24 * 3_600_000);
