import type { Prisma } from '../../db/open-database.ts';
import { findMedia, type KeptFile } from '../operators/find-media.ts';
import { shortNumber } from '../spoken/order-number.ts';

const ID = /^\d{1,18}$/;
const FILES_MAX = 60;

export type OrderFile = { id: string; kind: string; mime: string; bytes: number; caption: string | null; at: Date };
export type OrderFiles = { number: string; what: string; business: string; files: OrderFile[] };

/** What was sent of an order and is kept, the newest first. Outside the walls: files are nobody's rows. */
export async function listOrderFiles(db: Prisma, tenantId: string, orderId: string): Promise<OrderFiles | undefined> {
  const order = await db.order.findFirst({ where: { id: orderId, tenantId }, select: { seq: true, description: true } });
  if (order === null) return undefined;
  const { name } = await db.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
  const files = await db.$queryRaw<OrderFile[]>`
    SELECT m.id::text, m.kind, m.mime, m.bytes, o.caption, o.at FROM "OrderMedia" o JOIN "Media" m ON m."eventId" = o."eventId"
    WHERE o."tenantId" = ${tenantId}::uuid AND o."orderId" = ${orderId}::uuid AND m.sha256 IS NOT NULL ORDER BY o.at DESC, m.id DESC LIMIT ${FILES_MAX}`;
  return { number: shortNumber(order.seq), what: order.description, business: name, files };
}

/** One of them; of anything else the link of an order has nothing to give. */
export async function findOrderFile(db: Prisma, tenantId: string, orderId: string, id: string): Promise<KeptFile | undefined> {
  const media = ID.test(id) ? await db.media.findUnique({ where: { id: BigInt(id) }, select: { eventId: true } }) : null;
  const belongs = media !== null && (await db.orderMedia.count({ where: { tenantId, orderId, eventId: media.eventId } })) > 0;
  return belongs ? findMedia(db, BigInt(id)) : undefined;
}
