import type { Prisma } from '../../db/open-database.ts';
import { deliveryOf, type Delivery, type ReceiptSeen } from './delivery.ts';
import { seenExchange, type SeenExchange, type StoredExchange } from './seen-exchange.ts';
import { pageOf, type ListPage, type PageAsk } from './list-page.ts';

/** What was sent with a message: a file that is kept, or why it is not. */
export type SaidMedia = { id: string; kind: string; status: string; reason: string | null; bytes: number | null; filename: string | null };
export type SaidMessage = { id: string; direction: string; channel: string; kind: string; text: string; at: Date; delivery: Delivery | undefined; exchanges: SeenExchange[]; media: SaidMedia | null };

type Row = Omit<SaidMessage, 'delivery' | 'exchanges'> & { exchanges: StoredExchange[] | null; outboxStatus: string | null; outboxError: string | null; receipts: ReceiptSeen[] | null };

/** Of one message, with what was said by SMS instead of it: the latest. */
const EXCHANGES_MAX = 10;

/** What was said with a contact on all channels, the latest first, how far each message of ours got, and how its network answered. */
export async function readTranscript(db: Prisma, contactIds: string[], { after = '0', limit }: PageAsk): Promise<ListPage<SaidMessage>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id::text, m.direction, m.channel::text, m.kind, m.text, m.at, o.status AS "outboxStatus", o.error AS "outboxError",
      (SELECT jsonb_build_object('id', f.id::text, 'kind', f.kind, 'status', f.status, 'reason', f.reason, 'bytes', f.bytes, 'filename', f.filename)
        FROM "Media" f WHERE f."eventId" = m."eventId" AND m.direction = 'in') AS media,
      (SELECT jsonb_agg(jsonb_build_object('status', r.status, 'code', r."errorCode", 'text', r."errorText")) FROM "Receipt" r
        WHERE r."ourId" = m."outboxKey" OR (r.provider = o.provider AND r."providerId" = o."providerId")) AS receipts,
      (SELECT jsonb_agg(x ORDER BY x.at) FROM (
        SELECT e.at, e.ms, e.outcome, e.status, e.code, e.detail FROM "Exchange" e
        WHERE e."outboxId" IN (o.id, (SELECT s.id FROM "Outbox" s WHERE s.key = o.key || ':sms')) ORDER BY e.id DESC LIMIT ${EXCHANGES_MAX}) x) AS exchanges
    FROM (SELECT * FROM "Message" WHERE "contactId" = ANY(${contactIds}::uuid[]) AND (${after}::bigint = 0 OR id < ${after}::bigint) ORDER BY id DESC LIMIT ${limit + 1}) m
    LEFT JOIN "Outbox" o ON o.key = m."outboxKey" ORDER BY m.id DESC`;
  const { rows: page, next } = pageOf(rows, limit);
  return { next, rows: page.map(({ outboxStatus, outboxError, receipts, exchanges, ...message }) => ({ ...message, exchanges: (exchanges ?? []).map(seenExchange), delivery: deliveryOf({ outboxStatus, outboxError, receipts: receipts ?? [] }) })) };
}
