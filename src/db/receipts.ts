import type { Arrival, NoticeContent, StatusContent } from '../channels/channel.ts';
import { PATIENCE_MS } from '../purposes.ts';
import type { Tx } from './open-database.ts';

/**
 * The furthest word holds, in whatever order they come: read implies delivered, and a failure told about a message
 * that was seen to arrive changes nothing.
 */
export const RANKS: Record<StatusContent['status'], number> = { other: 0, sent: 1, failed: 2, delivered: 3, read: 4, played: 5 };

type StatusArrival = Arrival & { content: StatusContent };
type NoticeArrival = Arrival & { content: NoticeContent };

/**
 * Ticks are rows of their own, so one that comes before our own send is recorded only waits for it. One that carries
 * our own key proves that the message went out, even if we never heard the answer to the send.
 */
export async function storeReceipts(tx: Tx, arrivals: StatusArrival[], now: Date): Promise<void> {
  if (arrivals.length === 0) return;
  const rows = arrivals.map(({ provider, at, content: { providerId, ourId, status, word, error } }) => ({
    provider, providerId, ourId: ourId ?? null, status: status === 'other' ? word : status, rank: RANKS[status], errorCode: error === undefined ? null : String(error.code), errorText: error?.details ?? error?.title ?? null, at,
  }));
  await tx.$executeRaw`
    WITH tick AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS t(provider text, "providerId" text, "ourId" text, status text, rank int, "errorCode" text, "errorText" text, at timestamptz)),
    kept AS (
      INSERT INTO "Receipt" (provider, "providerId", "ourId", status, rank, "errorCode", "errorText", at)
      SELECT DISTINCT ON (provider, "providerId", status) provider, "providerId", "ourId", status, rank, "errorCode", "errorText", at FROM tick ORDER BY provider, "providerId", status, at
      ON CONFLICT (provider, "providerId", status) DO NOTHING),
    reached AS (
      SELECT o.id, max(t.rank) AS rank, max(t."providerId") AS "providerId", min(t.at) AS at FROM tick t
      JOIN "Outbox" o ON o.provider = t.provider AND (o.key = t."ourId" OR o."providerId" = t."providerId") WHERE t.rank > 0 GROUP BY o.id)
    UPDATE "Outbox" o SET "receiptRank" = greatest(o."receiptRank", r.rank), status = 'sent',
      "providerId" = coalesce(o."providerId", r."providerId"), "sentAt" = coalesce(o."sentAt", r.at),
      "fallbackAt" = CASE WHEN greatest(o."receiptRank", r.rank) >= ${RANKS.delivered} THEN NULL
        WHEN o."receiptRank" < ${RANKS.failed} AND r.rank = ${RANKS.failed} THEN ${now}::timestamptz
        WHEN o.status <> 'sent' AND o.channel = 'whatsapp' THEN coalesce(o."fallbackAt", ${now}::timestamptz + (${JSON.stringify(PATIENCE_MS)}::jsonb->>o.purpose)::int * interval '1 millisecond')
        ELSE o."fallbackAt" END
    FROM reached r WHERE r.id = o.id AND o.status IN ('waiting', 'held', 'sending', 'sent', 'unknown', 'failed')`;
}

/** News about our account: kept for the operator; a ban stops sending, the end of one resumes it. */
export async function storeNotices(tx: Tx, arrivals: NoticeArrival[], now: Date): Promise<void> {
  if (arrivals.length === 0) return;
  const rows = arrivals.map(({ provider, eventId, at, content: { field, severity, summary, value } }) => ({ provider, eventId, field, severity, summary, value: value as object, at }));
  await tx.notice.createMany({ data: rows, skipDuplicates: true });
  await storeSending(tx, arrivals, now);
  await storeTemplates(tx, arrivals);
}

const SENDING = 'whatsapp.sending';

/** The last word counts, by the network's own time: news are repeated, and overtake one another. */
async function storeSending(tx: Tx, arrivals: NoticeArrival[], now: Date): Promise<void> {
  const [last] = arrivals.filter(({ content }) => content.sending !== undefined).toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (last === undefined) return;
  await tx.$executeRaw`
    WITH heard AS (
      INSERT INTO "Setting" (key, value, "updatedAt") VALUES (${SENDING}, ${JSON.stringify(last.content.sending)}::jsonb, ${last.at}::timestamptz)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, "updatedAt" = excluded."updatedAt" WHERE "Setting"."updatedAt" <= excluded."updatedAt" RETURNING value)
    INSERT INTO "Line" (channel, "stoppedAt", "stoppedBy", "heldUntil") 
    SELECT 'whatsapp', CASE WHEN stops THEN ${now}::timestamptz END, CASE WHEN stops THEN 'notice' END, CASE WHEN stops THEN ${now}::timestamptz + interval '1 minute' END
    FROM heard, LATERAL (SELECT value = '"stop"' AS stops) s
    ON CONFLICT (channel) DO UPDATE SET "stoppedAt" = excluded."stoppedAt", "stoppedBy" = excluded."stoppedBy", "heldUntil" = excluded."heldUntil"`;
}

/** Status, category and quality are told apart: each keeps the last word about itself. */
async function storeTemplates(tx: Tx, arrivals: NoticeArrival[]): Promise<void> {
  const news = arrivals.flatMap(({ at, content: { field, template } }, n) => (template === undefined ? [] : [{ ...template, field, at, n }]));
  if (news.length === 0) return;
  await tx.$executeRaw`
    WITH news AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(news)}::jsonb)
      AS t(name text, language text, status text, reason text, category text, quality text, field text, at timestamptz, n int)),
    fresh AS (
      SELECT * FROM news WHERE NOT EXISTS (
        SELECT 1 FROM "Notice" later WHERE later.field = news.field AND later.at > news.at
          AND later.value->>'message_template_name' = news.name AND later.value->>'message_template_language' = news.language)),
    last AS (
      SELECT name, language, max(at) AS at,
        coalesce((array_agg(status ORDER BY at DESC, n DESC) FILTER (WHERE status IS NOT NULL))[1], 'UNKNOWN') AS status,
        (array_agg(reason ORDER BY at DESC, n DESC) FILTER (WHERE status IS NOT NULL))[1] AS reason,
        (array_agg(category ORDER BY at DESC, n DESC) FILTER (WHERE category IS NOT NULL))[1] AS category,
        (array_agg(quality ORDER BY at DESC, n DESC) FILTER (WHERE quality IS NOT NULL))[1] AS quality
      FROM fresh GROUP BY name, language)
    INSERT INTO "TemplateState" AS known (name, language, status, reason, category, quality, "updatedAt")
    SELECT name, language, status, reason, category, quality, at FROM last
    ON CONFLICT (name, language) DO UPDATE SET
      status = CASE WHEN excluded.status = 'UNKNOWN' THEN known.status ELSE excluded.status END,
      reason = CASE WHEN excluded.status = 'UNKNOWN' THEN known.reason ELSE excluded.reason END,
      category = coalesce(excluded.category, known.category), quality = coalesce(excluded.quality, known.quality),
      "updatedAt" = greatest(known."updatedAt", excluded."updatedAt")`;
}

/** Counted and not kept: forged calls, bodies that are not for us. */
export const count = (db: Pick<Tx, '$executeRaw'>, name: string, now: Date, many: number) =>
  db.$executeRaw`INSERT INTO "Tally" (day, name, count) VALUES (${now}::timestamptz::date, ${name}, ${many}) ON CONFLICT (day, name) DO UPDATE SET count = "Tally".count + excluded.count`;
