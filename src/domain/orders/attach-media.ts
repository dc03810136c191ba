import type { Business } from '../tenants/business.ts';

export type Attached = { eventId: number; caption?: string };

/** Photos and voice notes that belong to an order, by the letters that brought them: their files may still be on the way. */
export const attachMedia = ({ db, id: tenantId, actor, now }: Business, orderId: string, media: Attached[]) =>
  db.orderMedia.createMany({ data: media.map(({ eventId, caption }) => ({ tenantId, orderId, eventId: BigInt(eventId), by: actor, caption: caption ?? null, at: now })), skipDuplicates: true });
