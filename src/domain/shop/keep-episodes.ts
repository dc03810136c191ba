import type { Business } from '../tenants/business.ts';
import type { AlertKind, Severity } from './alert-kinds.ts';

export type Beginning = { kind: AlertKind; variantId: string | null; severity: Severity; toldAt: Date | null };
export type Opened = { id: string; kind: string; variantId: string | null };

/** Gives those that were not open already: one of a kind and subject, however many notice it at once. */
export async function openEpisodes(business: Business, beginnings: Beginning[]): Promise<Opened[]> {
  if (beginnings.length === 0) return [];
  const { db, id: tenantId, now } = business;
  const opened = await db.alertEpisode.createManyAndReturn({ data: beginnings.map((beginning) => ({ tenantId, ...beginning, openedAt: now })), skipDuplicates: true, select: { id: true, kind: true, variantId: true } });
  await noteEpisodes(business, 'opened', opened.map(({ id }) => id));
  return opened;
}

export async function closeEpisodes(business: Business, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await business.db.alertEpisode.updateMany({ where: { id: { in: ids }, closedAt: null }, data: { closedAt: business.now, remindAt: null } });
  await noteEpisodes(business, 'closed', ids);
}

/** What is no longer sold is wrong no more. */
export async function closePutAway(business: Business): Promise<void> {
  const rows = await business.db.$queryRaw<{ id: string }[]>`
    SELECT e.id::text FROM "AlertEpisode" e JOIN "Variant" v ON v.id = e."variantId" JOIN "Product" p ON p.id = v."productId"
    WHERE e."tenantId" = ${business.id}::uuid AND e."closedAt" IS NULL AND (v."archivedAt" IS NOT NULL OR p."archivedAt" IS NOT NULL)`;
  await closeEpisodes(business, rows.map(({ id }) => id));
}

export type Happened = 'opened' | 'told' | 'later' | 'seen' | 'muted' | 'closed';
export async function noteEpisodes({ db, id: tenantId, actor, now }: Business, what: Happened, ids: string[]): Promise<void> {
  if (ids.length > 0) await db.alertEvent.createMany({ data: ids.map((episodeId) => ({ tenantId, episodeId, what, by: actor, at: now })) });
}
