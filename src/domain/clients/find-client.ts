import type { Business } from '../tenants/business.ts';

/** `source`: what brought them here. It is kept from the first contact and never changes. */
export type Newcomer = { personId: string; phone?: string | undefined; source: string };

/** The person as a client of this business, who becomes one on first contact. */
export async function findClient({ db, id: tenantId, now }: Business, { personId, phone, source }: Newcomer): Promise<{ clientId: string; isNew: boolean }> {
  const { count } = await db.client.createMany({ data: { tenantId, personId, phone: phone ?? null, tags: [], firstSource: source, createdAt: now }, skipDuplicates: true });
  const client = await db.client.findFirstOrThrow({ where: { personId }, select: { id: true } });
  if (count === 0 && phone !== undefined) await db.client.updateMany({ where: { id: client.id, phone: null }, data: { phone } });
  return { clientId: client.id, isNew: count > 0 };
}
