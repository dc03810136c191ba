import type { Business } from '../tenants/business.ts';

export type Change = { change: string; field?: string; before?: string | null; after?: string | null; reason?: string };

/** One row for every change, and for every one that was refused. */
export const record = ({ db, id, actor, channel, now }: Business, orderId: string, changes: Change[]) =>
  db.orderHistory.createMany({ data: changes.map((change) => ({ tenantId: id, orderId, actor, channel, at: now, ...change })) });
