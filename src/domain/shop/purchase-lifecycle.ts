import type { Business } from '../tenants/business.ts';

export const PURCHASE_STATUSES = ['draft', 'sent', 'confirmed', 'refused', 'partial', 'received', 'cancelled'] as const;
export type PurchaseStatus = (typeof PURCHASE_STATUSES)[number];

/** What an order of a supplier may become. A receipt that is undone takes it back. */
const NEXT: Record<PurchaseStatus, readonly PurchaseStatus[]> = {
  draft: ['sent', 'cancelled'],
  sent: ['confirmed', 'refused', 'partial', 'received', 'cancelled'],
  confirmed: ['refused', 'partial', 'received', 'cancelled'],
  refused: ['confirmed', 'partial', 'received', 'cancelled'],
  partial: ['sent', 'confirmed', 'received', 'cancelled'],
  received: ['sent', 'confirmed', 'partial'],
  cancelled: [],
};

export const canBecome = (from: PurchaseStatus, to: PurchaseStatus): boolean => NEXT[from].includes(to);

type Change = { id: string; from: PurchaseStatus; to: PurchaseStatus; more?: { etaOn?: Date | null; sentAt?: Date; answeredAt?: Date; receivedAt?: Date | null; lateToldAt?: Date | null } };

/** Each change with its line in the history. False where it may not be. */
export async function becomePurchase({ db, id: tenantId, actor, channel, now }: Business, { id, from, to, more = {} }: Change): Promise<boolean> {
  if (from !== to && !canBecome(from, to)) return false;
  await db.purchaseOrder.update({ where: { id }, data: { status: to, ...more }, select: { id: true } });
  if (from !== to) await db.purchaseHistory.create({ data: { tenantId, purchaseId: id, before: from, after: to, by: actor, channel, at: now }, select: { id: true } });
  return true;
}
