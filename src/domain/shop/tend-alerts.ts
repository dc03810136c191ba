import type { Business } from '../tenants/business.ts';
import type { AlertKind, ShelfKind } from './alert-kinds.ts';
import { holdVariants, type Shelf } from './hold-variant.ts';
import { closePutAway } from './keep-episodes.ts';
import { restingAlerts } from './resting-alerts.ts';
import { tellSlow } from './slow-alerts.ts';
import { supplyOutlook } from './supply-outlook.ts';
import { tellShelves } from './tell-shelves.ts';
import { watchShelf } from './watch-shelf.ts';

type Waiting = { id: string; kind: string; variantId: string | null };

/** The net under the movements: shelves that are not as their warnings say, warnings whose rest is over, and those that were to be told again. */
export async function tendAlerts(business: Business): Promise<void> {
  const shelves = await holdVariants(business, await oddShelves(business));
  await watchShelf(business, ...shelves);
  await closePutAway(business);
  const due = await toTell(business);
  if (due.length === 0) return;
  await business.db.alertEpisode.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { toldAt: business.now, remindAt: null } });
  await tellAgain(business, due);
}

/** Shelves without the warning they need, or with one they need no more. */
async function oddShelves({ db, id }: Business): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT v.id::text AS id FROM "Variant" v JOIN "Product" p ON p.id = v."productId" LEFT JOIN "AlertEpisode" e ON e."tenantId" = v."tenantId" AND coalesce(e."variantId", e."tenantId") = v.id AND e."closedAt" IS NULL AND e.kind IN ('rupture', 'low')
    WHERE v."tenantId" = ${id}::uuid AND v."archivedAt" IS NULL AND p."archivedAt" IS NULL AND v."lastInAt" IS NOT NULL
    GROUP BY v.id HAVING (v."onHand" - v.reserved <= 0) <> coalesce(bool_or(e.kind = 'rupture'), false)
      OR (v."onHand" - v.reserved <= v."minStock" AND NOT coalesce(bool_or(e.kind = 'low'), false))
      OR (coalesce(v."onHand" - v.reserved > v."minStock" + greatest(1, v."minStock" * 0.1), true) AND coalesce(bool_or(e.kind = 'low'), false))`;
  return rows.map((row) => row.id);
}

async function toTell(business: Business): Promise<Waiting[]> {
  const waiting = await business.db.alertEpisode.findMany({ where: { closedAt: null, OR: [{ toldAt: null }, { remindAt: { lte: business.now } }] }, select: { id: true, kind: true, variantId: true }, orderBy: { openedAt: 'asc' } });
  if (waiting.length === 0) return [];
  const rests = await restingAlerts(business);
  return waiting.filter((episode) => !rests(episode));
}

async function tellAgain(business: Business, due: Waiting[]): Promise<void> {
  const shelfIds = due.flatMap(({ kind, variantId }) => (isShelf(kind) && variantId !== null ? [variantId] : []));
  const [shelves, outlooks] = [await holdVariants(business, shelfIds), await supplyOutlook(business, [...new Set(shelfIds)])];
  const seen = new Map(shelves.map((shelf): [string, Shelf] => [shelf.variantId, shelf]));
  const worst = due.filter(({ kind, variantId }) => isShelf(kind) && !(kind === 'low' && due.some((other) => other.variantId === variantId && other.kind === 'rupture')));
  await tellShelves(business, worst.flatMap(({ id, kind, variantId }) => {
    const shelf = seen.get(variantId ?? '');
    return shelf === undefined ? [] : [{ id, kind: kind as ShelfKind, shelf, outlook: outlooks.get(shelf.variantId) }];
  }));
  await tellSlow(business, due.filter(({ kind }) => !isShelf(kind)).map(({ id, kind, variantId }) => ({ id, kind: kind as AlertKind, variantId })));
}

const isShelf = (kind: string): kind is ShelfKind => kind === 'rupture' || kind === 'low';
