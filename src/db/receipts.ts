import type { Arrival, NoticeContent, StatusContent } from '../channels/channel.ts';
import type { Tx } from './open-database.ts';

/** Read implies delivered; nothing ever moves down. A failure is the last word unless the message was seen to arrive. */
export const RANKS: Record<StatusContent['status'], number> = { other: 0, sent: 1, delivered: 2, read: 3, played: 4, failed: 10 };

type StatusArrival = Arrival & { content: StatusContent };
type NoticeArrival = Arrival & { content: NoticeContent };

/** Ticks are rows of their own, so one that comes before our own send is recorded only waits for it. */
export async function storeReceipts(tx: Tx, arrivals: StatusArrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  const rows = arrivals.map(({ provider, at, content: { providerId, ourId, status, word, error } }) => ({
    provider, providerId, ourId: ourId ?? null, status: word, rank: RANKS[status], errorCode: error === undefined ? null : String(error.code), errorText: error?.details ?? error?.title ?? null, at,
  }));
  await tx.$executeRaw`
    WITH tick AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS t(provider text, "providerId" text, "ourId" text, status text, rank int, "errorCode" text, "errorText" text, at timestamptz)),
    kept AS (
      INSERT INTO "Receipt" (provider, "providerId", "ourId", status, rank, "errorCode", "errorText", at)
      SELECT DISTINCT ON (provider, "providerId", status) provider, "providerId", "ourId", status, rank, "errorCode", "errorText", at FROM tick ORDER BY provider, "providerId", status, at
      ON CONFLICT (provider, "providerId", status) DO NOTHING),
    reached AS (
      SELECT o.id, max(t.rank) FILTER (WHERE t.rank < 10) AS best, bool_or(t.rank = 10) AS failed FROM tick t
      JOIN "Outbox" o ON o.key = t."ourId" OR (o.provider = t.provider AND o."providerId" = t."providerId") GROUP BY o.id)
    UPDATE "Outbox" o SET "receiptRank" = CASE
        WHEN o."receiptRank" = 10 THEN 10
        WHEN greatest(o."receiptRank", coalesce(r.best, 0)) >= 2 THEN greatest(o."receiptRank", coalesce(r.best, 0))
        WHEN r.failed THEN 10
        ELSE greatest(o."receiptRank", coalesce(r.best, 0)) END
    FROM reached r WHERE r.id = o.id`;
}

const SENDING = 'whatsapp.sending';

/** News about our account: kept for the operator; a ban stops sending, the end of one resumes it. */
export async function storeNotices(tx: Tx, arrivals: NoticeArrival[]): Promise<void> {
  for (const { provider, eventId, at, content: { field, severity, summary, sending, template, value } } of arrivals) {
    const fresh = await tx.notice.createMany({ data: [{ provider, eventId, field, severity, summary, value: value as object, at }], skipDuplicates: true });
    if (fresh.count === 0) continue;
    if (sending !== undefined) await tx.setting.upsert({ where: { key: SENDING }, create: { key: SENDING, value: sending }, update: { value: sending } });
    if (template !== undefined) await storeTemplate(tx, template, at);
  }
}

async function storeTemplate(tx: Tx, { name, language, status, reason, category, quality }: NonNullable<NoticeContent['template']>, at: string): Promise<void> {
  const news = {
    updatedAt: at,
    ...(status === undefined ? {} : { status, reason: reason ?? null }),
    ...(category === undefined ? {} : { category }),
    ...(quality === undefined ? {} : { quality }),
  };
  await tx.templateState.upsert({ where: { name_language: { name, language } }, create: { name, language, status: 'UNKNOWN', ...news }, update: news });
}

/** Counted and not kept: forged calls, bodies that are not for us. */
export const count = (db: Pick<Tx, '$executeRaw'>, name: string, now: Date) =>
  db.$executeRaw`INSERT INTO "Tally" (day, name, count) VALUES (${now}::timestamptz::date, ${name}, 1) ON CONFLICT (day, name) DO UPDATE SET count = "Tally".count + 1`;
