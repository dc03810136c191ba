import type { Prisma } from '../../db/open-database.ts';
import { deliveryOf, type Delivery, type ReceiptSeen } from './delivery.ts';
import { pageOf, type ListPage, type PageAsk } from './list-page.ts';

/** What was sent with a message: a file that is kept, or why it is not. */
export type SaidMedia = { id: string; kind: string; status: string; reason: string | null; bytes: number | null; filename: string | null };
export type SaidMessage = { id: string; direction: string; channel: string; kind: string; text: string; at: Date; delivery: Delivery | undefined; media: SaidMedia | null };

type Row = Omit<SaidMessage, 'delivery'> & { outboxStatus: string | null; outboxError: string | null; receipts: ReceiptSeen[] | null };

/** What was said with a contact on all channels, the latest first, and how far each message of ours got. */
export async function readTranscript(db: Prisma, contactIds: string[], { after = '0', limit }: PageAsk): Promise<ListPage<SaidMessage>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id::text, m.direction, m.channel::text, m.kind, m.text, m.at, o.status AS "outboxStatus", o.error AS "outboxError",
      (SELECT jsonb_build_object('id', f.id::text, 'kind', f.kind, 'status', f.status, 'reason', f.reason, 'bytes', f.bytes, 'filename', f.filename)
        FROM "Media" f WHERE f."eventId" = m."eventId" AND m.direction = 'in') AS media,
      (SELECT jsonb_agg(jsonb_build_object('status', r.status, 'code', r."errorCode", 'text', r."errorText")) FROM "Receipt" r
        WHERE r."ourId" = m."outboxKey" OR (r.provider = o.provider AND r."providerId" = o."providerId")) AS receipts
    FROM (SELECT * FROM "Message" WHERE "contactId" = ANY(${contactIds}::uuid[]) AND (${after}::bigint = 0 OR id < ${after}::bigint) ORDER BY id DESC LIMIT ${limit + 1}) m
    LEFT JOIN "Outbox" o ON o.key = m."outboxKey" ORDER BY m.id DESC`;
  const { rows: page, next } = pageOf(rows, limit);
  return { next, rows: page.map(({ outboxStatus, outboxError, receipts, ...message }) => ({ ...message, delivery: deliveryOf({ outboxStatus, outboxError, receipts: receipts ?? [] }) })) };
}
